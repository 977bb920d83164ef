"""What unites the groups, and what tells each one apart (as in Polis, Small et al. 2021)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod, sqrt

from handlerum.reflection.opinions.counting import Counts

#: One-sided, at 90 per cent.
SURE = 1.2816
#: So many at the most that tell one group apart.
MOST = 5
#: Fewer answers from a group say nothing about it.
_HEARD = 3


@dataclass(frozen=True, slots=True)
class Unites:
    """A statement that most in every group agree on, or most in every group disagree with.

    `strength` is the product over the groups of the share that does, from 0 to 1.
    """

    statement: int
    agree: bool
    strength: float


@dataclass(frozen=True, slots=True)
class Apart:
    """A statement that one group agrees with, or disagrees with, more than the others do.

    `sure` is the z of a test of two proportions; above 1.28 in 90 of 100 it is no accident.
    """

    statement: int
    agree: bool
    sure: float


def uniting(groups: Mapping[int, Sequence[Counts]]) -> list[Unites]:
    """What unites, the strongest first.

    Args:
        groups: for each statement, how each group answered.
    """
    found = [one for row in groups.items() for one in _unites(*row)]
    return sorted(found, key=lambda one: (-one.strength, one.statement))


def _unites(statement: int, counts: Sequence[Counts]) -> Iterator[Unites]:
    if any(one.answered < _HEARD for one in counts):
        return
    for agree in (True, False):
        said = _said(counts, agree)
        if all(2 * did > of for did, of in said):
            yield Unites(statement, agree, round(prod(_share(*one) for one in said), 4))


def apart(groups: Mapping[int, Sequence[Counts]], group: int) -> list[Apart]:
    """What tells one group apart from all the others, the surest first; five at the most.

    Most in the group must themselves say so: a group is told by what it thinks, not by what it
    thinks a little less than others.
    """
    found = [one for row in groups.items() for one in _apart(*row, group)]
    return sorted(found, key=lambda one: (-one.sure, one.statement))[:MOST]


def _apart(statement: int, counts: Sequence[Counts], group: int) -> Iterator[Apart]:
    rest = sum((c for n, c in enumerate(counts) if n != group), Counts(0, 0, 0))
    if min(counts[group].answered, rest.answered) < _HEARD:
        return
    for agree in (True, False):
        ours, theirs = _said([counts[group], rest], agree)
        sure = differing(ours, theirs)
        if sure > SURE and above_half(*ours) > SURE:
            yield Apart(statement, agree, round(sure, 4))


def differing(ours: tuple[int, int], theirs: tuple[int, int]) -> float:
    """z of the difference between two proportions, pooled; one is added to each number.

    Args:
        ours: how many did, of how many.
        theirs: the same.
    """
    (said, of), (said_there, of_there) = [(did + 1, all_ + 1) for did, all_ in (ours, theirs)]
    pooled = (said + said_there) / (of + of_there)
    if pooled == 1:
        return 0.0
    spread = sqrt(pooled * (1 - pooled) * (1 / of + 1 / of_there))
    return (said / of - said_there / of_there) / spread


def above_half(said: int, of: int) -> float:
    """z of one proportion against a half; one is added to each number."""
    return 2 * sqrt(of + 1) * ((said + 1) / (of + 1) - 0.5)


def _share(said: int, of: int) -> float:
    """The share that did, drawn towards a half where few answered."""
    return (said + 1) / (of + 2)


def _said(counts: Sequence[Counts], agree: bool) -> list[tuple[int, int]]:
    """How many agreed, or disagreed, of how many."""
    return [(one.agreed if agree else one.disagreed, one.answered) for one in counts]
