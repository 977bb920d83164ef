"""What a person tells, before it is stored: plain data that every door fills in the same way."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SourceTelling:
    """Where it was read or heard."""

    title: str = ""
    authors: str = ""
    year: int | None = None
    publisher: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """One contribution as told. Fixed words come as plain strings and are checked by `rules`."""

    way: str
    form: str
    voice: str
    title: str = ""
    text: str = ""
    learned: str = ""
    participants: str = ""
    context: str = ""
    outcome: str = ""
    source: SourceTelling = SourceTelling()
    law_date: date | None = None
    topics: tuple[str, ...] = ()
    audience: str = "team"
    team_id: int | None = None
    #: What the author chose to keep, knowing that it points to somebody: key and choice.
    kept: tuple[tuple[str, str], ...] = ()
