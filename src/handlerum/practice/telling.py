"""What a person tells of practice, before it is stored; every door fills it in the same way."""

from dataclasses import dataclass
from datetime import date

from handlerum.trail.terms import Thing

#: What the author chose to keep, knowing that it points to somebody: key and choice.
Kept = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """What something came from: a thing of any room, and the part of it, as plain ids."""

    thing: Thing
    id: int
    part: int | None = None
    #: The option of a session, where it is one.
    option: int | None = None


@dataclass(frozen=True, slots=True)
class TrialTelling:
    """What is tried, until when, and the three questions before it begins."""

    what: str
    until: date | None
    expected: str = ""
    surprise: str = ""
    sign: str = ""
    by_team_id: int | None = None
    audience: str = "team"
    team_id: int | None = None
    kept: Kept = ()


@dataclass(frozen=True, slots=True)
class PracticeTelling:
    """A practice as it is written; fixed words come as plain strings."""

    kind: str
    title: str
    text: str
    applies_to: str = ""
    law: str = ""
    next_look: date | None = None
    audience: str = "organisation"
    team_id: int | None = None
    kept: Kept = ()


@dataclass(frozen=True, slots=True)
class FrameTelling:
    """A condition that hinders, what it hinders, and what is asked of which leader by when."""

    kind: str
    condition: str
    hinders: str
    asks: str
    leader_id: int | None
    answer_by: date | None
    shows_name: bool = False
    audience: str = "organisation"
    team_id: int | None = None
    kept: Kept = ()
