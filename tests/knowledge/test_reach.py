"""The marks in the index and the condition in the tables say the same: who may read."""

from itertools import product

import pytest

from cast import Cast, telling
from handlerum.knowledge.access import reach, reader_reach, visible
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.services import draft
from handlerum.knowledge.terms import Audience, State
from handlerum.organisations.access import reader_of
from handlerum.organisations.services import add_member
from handlerum.organisations.terms import Role

PEOPLE = ("anna", "bo", "dorte", "erik", "gitte", "carla")


def made(cast: Cast, audience: str, state: str, team: str | None) -> Contribution:
    """Anna's contribution with exactly these words in the table, likely or not."""
    row = draft(cast.reader("anna"), telling())
    team_id = getattr(cast, team).id if team else None
    Contribution.objects.filter(id=row.id).update(audience=audience, state=state, team=team_id)
    return Contribution.objects.get(id=row.id)


@pytest.mark.parametrize(
    ("audience", "state", "team"),
    list(product(Audience.values, State.values, ["youth", "companies", None])),
)
def test_index_and_tables_agree_for_every_audience_and_reader(
    cast: Cast, audience: str, state: str, team: str | None
) -> None:
    row = made(cast, audience, state, team)

    in_tables = {name for name in PEOPLE if visible(cast.reader(name)).exists()}
    in_index = {name for name in PEOPLE if {*reach(row)} & {*reader_reach(cast.reader(name))}}

    if state == State.SHARED:
        assert in_index == in_tables
    else:
        assert (in_index, in_tables) == (set(), {"anna"})


@pytest.mark.parametrize(
    ("audience", "team", "readers"),
    [
        ("me", None, {"anna"}),
        ("team", "youth", {"anna", "bo", "dorte"}),
        ("team", "companies", {"anna", "erik"}),
        ("team", None, {"anna"}),
        ("organisation", None, {"anna", "bo", "dorte", "erik", "gitte"}),
        ("field", None, {"anna"}),
    ],
)
def test_who_reads_what_is_shared(
    cast: Cast, audience: str, team: str | None, readers: set[str]
) -> None:
    row = made(cast, audience, "shared", team)

    assert {name for name in PEOPLE if row in visible(cast.reader(name))} == readers


def test_an_author_in_two_organisations_sees_it_only_where_it_was_told(cast: Cast) -> None:
    row = made(cast, "me", "shared", None)
    away = reader_of(add_member(cast.away, cast.anna.user, Role.ADMINISTRATOR))

    assert not visible(away).exists()
    assert not {*reach(row)} & {*reader_reach(away)}


def test_marks_of_organisations_people_and_teams_never_look_alike(cast: Cast) -> None:
    marks = [mark for name in PEOPLE for mark in reader_reach(cast.reader(name))]

    assert {mark[0] for mark in marks} == {"o", "t", "u"}
    assert len({mark for mark in marks if mark[0] == "u"}) == len(PEOPLE)
