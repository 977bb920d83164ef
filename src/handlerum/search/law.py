"""What the law makes possible: the same engine over the provisions in force, with its own index.

Legislation is no form of knowledge and competes with none: it has a strip and a threshold of its
own. Few thousand provisions are in force, so their index is built whole when what is in force
changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from handlerum.core.clock import today
from handlerum.knowledge.queries import Document
from handlerum.knowledge.terms import Voice, Way
from handlerum.legislation.provisions import Provision, in_force_count, provisions_of, texts_on
from handlerum.legislation.terms import ActKind, Gives
from handlerum.legislation.time import turning_point
from handlerum.organisations.access import Reader
from handlerum.search.aside import Aside
from handlerum.search.lexical import Asked, find_in
from handlerum.trail.queries import newest_of
from handlerum.trail.terms import Thing

#: The most provisions of a strip.
MOST = 5
#: The share of a full match under which a provision is not shown.
THRESHOLD = 0.3
#: So many are found, and so many of them read: those that give nothing are passed by.
_DEPTH, _READ = 20, 14
#: An order fills in an act: of two that fit as well, the act is what gives room.
_WEIGHT = {ActKind.ACT.value: 1.0, ActKind.ORDER.value: 0.7}
_NAME, _REACH = "legislation", ["o0"]
_ORDER = {gives: place for place, gives in enumerate(Gives)}


@dataclass(frozen=True, slots=True)
class Strip:
    """What is shown beside the five forms.

    `searched` counts the provisions that were looked through: 0 where nothing is imported.
    """

    provisions: list[Provision]
    searched: int
    day: date


class LawIndex(Aside):
    """The provisions in force, as every answer asks them."""

    def strip(self, reader: Reader, wanted: Asked) -> Strip:
        """At most MOST provisions for a situation, possibilities before duties."""
        day, index = today(), self.index()
        if index is None:
            return Strip([], in_force_count(day), day)
        hits = find_in(index, wanted, _REACH, _DEPTH)
        near = {
            id_: score
            for id_, score in zip(hits.ids.tolist(), hits.score.tolist(), strict=True)
            if score >= THRESHOLD
        }
        rows = provisions_of(reader, list(near)[:_READ], day)
        found = [one for one in rows.values() if one.gives]
        found.sort(key=lambda one: -near[one.row.id] * _WEIGHT[one.act.kind])
        best = sorted(found[:MOST], key=lambda one: _ORDER[one.gives or Gives.MUST])
        return Strip(best, index.searcher.num_docs, day)


#: The one that every answer asks.
law = LawIndex(_NAME, "law")


def catch_up_law() -> bool:
    """Build the index where what is in force has changed since. Returns whether it had.

    Raises:
        Busy: another process is building it.
    """
    # An edition was taken in, or a day came on which one begins or ends.
    entry = newest_of(Thing.EDITION)
    return bool(entry) and law.build(f"{entry}-{turning_point(today())}", _documents())


def repair_law() -> bool:
    """Let go of the index where a file of it was damaged. Returns whether it was whole."""
    return law.repair()


def _documents() -> Iterator[Document]:
    way, voice = Way.REPORTS.value, Voice.PUBLIC_BODY.value
    for id_, title, body in texts_on(today()):
        yield Document(id_, _NAME, way, voice, _REACH, title, body)
