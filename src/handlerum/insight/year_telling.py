"""What a person tells for the year's status, before it is stored."""

from dataclasses import dataclass
from datetime import date

#: What the author chose to keep, knowing that it points to somebody: key and choice.
Kept = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both included."""

    starts: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class PrincipleTelling:
    """A principle, and what is said of the three questions about it."""

    name: str
    meaningful: str = ""
    followed: str = ""
    results: str = ""
    kept: Kept = ()


@dataclass(frozen=True, slots=True)
class ChosenTelling:
    """Which group chose a nomination, and why."""

    group: str
    why: str
    kept: Kept = ()
