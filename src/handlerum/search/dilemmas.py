"""Known dilemmas near a situation, and what in it sounds like one: the same engine, an own index.

A dilemma is no form of knowledge and takes no form's place. There are few, so their index is built
whole when one of them changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from handlerum.dilemmas.documents import documents, last_changed
from handlerum.dilemmas.models import Dilemma
from handlerum.dilemmas.queries import by_ids
from handlerum.dilemmas.rules.spotting import Mark, spot
from handlerum.dilemmas.words import SIGNS
from handlerum.knowledge.access import reader_reach
from handlerum.organisations.access import Reader
from handlerum.search.analysis import Term
from handlerum.search.aside import Aside
from handlerum.search.excerpts import Segment, marked
from handlerum.search.lexical import Asked, asked, find_in

#: The most dilemmas that are offered.
MOST = 3
#: The share of a full match under which a dilemma is not offered.
THRESHOLD = 0.3
#: So many are looked at: an index may lag, and the tables leave some out.
_DEPTH = 12
#: Characters of a text that are looked through.
_READ = 5000
#: The most signs of a dilemma that are shown, and characters on each side of one.
_SIGNS, _AROUND = 3, 60
_NAME = "dilemmas"

_aside = Aside(_NAME)


@dataclass(frozen=True, slots=True)
class Sounds:
    """Words that sound like a dilemma, marked where they stand, and what they are a sign of."""

    said: str
    segments: list[Segment]


@dataclass(frozen=True, slots=True)
class Offered:
    """Known dilemmas near a text, the nearest first, and what in the text sounds like a new one."""

    known: list[Dilemma]
    sounds: list[Sounds]

    def __bool__(self) -> bool:
        return bool(self.known or self.sounds)


def offered(reader: Reader, text: str, wanted: Asked | None = None) -> Offered:
    """What to offer beside a text. It is looked at in memory; nothing is made or stored.

    Args:
        wanted: the terms of the text, where they are at hand.
    """
    read = text[:_READ]
    return Offered(near(reader, wanted or asked(read)), sounding(read))


def near(reader: Reader, wanted: Asked) -> list[Dilemma]:
    """At most MOST dilemmas that the reader may see and that lie near, the nearest first."""
    index = _aside.index()
    if index is None:
        return []
    hits = find_in(index, wanted, reader_reach(reader), _DEPTH)
    ids = hits.ids[hits.score >= THRESHOLD].tolist()
    rows = by_ids(reader, ids)  # the tables have the last word on who may read what
    return [rows[id_] for id_ in ids if id_ in rows][:MOST]


def sounding(text: str) -> list[Sounds]:
    """The first signs of a dilemma in a text, one of each kind."""
    first = {mark.sign: mark for mark in reversed(spot(text))}
    shown = sorted(first.values())[:_SIGNS]
    return [Sounds(str(SIGNS[mark.sign]), _segments(text, mark)) for mark in shown]


def catch_up_dilemmas() -> bool:
    """Build the index where a dilemma changed since. Returns whether one had.

    Raises:
        Busy: another process is building it.
    """
    entry = last_changed()
    return bool(entry) and _aside.build(str(entry), documents(_NAME))


def repair_dilemmas() -> bool:
    """Let go of the index where a file of it was damaged. Returns whether it was whole."""
    return _aside.repair()


def _segments(text: str, mark: Mark) -> list[Segment]:
    """The stretch around a sign, with its words marked, and … where text was left out."""
    found: list[Segment] = []
    end = 0
    for start, stop in _stretches(text, mark.places):
        gap = [Segment(" … " if found else "… ")] if start > end else []
        places = [Term("", a - start, b - start) for a, b in mark.places if start <= a < stop]
        found += [*gap, *marked(text[start:stop], places)]
        end = stop
    return [*found, *([Segment(" …")] if end < len(text) else [])]


def _stretches(text: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is shown around each place, as whole words; those that touch become one."""
    found: list[tuple[int, int]] = []
    for start, end in places:
        since = text.rfind(" ", 0, max(0, start - _AROUND)) + 1
        until = text.find(" ", min(len(text), end + _AROUND))
        stretch = (since, len(text) if until < 0 else until)
        if found and stretch[0] <= found[-1][1]:
            stretch = (found.pop()[0], stretch[1])
        found.append(stretch)
    return found
