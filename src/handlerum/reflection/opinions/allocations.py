"""A fixed sum that people share out between choices."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

TOTAL = 100
#: Fewer answers than this are not shown: they could point to who gave them.
ENOUGH = 5


class Uneven(ValueError):
    """What was shared out is not the whole sum; `left` is missing, or too much when negative."""

    def __init__(self, left: int) -> None:
        super().__init__(f"{left} left")
        self.left = left


@dataclass(frozen=True, slots=True)
class Share:
    """What a choice was given: on average, and how much people differ (standard deviation)."""

    choice: int
    mean: float
    spread: float


def checked(parts: Mapping[int, int], choices: Collection[int], total: int = TOTAL) -> None:
    """See that one allocation is whole; a choice that is left out was given nothing.

    Args:
        parts: what each choice was given.
        choices: what there is to choose from.

    Raises:
        Uneven: the parts do not add up to the total.
        ValueError: a part is below nothing, or the choice is unknown.
    """
    if not set(parts) <= set(choices):
        raise ValueError("an unknown choice")
    if any(part < 0 for part in parts.values()):
        raise ValueError("a part below nothing")
    if left := total - sum(parts.values()):
        raise Uneven(left)


def shares(
    allocations: Iterable[Mapping[int, int]], choices: Iterable[int]
) -> tuple[Share, ...] | None:
    """The mean and spread for each choice, in the order of the choices; None below five people."""
    given = list(allocations)
    if len(given) < ENOUGH:
        return None
    return tuple(_share(one, [parts.get(one, 0) for parts in given]) for one in choices)


def _share(choice: int, parts: list[int]) -> Share:
    """From whole sums, which are exact in any order."""
    number, total = len(parts), sum(parts)
    squares = number * sum(part * part for part in parts) - total * total
    return Share(choice, round(total / number, 2), round(sqrt(squares) / number, 2))
