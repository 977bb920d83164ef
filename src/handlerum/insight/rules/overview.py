"""What stands out in an overview: empty corners, and topics that move. Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

#: A topic with fewer pieces than this in the period has hardly moved.
LEAST_PIECES = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """How many contributions of a form came in a way, with a voice."""

    form: str
    way: str
    voice: str
    n: int


@dataclass(frozen=True, slots=True)
class Moved:
    """A topic, with how many contributions it had in the period and in the one before."""

    name: str
    now: int
    before: int

    @property
    def more(self) -> int:
        """How many more; below zero: fewer."""
        return self.now - self.before


def quiet(
    cells: Iterable[Cell], forms: Collection[str], ways: Collection[str]
) -> list[tuple[str, str]]:
    """Pairs of form and way of which there is nothing, in the order of the words."""
    there = {(cell.form, cell.way) for cell in cells if cell.n}
    return [(form, way) for form in forms for way in ways if (form, way) not in there]


def moved(now: Mapping[str, int], before: Mapping[str, int], most: int) -> list[Moved]:
    """The topics that moved most either way, most first; equal ones by name."""
    names = [
        name
        for name in {**now, **before}
        if max(now.get(name, 0), before.get(name, 0)) >= LEAST_PIECES
    ]
    found = [Moved(name, now.get(name, 0), before.get(name, 0)) for name in names]
    return sorted((one for one in found if one.more), key=lambda one: (-abs(one.more), one.name))[
        :most
    ]
