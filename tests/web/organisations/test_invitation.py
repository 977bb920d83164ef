"""Follow an invitation: as a new person, or as somebody already signed in."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast
from handlerum.core.clock import now
from handlerum.organisations.models import Invitation, Membership, User
from handlerum.organisations.services import change_member, invite, revoke
from handlerum.organisations.terms import Role
from web.pages import main, page, signed_in, value, words

FILLED = {"name": "Ny Kollega", "email": "ny@test.example", "password": "en lang nøgle til døren"}


@pytest.fixture
def link(cast: Cast) -> str:
    """The address of an open invitation to Anna's team."""
    return reverse("invitation", args=[invite(cast.reader("dorte"), Role.PRACTITIONER, cast.youth)])


def join(link: str, **changed: Any) -> Any:
    """Send the form of a new person, and see what comes."""
    return Client().post(link, {**FILLED, **changed})


def test_a_stranger_sees_who_invites_to_what(link: str) -> None:
    answer = Client().get(link)

    assert answer.status_code == 200
    told = main(answer)
    assert "Velkommen til Hjemby Kommune" in told
    assert "Dorte har inviteret dig" in told
    assert "Praktiker" in told
    assert "Ungeteamet" in told
    assert "kan være omfattet af aktindsigt" in told


def test_a_new_person_comes_in_at_once(cast: Cast, link: str) -> None:
    client = Client()

    answer = client.post(link, FILLED, follow=True)

    assert answer.redirect_chain == [(reverse("start"), 302)]
    assert "Hvad står du med?" in main(answer)
    newcomer = User.objects.get(email="ny@test.example")
    member = Membership.objects.get(user=newcomer)
    assert (member.organisation, member.role) == (cast.home, Role.PRACTITIONER)
    assert list(member.teams.all()) == [cast.youth]
    assert newcomer.check_password(FILLED["password"])
    assert newcomer.language == "da"


def test_the_language_chosen_before_follows_the_new_person(link: str) -> None:
    client = Client()
    client.post(reverse("language"), {"language": "en"})

    client.post(link, FILLED)

    assert User.objects.get(email="ny@test.example").language == "en"


@pytest.mark.parametrize(
    ("changed", "field", "message"),
    [
        ({"password": "kort"}, "password", "mindst 10 tegn"),
        ({"password": "password123"}, "password", "for almindelig"),
        ({"password": "94857263549283"}, "password", "numerisk"),
        ({"password": "ny@test.example"}, "password", "minder for meget om"),
        ({"password": "Ny Kollega"}, "password", "minder for meget om"),
        ({"password": ""}, "password", "påkrævet"),
        ({"email": "anna@test.example"}, "email", "Adressen er i brug. Log ind først"),
        ({"email": "ANNA@Test.Example "}, "email", "Adressen er i brug. Log ind først"),
        ({"email": "ingen adresse"}, "email", "gyldig"),
        ({"name": ""}, "name", "påkrævet"),
        ({"name": "  "}, "name", "påkrævet"),
        ({"name": "a\0b"}, "name", "tegn"),
    ],
)
def test_what_is_wrong_is_said_and_the_invitation_stays_open(
    link: str, changed: dict[str, str], field: str, message: str
) -> None:
    before = User.objects.count()

    answer = join(link, **changed)

    assert answer.status_code == 422
    (problem, *_) = page(answer).xpath(f"//*[@id='id_{field}_error']//li")
    assert message in words(problem)
    for kept in {"name", "email"} - {field}:
        assert value(answer, kept) == FILLED[kept]
    assert value(answer, "password") == "", "a password never comes back on a page"
    assert User.objects.count() == before
    assert Client().get(link).status_code == 200


def test_somebody_signed_in_joins_as_themselves(cast: Cast, link: str) -> None:
    carla = signed_in(cast.carla)
    assert "Vær med som Carla" in main(carla.get(link))

    answer = carla.post(link, follow=True)

    assert answer.redirect_chain == [(reverse("start"), 302)]
    assert "Hjemby Kommune" in words(answer)
    assert "Skift til Udeby Kommune" in words(answer)
    assert Membership.objects.filter(user=cast.carla.user).count() == 2


def test_somebody_who_is_already_in_is_told_so_and_it_stays_open(cast: Cast, link: str) -> None:
    answer = signed_in(cast.erik).post(link, follow=True)

    assert "Du er allerede med i Hjemby Kommune." in main(answer)
    cast.erik.refresh_from_db()
    assert list(cast.erik.teams.all()) == [cast.companies]
    assert Client().get(link).status_code == 200


def test_somebody_who_left_gets_their_place_back(cast: Cast, link: str) -> None:
    change_member(cast.reader("gitte"), cast.bo.id, role=Role.LEADER, teams=[], is_active=False)

    answer = signed_in(cast.bo).post(link)

    assert answer.status_code == 302
    cast.bo.refresh_from_db()
    assert (cast.bo.is_active, cast.bo.role) == (True, Role.PRACTITIONER)


def test_a_link_is_used_once(link: str) -> None:
    assert join(link).status_code == 302

    for answer in (Client().get(link), join(link, email="en.til@test.example")):
        assert answer.status_code == 404
        assert "Linket virker ikke mere" in main(answer)
    assert not User.objects.filter(email="en.til@test.example").exists()


@pytest.mark.parametrize("why", ["used", "expired", "revoked", "unknown"])
def test_a_link_that_does_not_work_never_says_why(cast: Cast, link: str, why: str) -> None:
    if why == "used":
        join(link)
    elif why == "expired":
        Invitation.objects.update(expires_at=now() - timedelta(seconds=1))
    elif why == "revoked":
        revoke(cast.reader("gitte"), Invitation.objects.get().id)
    else:
        link = reverse("invitation", args=["x" * 43])
    before = User.objects.count()

    pages = [
        Client().get(link),
        join(link, email="sen@test.example"),
        signed_in(cast.carla).get(link),
    ]

    for answer in pages:
        assert answer.status_code == 404
        assert "Et invitationslink kan bruges én gang og gælder i 14 dage." in main(answer)
        assert "Hjemby" not in main(answer)
    assert User.objects.count() == before


def test_a_forged_role_in_the_form_is_not_heard(cast: Cast, link: str) -> None:
    join(link, role="administrator", team=cast.companies.id, organisation=cast.away.id)

    member = Membership.objects.get(user__email="ny@test.example")
    assert (member.role, member.organisation) == (Role.PRACTITIONER, cast.home)


def test_the_new_person_signs_in_another_day(link: str) -> None:
    join(link)

    answer = Client().post(
        reverse("account_login"),
        {"login": FILLED["email"], "password": FILLED["password"]},
        follow=True,
    )

    assert "Hvad står du med?" in main(answer)
