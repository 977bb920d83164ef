"""What search is made of, as small protocols: other analyses and meaning can take a place later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Hit:
    """One contribution that an index found. `relevance` lies between 0 and 1."""

    id: int
    relevance: float


class Finder(Protocol):
    """Finds contributions of each form for a situation, within a reader's reach."""

    def find(self, query: str, reach: Sequence[str], limit: int) -> Mapping[str, Sequence[Hit]]:
        """Ask every form.

        Args:
            query: the situation, in a person's own words.
            reach: the marks of access; nothing without one of them may be found.
            limit: most hits of each form.

        Returns:
            Hits by falling relevance, one entry for each of the five forms, empty ones included.
        """
        ...

    def searched(self, form: str, reach: Sequence[str]) -> int:
        """How many contributions of a form lie within the reach."""
        ...
