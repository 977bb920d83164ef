"""Who may read: offered within one's own reach, and nothing forged is taken."""

import pytest
from django.urls import reverse

from cast import Cast
from handlerum.knowledge.models import Contribution
from handlerum.organisations.services import change_member
from handlerum.organisations.terms import Role
from web.pages import contribute, page, signed_in, told, value, words


def offered(cast: Cast, name: str, field: str) -> list[str]:
    """What a person may choose."""
    answer = signed_in(getattr(cast, name)).get(reverse("contribute", args=["own_experience"]))
    return list(page(answer).xpath(f"//*[@name='{field}']//@value"))


def test_me_my_team_and_the_organisation_are_offered(cast: Cast) -> None:
    assert offered(cast, "anna", "audience") == ["me", "team", "organisation"]
    assert offered(cast, "anna", "team") == [str(cast.youth.id)]


def test_without_a_team_no_team_is_offered(cast: Cast) -> None:
    assert offered(cast, "gitte", "audience") == ["me", "organisation"]


def test_the_whole_field_is_told_of_as_coming(cast: Cast) -> None:
    answer = signed_in(cast.anna).get(reverse("contribute", args=["own_experience"]))

    assert "Deling med hele feltet, på tværs af organisationer, kommer senere." in words(answer)


def test_with_two_teams_one_is_chosen(cast: Cast) -> None:
    teams = [cast.youth, cast.companies]
    change_member(
        cast.reader("gitte"), cast.anna.id, role=Role.PRACTITIONER, teams=teams, is_active=True
    )

    contribute(
        signed_in(cast.anna), "own_experience", told(audience="team", team=cast.companies.id)
    )

    assert offered(cast, "anna", "team") == [str(cast.youth.id), str(cast.companies.id)]
    assert Contribution.objects.get().team == cast.companies


def test_a_contribution_for_the_team_lands_there(cast: Cast) -> None:
    contribute(signed_in(cast.anna), "own_experience", told(audience="team", team=cast.youth.id))

    row = Contribution.objects.get()
    assert (row.audience, row.team) == ("team", cast.youth)


def test_a_team_sent_along_is_forgotten_when_others_may_read(cast: Cast) -> None:
    contribute(
        signed_in(cast.anna), "own_experience", told(audience="organisation", team=cast.youth.id)
    )

    assert Contribution.objects.get().team is None


@pytest.mark.parametrize("button", ["share", "draft"])
@pytest.mark.parametrize("forged", ["field", "verden", ""])
def test_a_forged_audience_is_refused(cast: Cast, forged: str, button: str) -> None:
    sent = told(audience=forged, share=None) | {button: "1"}

    answer = contribute(signed_in(cast.anna), "own_experience", sent)

    assert answer.status_code == 422
    assert page(answer).xpath("//*[@id='id_audience_error']//li")
    assert value(answer, "text") == told()["text"]
    assert not Contribution.objects.exists()


@pytest.mark.parametrize("button", ["share", "draft"])
def test_a_team_of_others_is_refused(cast: Cast, button: str) -> None:
    for forged in (cast.companies.id, 999_999, "-1", "alle", ""):
        sent = told(audience="team", team=forged, share=None) | {button: "1"}

        answer = contribute(signed_in(cast.anna), "own_experience", sent)

        assert answer.status_code == 422
        assert "Virksomhedsteamet" not in answer.content.decode()
    assert not Contribution.objects.exists()


def test_a_person_without_a_team_cannot_forge_one(cast: Cast) -> None:
    sent = told(audience="team", team=cast.youth.id)

    assert contribute(signed_in(cast.gitte), "own_experience", sent).status_code == 422
    assert not Contribution.objects.exists()
