"""Respond: a situation in a person's own words, answered by five forms side by side."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlerum.core.clock import today
from handlerum.core.text import shorten
from handlerum.knowledge.access import reader_reach
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.queries import by_ids, topics_of
from handlerum.knowledge.terms import Form
from handlerum.organisations.access import Reader
from handlerum.search.analysis import part_stems, stems, words
from handlerum.search.excerpts import Segment, excerpt, mark
from handlerum.search.lexical import Lexical
from handlerum.search.ports import Finder, Hit
from handlerum.search.rules import Silent, even_list, relevant, silence, turned

#: The longest situation that is answered, in characters.
MAX_SITUATION = 5000
#: The most pieces of one form that a page shows.
MOST = 12

_finder: Finder = Lexical()


class TooLong(Exception):
    """The situation is longer than MAX_SITUATION; it holds how long it is."""

    def __init__(self, length: int) -> None:
        self.length = length
        super().__init__(f"{length} > {MAX_SITUATION}")


class Empty(Exception):
    """The situation has no words to go by."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One contribution in an answer."""

    contribution: Contribution
    relevance: float
    title: list[Segment]
    excerpt: list[Segment]
    arose: list[Segment]
    topics: list[Segment]


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
class Answer:
    """The balanced answer: five lanes in today's order for this situation."""

    query: str
    lanes: list[Lane]
    limit: int
    elapsed_ms: float

    @property
    def places(self) -> list[Place]:
        """All pieces as one list, even in every prefix: a phone shows it so, a screen as lanes."""
        lanes = {
            lane.form.value: [Place(piece, number, row) for row, piece in enumerate(lane.pieces, 1)]
            for number, lane in enumerate(self.lanes, 1)
        }
        return even_list(lanes, [lane.form.value for lane in self.lanes])

    @property
    def fuller(self) -> bool:
        """Whether some form may have more to say than was asked for."""
        return self.limit < MOST and any(len(lane.pieces) == self.limit for lane in self.lanes)


def respond(reader: Reader, situation: str, limit: int = 4) -> Answer:
    """Answer a situation within the reader's scope.

    Args:
        limit: most pieces of each form.

    Raises:
        Empty: nothing to go by.
        TooLong: more than MAX_SITUATION characters.
    """
    began = time.perf_counter()
    if len(situation) > MAX_SITUATION:
        raise TooLong(len(situation))
    wanted = frozenset(stems(situation))
    if not wanted:
        raise Empty
    marked = wanted | {part for word in words(situation) for part in part_stems(word)}
    reach = reader_reach(reader)
    hits = {form: relevant(found) for form, found in _finder.find(situation, reach, limit).items()}
    # The index may lag by a moment; the tables have the last word on who may read what.
    rows = by_ids(reader, (hit.id for found in hits.values() for hit in found))
    order = turned(Form.values, " ".join(sorted(wanted)), today().isoformat())
    lanes = [_lane(Form(form), _pieces(form, hits[form], rows, marked), reach) for form in order]
    return Answer(situation, lanes, limit, (time.perf_counter() - began) * 1000)


def _pieces(
    form: str, hits: Sequence[Hit], rows: Mapping[int, Contribution], wanted: frozenset[str]
) -> list[Piece]:
    return [
        _piece(row, hit.relevance, wanted)
        for hit in hits
        if (row := rows.get(hit.id)) and row.form == form
    ]


def _piece(row: Contribution, relevance: float, wanted: frozenset[str]) -> Piece:
    return Piece(
        contribution=row,
        relevance=relevance,
        title=mark(row.title, wanted),
        excerpt=excerpt(f"{row.text} {row.learned}".strip(), wanted),
        arose=mark(shorten(row.context, 90), wanted),
        topics=_topics(row, wanted),
    )


def _lane(form: Form, pieces: list[Piece], reach: Sequence[str]) -> Lane:
    silent = None if pieces else silence(_finder.searched(form, reach))
    return Lane(form, pieces, silent)


def _topics(row: Contribution, wanted: frozenset[str]) -> list[Segment]:
    """The topics, when one of them is why the piece is here."""
    segments = mark(", ".join(topics_of(row)), wanted)
    return segments if any(segment.marked for segment in segments) else []
