"""Giving a dilemma to a colleague, and taking one over that was left behind, on screen."""

import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast
from dilemmas.making import made
from handlerum.dilemmas.models import Dilemma
from handlerum.organisations.services import change_member
from handlerum.organisations.terms import Role
from web.pages import links, main, page, signed_in
from web.test_query_counts import counted


@pytest.fixture
def row(cast: Cast) -> Dilemma:
    return made(cast)


def look(client: Client, row: Dilemma) -> str:
    return main(client.get(reverse("dilemma", args=[row.id])))


def anna_stops(cast: Cast) -> None:
    gitte = cast.reader("gitte")
    change_member(gitte, cast.anna.id, role=Role.PRACTITIONER, teams=[], is_active=False)


def test_the_owner_gives_it_to_a_colleague(cast: Cast, row: Dilemma) -> None:
    anna, where = signed_in(cast.anna), reverse("hand_over_dilemma", args=[row.id])
    offered = page(anna.get(where)).xpath("//select[@name='colleague']/option/text()")
    assert offered == ["Vælg", "Bo", "Dorte", "Erik", "Gitte"]

    answer = anna.post(where, {"colleague": cast.bo.user_id}, follow=True)

    assert "Dilemmaet er givet videre." in main(answer)
    assert "Bo · begyndt af Anna" in look(anna, row)
    assert where not in links(anna.get(reverse("dilemma", args=[row.id])))
    assert "Anna gav dilemmaet videre" in main(signed_in(cast.bo).get(reverse("followed")))


@pytest.mark.parametrize("chosen", ["", "0", "x", "9" * 30])
def test_without_a_colleague_nothing_is_given(cast: Cast, row: Dilemma, chosen: str) -> None:
    anna, where = signed_in(cast.anna), reverse("hand_over_dilemma", args=[row.id])

    answer = anna.post(where, {"colleague": chosen})

    assert answer.status_code == 422
    assert look(anna, row).count("Giv videre") == 1


def test_a_dilemma_for_oneself_has_nobody_to_go_to(cast: Cast) -> None:
    mine = made(cast, audience="me")

    told = main(signed_in(cast.anna).get(reverse("hand_over_dilemma", args=[mine.id])))

    assert "Ingen andre kan læse dilemmaet." in told


def test_only_the_owner_gives_it(cast: Cast, row: Dilemma) -> None:
    where = reverse("hand_over_dilemma", args=[row.id])

    for other in (cast.bo, cast.gitte, cast.carla):
        client = signed_in(other)
        assert client.get(where).status_code == 404
        assert client.post(where, {"colleague": other.user_id}).status_code == 404


def test_what_was_left_says_so_and_is_taken_over(cast: Cast, row: Dilemma) -> None:
    anna_stops(cast)
    dorte, where = signed_in(cast.dorte), reverse("take_over_dilemma", args=[row.id])
    assert "Anna ejer dilemmaet og er her ikke mere." in look(signed_in(cast.bo), row)
    assert where in links(dorte.get(reverse("dilemma", args=[row.id])))
    assert "Tag dilemmaet over?" in main(dorte.get(where))

    answer = dorte.post(where, follow=True)

    assert "Dilemmaet er dit nu." in main(answer)
    assert "Dorte · begyndt af Anna" in look(dorte, row)


def test_others_are_turned_away(cast: Cast, row: Dilemma) -> None:
    where = reverse("take_over_dilemma", args=[row.id])
    assert signed_in(cast.dorte).get(where).status_code == 404  # Anna is still here
    anna_stops(cast)

    for other in (cast.bo, cast.carla):
        client = signed_in(other)
        assert client.get(where).status_code == 404
        assert client.post(where).status_code == 404


def test_more_colleagues_take_no_more_queries(cast: Cast) -> None:
    team, everybody = made(cast, audience="team"), made(cast)
    anna = signed_in(cast.anna)

    def asked(row: Dilemma) -> int:
        return counted(anna, lambda it: it.get(reverse("hand_over_dilemma", args=[row.id])))

    assert asked(team) == asked(everybody)
