"""Giving a dilemma to a colleague, and taking one over whose owner has stopped."""

import pytest

from cast import Cast
from dilemmas.making import asked, made, rows
from handlerum.dilemmas import queries, services
from handlerum.dilemmas.access import colleagues, readable
from handlerum.dilemmas.erasure_services import erase_all, everything_of
from handlerum.dilemmas.models import Dilemma
from handlerum.dilemmas.problems import Refused
from handlerum.organisations.access import Denied, author_of
from handlerum.trail.models import Entry

EVERYBODY = ("anna", "bo", "dorte", "erik", "gitte", "carla")


def stops(cast: Cast, name: str) -> None:
    member = getattr(cast, name)
    member.is_active = False
    member.save()


def give(cast: Cast, dilemma: Dilemma, to: str, by: str = "anna") -> None:
    services.hand_over(cast.reader(by), dilemma.id, getattr(cast, to).user_id)


@pytest.mark.parametrize("audience", ["organisation", "team", "me"])
def test_those_it_can_be_given_to_are_those_who_can_read_it(cast: Cast, audience: str) -> None:
    dilemma = made(cast, audience=audience)
    stops(cast, "dorte")

    can = []
    for name in EVERYBODY:
        try:
            readable(cast.reader(name), dilemma.id)
            can.append(getattr(cast, name).user_id)
        except Denied:
            pass

    found = colleagues(dilemma).values_list("user_id", flat=True)
    assert sorted(found) == sorted(set(can) - {cast.anna.user_id})


def test_a_colleague_owns_it_then_and_hears_of_it(cast: Cast) -> None:
    dilemma = made(cast)

    give(cast, dilemma, "bo")

    board = queries.board(cast.reader("bo"), dilemma.id)
    assert board.is_own
    assert board.dilemma.begun_by == cast.anna.user
    services.set_state(cast.reader("bo"), dilemma.id, "lived_with")
    (told,) = queries.moved(cast.reader("bo"))
    assert [(move.verb.value, move.by) for move in told.moves] == [("left", "Anna")]
    with pytest.raises(Denied):
        services.set_state(cast.reader("anna"), dilemma.id, "open")


def test_given_back_nobody_else_began_it(cast: Cast) -> None:
    dilemma = made(cast)
    give(cast, dilemma, "bo")

    give(cast, dilemma, "dorte", by="bo")
    assert queries.board(cast.reader("bo"), dilemma.id).dilemma.begun_by == cast.anna.user
    give(cast, dilemma, "anna", by="dorte")

    assert queries.board(cast.reader("anna"), dilemma.id).dilemma.begun_by is None


@pytest.mark.parametrize("to", ["anna", "erik", "gitte", "carla"])
def test_it_is_given_to_nobody_who_cannot_read_it(cast: Cast, to: str) -> None:
    dilemma = made(cast, audience="team")
    before = rows()

    with pytest.raises(Refused):
        give(cast, dilemma, to)

    assert rows() == before


@pytest.mark.parametrize("by", ["bo", "gitte", "carla"])
def test_only_its_owner_gives_it(cast: Cast, by: str) -> None:
    dilemma = made(cast)

    with pytest.raises(Denied):
        give(cast, dilemma, "erik", by=by)


@pytest.mark.parametrize("by", ["dorte", "gitte"])
def test_a_key_person_or_an_administrator_takes_over_what_was_left(cast: Cast, by: str) -> None:
    dilemma = made(cast)
    stops(cast, "anna")
    assert queries.board(cast.reader(by), dilemma.id).may_take_over

    services.take_over(cast.reader(by), dilemma.id)

    board = queries.board(cast.reader(by), dilemma.id)
    assert board.is_own
    assert not board.owner_stopped
    entry = Entry.objects.latest("id")
    assert (entry.verb, entry.thing_id) == ("accepted", dilemma.id)


def test_nothing_is_taken_from_somebody_who_still_works_here(cast: Cast) -> None:
    dilemma = made(cast)

    for name in ("dorte", "gitte"):
        with pytest.raises(Denied):
            services.take_over(cast.reader(name), dilemma.id)


@pytest.mark.parametrize("by", ["bo", "erik", "carla"])
def test_others_take_nothing_over(cast: Cast, by: str) -> None:
    dilemma = made(cast)
    stops(cast, "anna")

    with pytest.raises(Denied):
        services.take_over(cast.reader(by), dilemma.id)


def test_a_role_opens_no_dilemma_of_a_team(cast: Cast) -> None:
    dilemma = made(cast, audience="team")
    stops(cast, "anna")

    with pytest.raises(Denied):
        services.take_over(cast.reader("gitte"), dilemma.id)
    services.take_over(cast.reader("dorte"), dilemma.id)


def test_words_that_another_wrote_are_brought_before_no_other_readers(cast: Cast) -> None:
    dilemma = made(cast, audience="team")
    give(cast, dilemma, "bo")

    with pytest.raises(Refused):
        services.edit(cast.reader("bo"), dilemma.id, asked(), version=1)


def test_who_began_it_is_handed_it_out_and_forgotten_when_they_are_erased(cast: Cast) -> None:
    dilemma = made(cast)
    stops(cast, "anna")
    services.take_over(cast.reader("gitte"), dilemma.id)
    anna = author_of(cast.anna)
    theirs = everything_of(anna)["dilemmas_that_others_own_now"]
    assert [row["id"] for row in theirs] == [dilemma.id]

    assert erase_all(anna) == 0

    dilemma.refresh_from_db()
    assert (dilemma.owner, dilemma.begun_by) == (cast.gitte.user, None)
    assert not any(everything_of(anna).values())
