"""Where people placed a statement on a line."""

from collections.abc import Iterable
from dataclasses import dataclass

LEAST, MOST, BINS = 0, 100, 10
#: Fewer places than this are not shown: they could point to who gave them.
ENOUGH = 5


@dataclass(frozen=True, slots=True)
class Spread:
    """How the places lie: how many in each tenth of the line, from the left, and the middle one."""

    bins: tuple[int, ...]
    median: float

    @property
    def answered(self) -> int:
        return sum(self.bins)


def spread(places: Iterable[int]) -> Spread | None:
    """How places from 0 to 100 lie; None for fewer than five. 100 is in the last tenth.

    Raises:
        ValueError: a place is not on the line.
    """
    ranked = sorted(places)
    if any(not LEAST <= place <= MOST for place in ranked):
        raise ValueError(f"a place is not from {LEAST} to {MOST}")
    if len(ranked) < ENOUGH:
        return None
    bins = [0] * BINS
    for place in ranked:
        bins[min(BINS - 1, place * BINS // MOST)] += 1
    half = len(ranked) // 2
    return Spread(tuple(bins), (ranked[half] + ranked[~half]) / 2)
