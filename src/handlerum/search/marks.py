"""What an index must know of a piece beside its content, as numbers. Pure.

The marks of access (`knowledge.access.reach`) are words such as "o3", "t7" and "u3.12". Columns of
numbers are quicker to compare than words are to look up, so both indexes keep them so.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handlerum.knowledge.terms import Voice, Way

_VOICES = len(Voice.values)


@dataclass(frozen=True, slots=True)
class Marks:
    """Who may read a piece, and what it is like.

    `audience` is minus the organisation's number where all of it may read, the team's number where
    a team may, else 0. `kind` holds way and voice. `sketch` tells near-duplicates
    (`rules/sketches.py`).
    """

    audience: int
    author: int
    kind: int
    sketch: int


#: The columns in which an index keeps them, in this order.
COLUMNS = ("audience", "author", "kind", "sketch")


@dataclass(frozen=True, slots=True)
class Reach:
    """What a reader may see, as numbers: audiences, and whose own pieces."""

    audiences: NDArray[np.int64]
    author: int

    def includes(self, audience: NDArray[np.int64], author: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which pieces the reader may see.

        An author in several organisations is told apart by the tables alone, which always have
        the last word.
        """
        found: NDArray[np.bool_] = author == self.author
        for one in self.audiences.tolist():  # a handful: quicker than np.isin
            found = found | (audience == one)
        return found


def marks_of(reach: Sequence[str], way: str, voice: str, sketch: int) -> Marks:
    """A piece's marks as numbers."""
    kind = Way.values.index(way) * _VOICES + Voice.values.index(voice)
    return Marks(next(iter(_audiences(reach)), 0), _author(reach), kind, sketch)


def reach_of(reach: Sequence[str]) -> Reach:
    """A reader's marks as numbers."""
    return Reach(np.array(_audiences(reach), np.int64), _author(reach))


def way_and_voice(kind: int) -> tuple[int, int]:
    """Way and voice of a `kind`, as numbers that can be compared."""
    return divmod(kind, _VOICES)


def _audiences(reach: Sequence[str]) -> list[int]:
    signs = {"o": -1, "t": 1}
    return [signs[mark[0]] * int(mark[1:]) for mark in reach if mark[0] in signs]


def _author(reach: Sequence[str]) -> int:
    return next((int(mark.partition(".")[2]) for mark in reach if mark[0] == "u"), 0)
