"""What people tell a session, before it is stored; every door fills it in the same way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

#: A step of a method as plain values; `reflection/methods` says what it holds.
Step = Mapping[str, Any]
#: Persons known to the public whom the writer names on purpose: key and "cite".
Kept = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SessionTelling:
    """What a facilitator prepares.

    `question` is what everybody in the session sees it is about. `audience` says which members
    may join by themselves; "me" is nobody but those who have the link.
    """

    method: str
    steps: Sequence[Step]
    question: str
    subject_kind: str = "question"
    subject_id: int | None = None
    audience: str = "me"
    team_id: int | None = None
    keep_days: int = 14


@dataclass(frozen=True, slots=True)
class EntryTelling:
    """What a participant writes in a step.

    `key` is made by the phone, once for each entry: the same key again is the same entry.
    `edition` grows each time the writer changes the text, so an older one that was delayed on its
    way does not win. `anchor` is the line that a note is about. An empty `kind` is what the step
    asks for.
    """

    step: str
    key: str
    text: str
    kind: str = "text"
    edition: int = 0
    anchor: int | None = None
    kept: Kept = ()


@dataclass(frozen=True, slots=True)
class OptionTelling:
    """Something that could be done, and what made the participant think of it."""

    key: str
    text: str
    phase: str
    edition: int = 0
    contribution_id: int | None = None
    entry_id: int | None = None
    kept: Kept = ()


@dataclass(frozen=True, slots=True)
class AssumptionTelling:
    """Something that was taken for granted, before or after."""

    key: str
    text: str
    phase: str
    edition: int = 0
    kept: Kept = ()


@dataclass(frozen=True, slots=True)
class NextStepTelling:
    """Something that will be done, by a member or by somebody named by a role, before a date."""

    key: str
    text: str
    owner_id: int | None = None
    owner_role: str = ""
    due: date | None = None
    edition: int = 0
    kept: Kept = ()


@dataclass(frozen=True, slots=True)
class CarriedTelling:
    """What is taken along to next time."""

    key: str
    text: str
    edition: int = 0
    kept: Kept = ()


@dataclass(frozen=True, slots=True)
class StepTelling:
    """How a facilitator rewrites a step; what is None stays as it is."""

    name: str | None = None
    instruction: str | None = None
    minutes: int | None = None
    rule: str | None = None
    reveal: str | None = None
    kept: Kept = field(default=())


@dataclass(frozen=True, slots=True)
class NewStep:
    """A step that a facilitator puts in; `input`, `reveal` and `rule` are words of `terms`."""

    name: str
    instruction: str
    minutes: int
    input: str = "talk"
    reveal: str = "on_reveal"
    rule: str = ""
