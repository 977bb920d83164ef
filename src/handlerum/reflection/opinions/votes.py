"""The table of who answered what."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Numbers = NDArray[np.intp]
Flags = NDArray[np.bool_]

AGREE, PASS, DISAGREE = 1, 0, -1
_ANSWERS = frozenset((AGREE, PASS, DISAGREE))


@dataclass(frozen=True, slots=True, eq=False)
class Votes:
    """Participants × statements, each sorted by id.

    `cells` holds +1 for agree, -1 for disagree, 0 for pass and NaN for unseen; it cannot be
    written to. Only who voted and what was voted on are here.
    """

    participants: tuple[int, ...]
    statements: tuple[int, ...]
    cells: Floats

    @property
    def seen(self) -> Flags:
        """Which cells hold an answer; a pass is one."""
        return ~np.isnan(self.cells)


def tabled(votes: Iterable[tuple[int, int, int]]) -> Votes:
    """The table of votes that come in any order.

    Args:
        votes: participant, statement and answer; the same one may come again.

    Raises:
        ValueError: an answer is not +1, 0 or -1, or one participant gave two to a statement.
    """
    answers: dict[tuple[int, int], int] = {}
    for participant, statement, answer in votes:
        if answer not in _ANSWERS:
            raise ValueError(f"{answer!r} is not +1, 0 or -1")
        if answers.setdefault((participant, statement), answer) != answer:
            raise ValueError(f"two answers from {participant} to {statement}")
    participants = sorted({participant for participant, _ in answers})
    statements = sorted({statement for _, statement in answers})
    row = {one: number for number, one in enumerate(participants)}
    column = {one: number for number, one in enumerate(statements)}
    cells = np.full((len(row), len(column)), np.nan)
    for (participant, statement), answer in answers.items():
        cells[row[participant], column[statement]] = answer
    cells.flags.writeable = False
    return Votes(tuple(participants), tuple(statements), cells)
