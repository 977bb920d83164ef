"""What a person tells when asking, before it is stored; every door fills it in the same way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

#: What the author chose to keep, knowing that it points to somebody: key and choice.
Kept = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class To:
    """Who is asked: one colleague by the id of their user, or all who offered a topic."""

    colleague_id: int | None = None
    topic: str = ""


@dataclass(frozen=True, slots=True)
class QuestionTelling:
    """A question in the asker's own words, and what it is about.

    `key` is made when the form is opened, so that sending it twice asks once.
    """

    question: str
    text: str
    to: To
    dilemma_id: int | None = None
    contribution_id: int | None = None
    kept: Kept = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class TimesTelling:
    """Times to talk together, and where or how."""

    times: Sequence[datetime]
    how: str = ""
    kept: Kept = ()
