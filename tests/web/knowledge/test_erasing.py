"""The pages for erasing for good, and for taking out all that one has told."""

import json

import pytest
from django.urls import reverse

from cast import Cast, drafted, shared
from dilemmas.making import made
from handlerum.dilemmas.models import Dilemma
from handlerum.knowledge.models import Contribution
from handlerum.reflection.models import Session
from reflection.sessions.making import prepared
from web.pages import main, signed_in


def test_it_asks_once_and_then_erases(cast: Cast) -> None:
    row = shared(cast)
    anna, address = signed_in(cast.anna), reverse("erase", args=[row.id])

    asked = main(anna.get(address))
    assert "Slet bidraget for altid?" in asked
    assert row.title in asked
    answer = anna.post(address)

    assert answer["Location"] == reverse("mine")
    assert "Bidraget er slettet for altid." in main(anna.get(reverse("mine")))
    assert not Contribution.objects.exists()


@pytest.mark.parametrize("who", ["bo", "gitte", "carla"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_is_asked(cast: Cast, who: str, method: str) -> None:
    row = shared(cast)

    answer = getattr(signed_in(getattr(cast, who)), method)(reverse("erase", args=[row.id]))

    assert answer.status_code == 404
    assert Contribution.objects.exists()


def test_everything_of_ones_own_goes_and_nothing_of_others(cast: Cast) -> None:
    shared(cast), drafted(cast), shared(cast, "bo", title="Bos")
    anna = signed_in(cast.anna)
    assert "Det er 2 bidrag." in main(anna.get(reverse("erase_mine")))

    anna.post(reverse("erase_mine"))

    assert "Slettet for altid: 2 bidrag." in main(anna.get(reverse("mine")))
    assert [row.title for row in Contribution.objects.all()] == ["Bos"]


def test_dilemmas_go_with_the_rest_and_are_counted_first(cast: Cast) -> None:
    made(cast), made(cast), made(cast, "bo", question="Bos?")
    anna = signed_in(cast.anna)
    assert "Og 2 dilemmaer." in main(anna.get(reverse("erase_mine")))

    anna.post(reverse("erase_mine"))

    assert "2 dilemmaer." in main(anna.get(reverse("mine")))
    assert [row.question for row in Dilemma.objects.all()] == ["Bos?"]


def test_sessions_go_with_the_rest_and_are_counted_first(cast: Cast) -> None:
    prepared(cast, "anna"), prepared(cast, "bo")
    anna = signed_in(cast.anna)
    assert "Du leder 1 møde." in main(anna.get(reverse("erase_mine")))

    anna.post(reverse("erase_mine"))

    assert "1 møde." in main(anna.get(reverse("mine")))
    assert [row.facilitator_id for row in Session.objects.all()] == [cast.bo.user_id]


def test_the_file_holds_dilemmas_too(cast: Cast) -> None:
    made(cast), made(cast, "bo", question="Bos?")

    told = json.loads(signed_in(cast.anna).get(reverse("export_mine")).content)

    assert [len(told[name]) for name in ("dilemmas", "considerations")] == [1, 2]


def test_the_file_holds_ones_own_and_nothing_else(cast: Cast) -> None:
    shared(cast, title="Annas"), shared(cast, "bo", title="Bos")

    answer = signed_in(cast.anna).get(reverse("export_mine"))

    assert answer["Content-Disposition"] == 'attachment; filename="mine-bidrag.json"'
    told = json.loads(answer.content)["contributions"]
    assert [one["title"] for one in told] == ["Annas"]


def test_carlas_file_is_empty(cast: Cast) -> None:
    shared(cast)

    answer = signed_in(cast.carla).get(reverse("export_mine"))

    assert json.loads(answer.content)["contributions"] == []
