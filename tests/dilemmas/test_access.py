"""Carla, administrator elsewhere, knows every id. She reads, changes and counts nothing."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from cast import Cast, shared
from dilemmas.making import asked, choice, chosen, made, rows, safety, side_ids, trust
from handlerum.dilemmas import access, queries, services
from handlerum.dilemmas.erasure_services import erase_all, everything_of
from handlerum.dilemmas.models import Dilemma, Option, Weighing
from handlerum.dilemmas.telling import FalseTestTelling
from handlerum.dilemmas.terms import Question
from handlerum.organisations.access import Denied, Reader

ANSWERS = FalseTestTelling(dict.fromkeys(Question.values, "no"), "", "real")


@dataclass(frozen=True)
class Ids:
    """Everything Carla has heard the number of, and a dilemma and contribution of her own."""

    dilemma: Dilemma
    side: int
    weighing: int
    consideration: int
    option: Option
    contribution: int
    own: Dilemma
    own_contribution: int


ATTEMPTS: dict[str, Callable[[Reader, Ids], object]] = {
    "read": lambda carla, ids: access.readable(carla, ids.dilemma.id),
    "own": lambda carla, ids: access.own(carla, ids.dilemma.id),
    "board": lambda carla, ids: queries.board(carla, ids.dilemma.id),
    "consideration": lambda carla, ids: access.consideration(carla, ids.consideration),
    "edit": lambda carla, ids: services.edit(carla, ids.dilemma.id, asked(), version=1),
    "delete": lambda carla, ids: services.delete(carla, ids.dilemma.id),
    "add": lambda carla, ids: services.add_consideration(carla, ids.dilemma.id, trust()),
    "reuse there": lambda carla, ids: services.reuse(
        carla, ids.dilemma.id, ids.own.sides.all()[0].consideration_id
    ),
    "reuse here": lambda carla, ids: services.reuse(carla, ids.own.id, ids.consideration),
    "make of": lambda carla, ids: services.make(carla, asked(), [ids.consideration, safety()]),
    "edit consideration": lambda carla, ids: services.edit_consideration(
        carla, ids.consideration, trust()
    ),
    "remove side": lambda carla, ids: services.remove_side(carla, ids.side),
    "weigh there": lambda carla, ids: services.weigh(
        carla, ids.side, ids.own_contribution, "supports"
    ),
    "weigh here": lambda carla, ids: services.weigh(
        carla, side_ids(ids.own)[0], ids.contribution, "supports"
    ),
    "unweigh": lambda carla, ids: services.unweigh(carla, ids.weighing),
    "propose": lambda carla, ids: services.add_option(carla, ids.dilemma.id, "Noget"),
    "remove option": lambda carla, ids: services.remove_option(carla, ids.option.id),
    "consequence": lambda carla, ids: services.tell_consequence(
        carla, ids.option.id, "citizen", "Noget"
    ),
    "test": lambda carla, ids: services.test_false(carla, ids.dilemma.id, ANSWERS),
    "choose": lambda carla, ids: services.choose(
        carla, ids.dilemma.id, choice(ids.dilemma, ids.option)
    ),
    "state": lambda carla, ids: services.set_state(carla, ids.dilemma.id, "open"),
    "follow": lambda carla, ids: services.follow(carla, ids.dilemma.id),
    "seen": lambda carla, ids: services.seen(carla, ids.dilemma.id),
}


@pytest.fixture
def ids(cast: Cast) -> Ids:
    """Anna's dilemma with everything on it, and Carla's own."""
    dilemma, row = made(cast), shared(cast)
    side = side_ids(dilemma)[0]
    services.weigh(cast.reader("anna"), side, row.id, "supports")
    option = chosen(cast, dilemma).option
    return Ids(
        dilemma,
        side,
        Weighing.objects.get().id,
        dilemma.sides.all()[0].consideration_id,
        option,
        row.id,
        made(cast, "carla"),
        shared(cast, "carla").id,
    )


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_every_attempt_is_denied_and_changes_nothing(cast: Cast, ids: Ids, attempt: str) -> None:
    before = rows()

    with pytest.raises(Denied):
        ATTEMPTS[attempt](cast.reader("carla"), ids)

    assert rows() == before


def test_every_list_holds_only_her_own(cast: Cast, ids: Ids) -> None:
    carla = cast.reader("carla")

    assert list(queries.listed(carla)) == [ids.own]
    assert queries.by_ids(carla, [ids.dilemma.id]) == {}
    assert {one.consideration.by_id for one in queries.considerations(carla)} == {carla.user_id}
    assert [one.weight for one in queries.network(carla).meetings] == [1]
    assert queries.followed(carla) == []
    assert not queries.follows(carla, ids.dilemma.id)
    assert queries.suggested(carla) == []
    assert [row["id"] for row in everything_of(carla)["dilemmas"]] == [ids.own.id]


def test_erasing_her_own_leaves_what_others_have(cast: Cast, ids: Ids) -> None:
    assert erase_all(cast.reader("carla")) == 1

    assert list(Dilemma.objects.all()) == [ids.dilemma]
    assert Weighing.objects.count() == 1


def test_a_dilemma_of_a_team_is_for_the_team(cast: Cast) -> None:
    dilemma = made(cast, audience="team")

    assert access.readable(cast.reader("bo"), dilemma.id) == dilemma
    for outside in ("erik", "gitte", "carla"):
        with pytest.raises(Denied):
            access.readable(cast.reader(outside), dilemma.id)
        assert queries.considerations(cast.reader(outside)) == []


def test_a_dilemma_for_oneself_is_for_nobody_else(cast: Cast) -> None:
    dilemma = made(cast, audience="me")

    assert access.own(cast.reader("anna"), dilemma.id) == dilemma
    with pytest.raises(Denied):
        access.readable(cast.reader("bo"), dilemma.id)
    assert queries.considerations(cast.reader("bo")) == []


def test_a_colleague_reads_and_does_not_own(cast: Cast) -> None:
    dilemma = made(cast)

    for attempt in (
        lambda bo: services.edit(bo, dilemma.id, asked(), version=1),
        lambda bo: services.delete(bo, dilemma.id),
        lambda bo: services.remove_side(bo, side_ids(dilemma)[0]),
    ):
        with pytest.raises(Denied):
            attempt(cast.reader("bo"))
