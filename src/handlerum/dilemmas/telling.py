"""What a person tells of a dilemma, before it is stored; every door fills it in the same way."""

from collections.abc import Mapping
from dataclasses import dataclass, field

#: What the author chose to keep, knowing that it points to somebody: key and choice.
Kept = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DilemmaTelling:
    """The owner's own words, and who may read. Fixed words come as plain strings."""

    question: str
    text: str = ""
    audience: str = "team"
    team_id: int | None = None
    kept: Kept = ()


@dataclass(frozen=True, slots=True)
class ConsiderationTelling:
    """A consideration told anew; one that exists already is named by its id instead."""

    name: str
    bearer: str
    at_stake: str = ""
    kept: Kept = ()


@dataclass(frozen=True, slots=True)
class ChoiceTelling:
    """What is chosen and why; `owed_to` is the id of the consideration that was not followed."""

    option_id: int
    reasons: str
    residue: str
    owed_to: int
    why_fewer: str = ""
    kept: Kept = ()


@dataclass(frozen=True, slots=True)
class FalseTestTelling:
    """Replies by question, what there is to say about them, and the verdict."""

    answers: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    verdict: str = ""
    kept: Kept = ()
