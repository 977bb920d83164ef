"""Why a piece is shown, and how it is shown: the words that matched are marked."""

from handlerum.core.text import fold, shorten
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.queries import topics_of
from handlerum.search.analysis import places
from handlerum.search.answers import Piece, Why
from handlerum.search.excerpts import Segment, excerpt, mark
from handlerum.search.lexical import Asked
from handlerum.search.rules.fusing import Candidate

#: The most words that are named; the excerpt marks the rest.
_NAMED = 5
#: A cosine, after the common direction is taken away, at which meaning is named as a reason.
_NEAR = 0.25


def piece(row: Contribution, candidate: Candidate, asked: Asked) -> Piece:
    """A contribution as an answer shows it."""
    marked = asked.all
    return Piece(
        contribution=row,
        relevance=candidate.chance,
        why=_why(row, candidate, asked),
        title=mark(row.title, marked),
        excerpt=excerpt(f"{row.text} {row.learned}".strip(), marked),
        arose=mark(shorten(row.context, 90), marked),
        topics=_topics(row, marked),
    )


def _why(row: Contribution, candidate: Candidate, asked: Asked) -> Why:
    text = f"{row.title}\n{row.text}\n{row.learned}\n{row.context}\n{', '.join(topics_of(row))}"
    whole = frozenset(asked.stems)
    words: dict[str, str] = {}
    parts: dict[str, str] = {}
    for term in places(text, asked.all):
        told = fold(text[term.start : term.end])
        if term.stem in whole and term.whole:
            words.setdefault(term.stem, told)
        else:
            parts.setdefault(term.stem, told)
    beside = [word for stem, word in parts.items() if stem not in words]
    near = candidate.meaning is not None and candidate.meaning >= _NEAR
    # What neither shares a word nor lies very near was still found by its meaning.
    meaning = near or not (words or beside)
    return Why([*words.values()][:_NAMED], beside[:_NAMED], meaning)


def _topics(row: Contribution, wanted: frozenset[str]) -> list[Segment]:
    """The topics, when one of them is why the piece is here."""
    segments = mark(", ".join(topics_of(row)), wanted)
    return segments if any(segment.marked for segment in segments) else []
