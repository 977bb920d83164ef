"""`handlerum person`: hand out and erase what one person has told."""

import json

import pytest

from cast import Cast, shared
from cli.running import handlerum
from dilemmas.making import made
from handlerum.dilemmas.models import Dilemma
from handlerum.knowledge.models import Contribution
from handlerum.reflection.models import Session
from reflection.sessions.making import at_step, joined, prepared, running, wrote

ANNA = ("anna@test.example", "--organisation", "hjemby")


def test_everything_is_handed_out_as_json(cast: Cast) -> None:
    shared(cast), shared(cast, "bo", title="Bos")

    found = json.loads(handlerum("person", "export", *ANNA).out)

    assert [one["title"] for one in found["contributions"]] == ["Mødet på bænken"]


def test_everything_is_erased_when_asked_twice(cast: Cast) -> None:
    shared(cast), shared(cast, "bo", title="Bos")

    ended = handlerum("person", "erase", *ANNA, "--yes")

    assert ended.out == "Slettet: 1 bidrag.\n"
    assert [row.title for row in Contribution.objects.all()] == ["Bos"]


def test_dilemmas_are_handed_out_and_erased_with_the_rest(cast: Cast) -> None:
    made(cast), made(cast, "bo", question="Bos?")

    found = json.loads(handlerum("person", "export", *ANNA).out)
    ended = handlerum("person", "erase", *ANNA, "--yes")

    assert [len(found[name]) for name in ("dilemmas", "considerations")] == [1, 2]
    assert ended.out == "Slettet: 0 bidrag, 1 dilemma.\n"
    assert [row.question for row in Dilemma.objects.all()] == ["Bos?"]


def test_what_was_said_in_sessions_is_handed_out_and_erased_with_the_rest(cast: Cast) -> None:
    theirs, _own = running(cast), prepared(cast, "anna")
    wrote(joined(cast, theirs, "anna"), at_step(cast, theirs, 1))

    found = json.loads(handlerum("person", "export", *ANNA).out)["reflection"]
    ended = handlerum("person", "erase", *ANNA, "--yes")

    assert [len(found[name]) for name in ("sessions", "entries")] == [1, 1]
    assert ended.out == "Slettet: 0 bidrag, 1 møde.\n"
    assert list(Session.objects.all()) == [theirs]


def test_replaying_erases_a_dilemma_that_an_older_database_brought_back(cast: Cast) -> None:
    dilemma = made(cast)
    back = Dilemma.objects.filter(id=dilemma.id).values().get()
    handlerum("person", "erase", *ANNA, "--yes")
    Dilemma.objects.create(**back)
    Dilemma.objects.update(created_at=back["created_at"])

    assert handlerum("person", "replay").out == "Slettet igen: 0 bidrag, 1 dilemma.\n"
    assert not Dilemma.objects.exists()


def test_without_a_yes_nothing_is_erased(cast: Cast) -> None:
    shared(cast)

    assert handlerum("person", "erase", *ANNA).code == 1
    assert Contribution.objects.exists()


@pytest.mark.parametrize("word", ["export", "erase"])
def test_a_person_of_another_organisation_is_not_there(cast: Cast, word: str) -> None:
    ended = handlerum("person", word, "anna@test.example", "--organisation", "udeby")

    assert ended.code == 2
    assert "hører til den organisation" in ended.err


def test_replaying_without_a_ledger_changes_nothing(cast: Cast) -> None:
    shared(cast)

    assert handlerum("person", "replay").out == "Slettet igen: 0 bidrag.\n"
    assert Contribution.objects.exists()


def test_what_somebody_who_has_stopped_told_can_be_erased(cast: Cast) -> None:
    shared(cast)
    cast.anna.user.is_active = False
    cast.anna.user.save()

    assert handlerum("person", "erase", *ANNA, "--yes").out == "Slettet: 1 bidrag.\n"
    assert not Contribution.objects.exists()
