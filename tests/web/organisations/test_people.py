"""Who is here, and who is on the way."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from cast import Cast, person
from handlerum.organisations.models import Invitation, Team
from handlerum.organisations.services import add_member, change_member, invite
from handlerum.organisations.terms import Role
from web.pages import body, main, page, signed_in, words


def people(cast: Cast, name: str) -> HttpResponse:
    """The page as one of the cast sees it."""
    answer: HttpResponse = signed_in(getattr(cast, name)).get(reverse("people"))
    assert answer.status_code == 200
    return answer


def make_leader(cast: Cast) -> None:
    """Bo leads the team he is in."""
    cast.bo.role = Role.LEADER
    cast.bo.save()


def rows(answer: HttpResponse) -> list[str]:
    """The people on the page, from the top."""
    return [words(row) for row in page(answer).xpath("//ul[contains(@class, 'people')]/li/div")]


def test_colleagues_are_shown_with_their_role_and_teams(cast: Cast) -> None:
    shown = rows(people(cast, "anna"))

    assert shown == [
        "AnnaPraktiker · Ungeteamet",
        "BoPraktiker · Ungeteamet",
        "DorteNøgleperson · Ungeteamet",
        "ErikPraktiker · Virksomhedsteamet",
        "GitteAdministrator",
    ]


def test_names_stand_in_danish_order(cast: Cast) -> None:
    for name in ("ådam", "ærin", "østen", "zenia", "aase"):
        add_member(cast.home, person(name), Role.PRACTITIONER)

    names = [words(name) for name in page(people(cast, "anna")).xpath("//li//strong")]

    assert names[-5:] == ["Zenia", "Ærin", "Østen", "Ådam", "Aase"]


def test_people_of_another_organisation_are_not_shown(cast: Cast) -> None:
    assert "Carla" not in main(people(cast, "gitte"))
    assert [row[:5] for row in rows(people(cast, "carla"))] == ["Carla"]


def test_somebody_who_left_stands_last_and_says_so(cast: Cast) -> None:
    change_member(
        cast.reader("gitte"), cast.anna.id, role=Role.PRACTITIONER, teams=[], is_active=False
    )

    assert rows(people(cast, "bo"))[-1] == "AnnaPraktiker · ikke med længere"


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("anna", []),
        ("dorte", ["practitioner"]),
        ("bo", ["practitioner"]),
        ("gitte", list(Role.values)),
    ],
)
def test_each_role_is_offered_what_it_may_give_away(
    cast: Cast, name: str, roles: list[str]
) -> None:
    make_leader(cast)

    answer = page(people(cast, name))

    assert answer.xpath("//select[@name='role']/option/@value") == roles
    manages = name == "gitte"
    assert bool(answer.xpath(f"//form[@action='{reverse('make_team')}']")) is manages
    assert bool(answer.xpath(f"//a[@href='{reverse('member', args=[cast.bo.id])}']")) is manages


def test_a_key_person_invites_to_ones_own_teams_alone(cast: Cast) -> None:
    offered = page(people(cast, "dorte")).xpath("//select[@name='team']/option")

    assert [words(option) for option in offered] == ["Uden team", "Ungeteamet"]


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("anna", {"role": "practitioner"}),
        ("dorte", {"role": "administrator"}),
        ("dorte", {"role": "practitioner", "team": "companies"}),
        ("gitte", {"role": "konge"}),
        ("gitte", {"role": "leader", "team": "away"}),
        ("gitte", {}),
    ],
)
def test_a_forged_invitation_is_not_made(cast: Cast, name: str, sent: dict[str, Any]) -> None:
    away = Team.objects.create(organisation=cast.away, name="Udehold")
    if team := sent.get("team"):
        sent = {**sent, "team": away.id if team == "away" else cast.companies.id}

    answer = signed_in(getattr(cast, name)).post(reverse("invite"), sent)

    assert answer.status_code in (404, 422)
    assert "Send dette link" not in body(answer)
    assert "Udehold" not in body(answer)
    assert not Invitation.objects.exists()


def test_the_link_of_an_invitation_is_shown_this_once(cast: Cast) -> None:
    gitte = signed_in(cast.gitte)

    made = gitte.post(reverse("invite"), {"role": "practitioner", "team": cast.youth.id})
    again = gitte.get(reverse("people"))

    (link,) = page(made).xpath("//input[@id='link']/@value")
    token = link.rstrip("/").rsplit("/", 1)[-1]
    assert link.startswith("http://testserver/invitation/")
    assert len(token) >= 43
    assert "Linket vises kun denne ene gang. Det kan bruges én gang og gælder i 14 dage." in main(
        made
    )
    assert token not in body(again)
    assert token not in repr(Invitation.objects.values())
    assert "Praktiker · Ungeteamet" in words(page(again).xpath("//section")[0])
    assert "no-store" in made["Cache-Control"]


def test_an_administrator_sees_all_open_invitations_others_their_own(cast: Cast) -> None:
    invite(cast.reader("dorte"), Role.PRACTITIONER, cast.youth)
    invite(cast.reader("gitte"), Role.LEADER, None)
    make_leader(cast)

    assert "af Dorte" in main(people(cast, "gitte"))
    assert "af Gitte" in main(people(cast, "gitte"))
    assert "af Gitte" not in main(people(cast, "dorte"))
    assert "af Dorte" not in main(people(cast, "bo"))
    assert "af Dorte" not in main(people(cast, "anna"))


def test_an_invitation_can_be_taken_back(cast: Cast) -> None:
    token = invite(cast.reader("dorte"), Role.PRACTITIONER, cast.youth)
    made = Invitation.objects.get()
    where = reverse("revoke_invitation", args=[made.id])

    assert signed_in(cast.anna).post(where).status_code == 404
    answer = signed_in(cast.gitte).post(where, follow=True)

    assert "Invitationen er trukket tilbage. Linket virker ikke mere." in main(answer)
    assert "af Dorte" not in main(answer)
    assert signed_in(cast.carla).get(reverse("invitation", args=[token])).status_code == 404


def test_a_team_is_made_by_an_administrator(cast: Cast) -> None:
    answer = signed_in(cast.gitte).post(
        reverse("make_team"), {"name": "  Sprogteamet "}, follow=True
    )

    assert "Teamet er lavet." in main(answer)
    assert Team.objects.filter(organisation=cast.home, name="Sprogteamet").exists()


@pytest.mark.parametrize("name", ["Ungeteamet", " Ungeteamet ", "", "x" * 101, "a\0b"])
def test_a_team_without_a_name_of_its_own_is_refused(cast: Cast, name: str) -> None:
    before = Team.objects.count()

    answer = signed_in(cast.gitte).post(reverse("make_team"), {"name": name})

    assert answer.status_code == 422
    assert page(answer).xpath("//*[@id='id_name_error']//li")
    assert Team.objects.count() == before


def test_the_same_name_can_be_used_in_another_organisation(cast: Cast) -> None:
    answer = signed_in(cast.carla).post(reverse("make_team"), {"name": "Ungeteamet"})

    assert answer.status_code == 302


@pytest.mark.parametrize("name", ["anna", "dorte"])
def test_others_cannot_make_a_team(cast: Cast, name: str) -> None:
    before = Team.objects.count()

    for wanted in ("Mit eget team", ""):
        answer = signed_in(getattr(cast, name)).post(reverse("make_team"), {"name": wanted})
        assert answer.status_code in (404, 422)

    assert Team.objects.count() == before
