"""What the law makes possible: the same engine over the provisions in force, with its own index.

Legislation is no form of knowledge and competes with none: it has a strip and a threshold of its
own. Few thousand provisions are in force, so their index is built whole, beside the one in use.
"""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings

from handlerum.core.clock import today
from handlerum.knowledge.queries import Document
from handlerum.knowledge.terms import Voice, Way
from handlerum.legislation.provisions import Provision, in_force_count, provisions_of, texts_on
from handlerum.legislation.terms import ActKind, Gives
from handlerum.legislation.time import turning_point
from handlerum.organisations.access import Reader
from handlerum.search.folder import locked
from handlerum.search.lexical import Asked, OpenIndex, find_in, opened
from handlerum.search.schema import VERSION, Filling, whole
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
_NAME, _REACH, _BATCH = "legislation", ["o0"], 2000
_ORDER = {gives: place for place, gives in enumerate(Gives)}


@dataclass(frozen=True, slots=True)
class Strip:
    """What is shown beside the five forms.

    `searched` counts the provisions that were looked through: 0 where nothing is imported.
    """

    provisions: list[Provision]
    searched: int
    day: date


class LawIndex:
    """Reads the index in use; notices by itself when another one took its place."""

    def __init__(self) -> None:
        self._open: tuple[Path, OpenIndex] | None = None

    def strip(self, reader: Reader, wanted: Asked) -> Strip:
        """At most MOST provisions for a situation, possibilities before duties."""
        day, index = today(), self._fresh()
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

    def _fresh(self) -> OpenIndex | None:
        try:
            path = _root() / (_root() / "in-use").read_text()
            if self._open is None or self._open[0] != path:
                self._open = (path, opened(path, _NAME))
            self._open[1].look_again()
        except (OSError, ValueError):  # not built yet, or in this very moment replaced
            self._open = None
        return self._open[1] if self._open else None


def catch_up_law() -> bool:
    """Build the index where what is in force has changed since. Returns whether it had.

    Raises:
        Busy: another process is building it.
    """
    # An edition was taken in, or a day came on which one begins or ends.
    entry = newest_of(Thing.EDITION)
    if not entry:
        return False
    name = f"{VERSION}-{entry}-{turning_point(today())}"
    pointer = _root() / "in-use"
    if pointer.exists() and pointer.read_text() == name:
        return False
    with locked(_root()):
        shutil.rmtree(_root() / name, ignore_errors=True)
        _build(_root() / name)
        fresh = _root() / "in-use.new"
        fresh.write_text(name)
        fresh.replace(pointer)
        for path in _root().iterdir():
            if path.is_dir() and path.name != name:
                shutil.rmtree(path, ignore_errors=True)
    return True


def repair_law() -> bool:
    """Remove the index where a file of it was damaged. Returns whether it was whole."""
    pointer = _root() / "in-use"
    if not pointer.exists() or whole(_root() / pointer.read_text(), [_NAME]):
        return True
    pointer.unlink()
    return False


def _build(folder: Path) -> None:
    way, voice = Way.REPORTS.value, Voice.PUBLIC_BODY.value
    with Filling(folder, [_NAME]) as filling:
        batch = {}
        for id_, title, body in texts_on(today()):
            batch[id_] = Document(id_, _NAME, way, voice, _REACH, title, body)
            if len(batch) == _BATCH:
                filling.add([], batch)
                batch = {}
        filling.add([], batch)


def _root() -> Path:
    return Path(settings.HANDLERUM_INDEX) / "law"


#: The one that every answer asks.
law = LawIndex()
