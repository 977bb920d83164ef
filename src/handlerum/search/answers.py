"""What an answer is: five lanes, one list, and the silences. Plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from handlerum.knowledge.models import Contribution
from handlerum.knowledge.terms import Form
from handlerum.search.dilemmas import Offered
from handlerum.search.excerpts import Segment
from handlerum.search.law import Strip
from handlerum.search.rules.fusing import Candidate


class Silence(StrEnum):
    """Why a form does not speak."""

    NONE_EXISTS = "none_exists"
    NONE_RELEVANT = "none_relevant"


@dataclass(frozen=True, slots=True)
class Silent:
    """A silent form: how many were looked through, and why none is shown.

    `hidden` counts what access keeps from the reader: for administrators alone, and never a number
    so small that it points to somebody.
    """

    searched: int
    reason: Silence
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Why:
    """Why a piece is shown: the words it shares, parts of compounds, and whether its meaning is."""

    words: list[str]
    parts: list[str]
    meaning: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """One contribution in an answer. `relevance` is the chance that it is relevant."""

    contribution: Contribution
    relevance: float
    why: Why
    title: list[Segment]
    excerpt: list[Segment]
    arose: list[Segment]
    topics: list[Segment]


class Against(StrEnum):
    """In what a counter-voice complicates the others."""

    CHALLENGES = "challenges"
    NUANCES = "nuances"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Counter:
    """A piece that complicates the others, and the one that it is set against."""

    piece: Piece
    against: Against
    other: Contribution


@dataclass(frozen=True, slots=True)
class Lane:
    """One form's part of an answer: pieces, or the silence that stands in their place."""

    form: Form
    pieces: list[Piece]
    silent: Silent | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece stands: which lane from the left and which row from the top, from 1."""

    piece: Piece
    lane: int
    row: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was found for a situation, before the forms are put in order.

    `searched`, `silent` and the rest of an answer's record hold numbers only.
    """

    query: str
    tie: str  # what decides between forms that are owed the same
    limit: int
    lanes: Mapping[Form, Lane]
    chosen: Mapping[Form, list[Candidate]]
    counter: Counter | None
    strip: Strip
    dilemmas: Offered
    encoder: str
    fit: str
    rebuilding: bool
    elapsed_ms: float


@dataclass(frozen=True, slots=True)
class Answer:
    """The balanced answer: five lanes, and one list that is even in every beginning.

    `number` is what it was given as; None where it was not recorded.
    """

    query: str
    lanes: list[Lane]
    places: list[Place]
    counter: Counter | None
    strip: Strip
    dilemmas: Offered
    limit: int
    number: int | None
    rebuilding: bool
    elapsed_ms: float
    most: int

    @property
    def fuller(self) -> bool:
        """Whether some form may have more to say than was asked for."""
        return self.limit < self.most and any(len(lane.pieces) == self.limit for lane in self.lanes)
