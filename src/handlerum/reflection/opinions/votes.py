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
    table = np.array(list(votes), dtype=np.int64).reshape(-1, 3)
    answers = table[:, 2]
    if unknown := set(answers.tolist()) - _ANSWERS:
        raise ValueError(f"{min(unknown)} is not +1, 0 or -1")
    participants, rows = np.unique(table[:, 0], return_inverse=True)
    statements, columns = np.unique(table[:, 1], return_inverse=True)
    cells = np.full((len(participants), len(statements)), np.nan)
    cells[rows, columns] = answers
    twice = np.flatnonzero(cells[rows, columns] != answers)
    if len(twice):
        participant, statement, _ = table[twice[0]].tolist()
        raise ValueError(f"two answers from {participant} to {statement}")
    cells.flags.writeable = False
    return Votes(tuple(participants.tolist()), tuple(statements.tolist()), cells)
