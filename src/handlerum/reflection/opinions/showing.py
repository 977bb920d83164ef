"""What may be shown of the votes.

No participant's id or place is in it; `own_groups` alone tells each one the letter of their group.

The caller shows it when the step is revealed, not after every vote: two pictures with one vote
between them tell how that one voted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlerum.reflection.opinions.counting import Counts, counted
from handlerum.reflection.opinions.drawing import LETTERS, Ellipse, drawn
from handlerum.reflection.opinions.grouping import Groups, grouped
from handlerum.reflection.opinions.projecting import Plane, projected
from handlerum.reflection.opinions.uniting import Apart, Unites, apart, uniting
from handlerum.reflection.opinions.votes import Votes

#: Below this there are only counts, no groups.
ENOUGH_PEOPLE = 8
#: Fewer answers than this are not shown: they could point to who gave them.
ENOUGH_ANSWERS = 5


@dataclass(frozen=True, slots=True)
class Statement:
    """How a statement was answered; None while fewer than five have answered it."""

    id: int
    counts: Counts | None


@dataclass(frozen=True, slots=True)
class Group:
    """One group of opinion.

    `counts` holds, by statement, what may be shown of how the group answered.
    """

    ellipse: Ellipse
    apart: tuple[Apart, ...]
    counts: Mapping[int, Counts]


@dataclass(frozen=True, slots=True)
class Map:
    """Groups of opinion, the largest first, and what unites them; `clear` as in `Groups`.

    `elsewhere` is how many voted on too little to be placed.
    """

    groups: tuple[Group, ...]
    unites: tuple[Unites, ...]
    clear: float
    elsewhere: int


@dataclass(frozen=True, slots=True)
class Shown:
    """All that may be shown: how many voted, each statement, and a map where there may be one."""

    people: int
    statements: tuple[Statement, ...]
    map: Map | None


def shown(votes: Votes) -> Shown:
    """What may be shown of the votes.

    A map needs eight participants who have voted on enough to be placed, and two groups or more.
    """
    totals = dict(zip(votes.statements, counted(votes.cells), strict=True))
    statements = tuple(Statement(id_, _enough(counts)) for id_, counts in totals.items())
    return Shown(len(votes.participants), statements, _mapped(votes, totals))


def own_groups(votes: Votes) -> dict[int, str]:
    """The letter of each participant's group, to be told to that participant alone.

    Who is not placed is left out; empty without a map.
    """
    found = _found(votes)
    if found is None:
        return {}
    plane, groups = found
    people = (votes.participants[row] for row in plane.rows)
    return {one: LETTERS[group] for one, group in zip(people, groups.of, strict=True)}


def _found(votes: Votes) -> tuple[Plane, Groups] | None:
    """Where people stand and in which groups, when that may be shown at all."""
    if len(votes.participants) < ENOUGH_PEOPLE:
        return None
    plane = projected(votes)
    if len(plane.rows) < ENOUGH_PEOPLE:
        return None
    groups = grouped(plane.places)
    return (plane, groups) if groups.number > 1 else None


def _mapped(votes: Votes, totals: Mapping[int, Counts]) -> Map | None:
    found = _found(votes)
    if found is None:
        return None
    plane, groups = found
    of_group = [counted(votes.cells[plane.rows[groups.of == n]]) for n in range(groups.number)]
    rows = {
        id_: [counts[column] for counts in of_group]
        for column, id_ in enumerate(votes.statements)
        if totals[id_].answered >= ENOUGH_ANSWERS
    }
    may = {id_: _open(counts, totals[id_]) for id_, counts in rows.items()}
    ellipses = drawn(plane.places, groups.of)
    return Map(
        tuple(
            Group(
                ellipse,
                tuple(apart(rows, number)),
                {id_: rows[id_][number] for id_, seen in may.items() if seen[number]},
            )
            for number, ellipse in enumerate(ellipses)
        ),
        tuple(uniting(rows)),
        round(groups.clear, 2),
        len(votes.participants) - len(plane.rows),
    )


def _enough(counts: Counts) -> Counts | None:
    return counts if counts.answered >= ENOUGH_ANSWERS else None


def _open(groups: Sequence[Counts], total: Counts) -> list[bool]:
    """For which groups the counts of one statement may be shown.

    From five answers; for none, when what is left of the total would tell on one to four people.
    """
    open_ = [counts.answered >= ENOUGH_ANSWERS for counts in groups]
    told = sum(counts.answered for counts, may in zip(groups, open_, strict=True) if may)
    left = total.answered - told
    return [False] * len(groups) if 0 < left < ENOUGH_ANSWERS else open_
