"""How long questions wait, told so that nobody can be made out. Pure."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

#: Fewer people, or fewer questions, are never told of.
LEAST = 5


@dataclass(frozen=True, slots=True)
class Wait:
    """One question: who asked, in which group they are counted, and how many days it waited."""

    asker_id: int
    group_id: int | None
    days: float


@dataclass(frozen=True, slots=True)
class Waited:
    """How long the questions of a group waited, in whole days."""

    median: int
    longest: int


def waited(waits: Sequence[Wait]) -> Waited | None:
    """The figures of those questions; None where there are too few of them, or of people."""
    if len(waits) < LEAST or len({wait.asker_id for wait in waits}) < LEAST:
        return None
    days = [wait.days for wait in waits]
    return Waited(math.ceil(median(days)), math.ceil(max(days)))


def by_group(waits: Iterable[Wait], sizes: Mapping[int, int]) -> dict[int, Waited]:
    """The figures of every group that can be told of.

    What is left when all that is told is taken from the whole may not be a handful of people
    either. So the smallest group goes untold too, until what is left is large enough or nothing.

    Args:
        sizes: how many people each group has.
    """
    grouped: dict[int | None, list[Wait]] = {}
    for wait in waits:
        grouped.setdefault(wait.group_id, []).append(wait)
    told = {
        group: figures
        for group, own in grouped.items()
        if group is not None and sizes.get(group, 0) >= LEAST and (figures := waited(own))
    }
    while told and _too_few(
        [w for group, own in grouped.items() if group not in told for w in own]
    ):
        del told[min(told, key=lambda group: (len(grouped[group]), group))]
    return told


def _too_few(left: Sequence[Wait]) -> bool:
    return bool(left) and waited(left) is None
