"""Change a colleague's role and teams, or end their place."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from cast import Cast, shared
from handlerum.organisations.models import Membership, Team
from handlerum.organisations.terms import Role
from web.pages import main, page, signed_in


def change(cast: Cast, who: Membership, by: str = "gitte", **sent: Any) -> HttpResponse:
    """Send the form about a colleague."""
    filled = {"role": "practitioner", "is_active": "on", **sent}
    answer: HttpResponse = signed_in(getattr(cast, by)).post(
        reverse("member", args=[who.id]), {k: v for k, v in filled.items() if v is not None}
    )
    return answer


def test_the_form_shows_how_it_stands(cast: Cast) -> None:
    answer = page(signed_in(cast.gitte).get(reverse("member", args=[cast.dorte.id])))

    assert answer.xpath("//select[@name='role']/option[@selected]/@value") == ["key_person"]
    assert answer.xpath("//input[@name='teams' and @checked]/@value") == [str(cast.youth.id)]
    assert answer.xpath("//input[@name='is_active' and @checked]")


def test_role_and_teams_are_changed(cast: Cast) -> None:
    answer = change(cast, cast.bo, role="leader", teams=[cast.youth.id, cast.companies.id])

    assert answer["Location"] == reverse("people")
    cast.bo.refresh_from_db()
    assert cast.bo.role == Role.LEADER
    assert set(cast.bo.teams.all()) == {cast.youth, cast.companies}


def test_the_change_is_confirmed_on_the_page_of_people(cast: Cast) -> None:
    gitte = signed_in(cast.gitte)

    answer = gitte.post(
        reverse("member", args=[cast.bo.id]), {"role": "leader", "is_active": "on"}, follow=True
    )

    assert "Ændringen er gemt." in main(answer)
    assert "Leder" in main(answer)


def test_somebody_whose_place_is_ended_reads_no_more_from_that_moment(cast: Cast) -> None:
    row = shared(cast, "anna")
    bo = signed_in(cast.bo)
    assert bo.get(reverse("contribution", args=[row.id])).status_code == 200

    change(cast, cast.bo, is_active=None)

    answer = bo.get(reverse("contribution", args=[row.id]))
    assert answer.status_code == 403
    assert "Mødet på bænken" not in main(answer)


@pytest.mark.parametrize(
    "sent", [{"role": "practitioner"}, {"role": "administrator", "is_active": None}]
)
def test_the_last_administrator_stays(cast: Cast, sent: dict[str, Any]) -> None:
    answer = change(cast, cast.gitte, **sent)

    assert answer.status_code == 422
    assert "Der skal være mindst én administrator." in main(answer)
    cast.gitte.refresh_from_db()
    assert (cast.gitte.role, cast.gitte.is_active) == (Role.ADMINISTRATOR, True)


def test_with_a_second_administrator_the_first_can_step_down(cast: Cast) -> None:
    change(cast, cast.dorte, role="administrator")

    answer = change(cast, cast.gitte, role="practitioner")

    assert answer.status_code == 302
    assert signed_in(cast.gitte).get(reverse("member", args=[cast.bo.id])).status_code == 404


@pytest.mark.parametrize(
    "sent", [{"role": "konge"}, {"role": None}, {"teams": ["999999"]}, {"teams": ["x"]}]
)
def test_a_forged_choice_changes_nothing(cast: Cast, sent: dict[str, Any]) -> None:
    answer = change(cast, cast.bo, **sent)

    assert answer.status_code == 422
    cast.bo.refresh_from_db()
    assert (cast.bo.role, list(cast.bo.teams.all())) == (Role.PRACTITIONER, [cast.youth])


def test_a_team_of_another_organisation_cannot_be_given(cast: Cast) -> None:
    away = Team.objects.create(organisation=cast.away, name="Udehold")

    answer = change(cast, cast.bo, teams=[away.id])

    assert answer.status_code == 422
    assert "Udehold" not in answer.content.decode()
    assert list(cast.bo.teams.all()) == [cast.youth]


@pytest.mark.parametrize("by", ["anna", "dorte", "bo"])
def test_a_colleague_who_is_no_administrator_meets_nothing(cast: Cast, by: str) -> None:
    where = reverse("member", args=[cast.bo.id])

    assert signed_in(getattr(cast, by)).get(where).status_code == 404
    assert change(cast, cast.bo, by=by, role="administrator").status_code == 404
    cast.bo.refresh_from_db()
    assert cast.bo.role == Role.PRACTITIONER
