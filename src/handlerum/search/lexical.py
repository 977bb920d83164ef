"""Finding by words: one Tantivy index per form, BM25, within a reader's reach."""

import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import tantivy

from handlerum.knowledge.terms import Form
from handlerum.search import folder
from handlerum.search.analysis import part_stems, stems, words
from handlerum.search.marks import COLUMNS, reach_of
from handlerum.search.ports import Found
from handlerum.search.schema import open_index

#: So many of the rarest words of a situation make a full match; longer stories are not punished.
ENOUGH = 6
#: The least weight of a word: that of one used by half of the pieces. Without it, what everybody
#: writes about would count as nothing.
LEAST_WEIGHT = math.log(2)
#: What a part of a compound counts, beside the whole word.
PART_WEIGHT = 0.5
#: A part that more than one in so many pieces holds tells nothing, and is slow to look up.
PART_RARE = 20
#: The most words of one situation that are looked up, the rarest first.
MOST_TERMS = 48
#: So many times as many as are wanted are asked for before access is applied. Tantivy can leave
#: out what cannot be among the best only while nothing else is asked of it.
_AHEAD = 3

_NONE = np.empty(0, np.int64)
_NOTHING = Found(_NONE, np.empty(0, np.float32), _NONE, _NONE)


@dataclass(slots=True)
class OpenIndex:
    """An index, as it stood when it was last looked at."""

    index: Any
    commit: str  # path of the file that every commit replaces
    changed: int  # its modification time, nanoseconds
    searcher: Any = None
    used: dict[tuple[str, str], int] = field(default_factory=dict)  # pieces with a term

    def look_again(self) -> None:
        """Read what was committed since."""
        changed = os.stat(self.commit).st_mtime_ns  # noqa: PTH116  asked for every answer
        if self.changed != changed:
            self.index.reload()
            self.searcher, self.used, self.changed = self.index.searcher(), {}, changed

    def frequency(self, field: str, stem: str) -> int:
        """How many pieces hold a term, remembered until the next commit."""
        key = (field, stem)
        if key not in self.used:
            if len(self.used) > 50_000:
                self.used.clear()
            self.used[key] = self.searcher.doc_freq(field, stem)
        return self.used[key]


@dataclass(frozen=True, slots=True)
class _Word:
    stem: str
    weight: float
    boost: float  # what Tantivy's own weight must be multiplied with


@dataclass(frozen=True, slots=True)
class Asked:
    """The terms of a situation: its words, and the parts of its compounds."""

    stems: tuple[str, ...]
    parts: tuple[str, ...]

    @property
    def all(self) -> frozenset[str]:
        """Everything that may be marked in an answer."""
        return frozenset((*self.stems, *self.parts))


def asked(situation: str) -> Asked:
    """What a situation asks for, each term once."""
    whole = tuple(dict.fromkeys(stems(situation)))
    beside = (part for word in words(situation) for part in part_stems(word))
    return Asked(whole, tuple(dict.fromkeys([*whole, *beside]))[:MOST_TERMS])


class Lexical:
    """Reads the index in use; notices by itself when it was written to or replaced."""

    def __init__(self) -> None:
        # One attribute, so that requests in other threads see folder and indexes change as one.
        self._state: tuple[Path | None, dict[str, OpenIndex]] = (None, {})

    @property
    def ready(self) -> bool:
        """Whether there is an index that can be read."""
        return bool(self._indexes())

    def find(self, wanted: Asked, reach: Sequence[str], limit: int) -> Mapping[str, Found]:
        """Ask every form. Scores are shares of a full match, from 0 to 1.

        Args:
            reach: the marks of access; nothing without one of them is found.
            limit: most pieces of each form.
        """
        indexes = self._indexes()
        return {
            form: find_in(indexes[form], wanted, reach, limit) if form in indexes else _NOTHING
            for form in Form.values
        }

    def searched(self, form: str, reach: Sequence[str]) -> int:
        """How many pieces of a form lie within the reach."""
        index = self._indexes().get(form)
        if index is None:
            return 0
        allowed = _allowed(index.index.schema, reach)
        return int(index.searcher.search(allowed, limit=1, count=True).count)

    def _indexes(self) -> dict[str, OpenIndex]:
        """The five indexes as they stand now; none where nothing was built, or it is damaged."""
        for _attempt in range(2):
            try:
                return self._fresh()
            except (OSError, ValueError):
                # A rebuild took the place of the folder in this very moment: look again.
                self._state = (None, {})
        return {}

    def _fresh(self) -> dict[str, OpenIndex]:
        current = folder.current()
        if current is None:
            return {}
        path, indexes = self._state
        if path != current.path:
            indexes = {form: opened(current.path, form) for form in Form.values}
            self._state = (current.path, indexes)
        for known in indexes.values():
            known.look_again()
        return indexes


def opened(path: Path, form: str) -> OpenIndex:
    """The index of that name in a folder, not looked at yet."""
    commit = path / form / "meta.json"
    # 0 is no time that a commit can have: the first look reloads.
    return OpenIndex(open_index(path, form), str(commit), 0)


def find_in(index: OpenIndex, wanted: Asked, reach: Sequence[str], limit: int) -> Found:
    """Ask one index; see `Lexical.find`."""
    known = _words(index, wanted.stems)
    if not known:
        return _NOTHING
    schema = index.index.schema
    terms = [*_whole(schema, known), *_in_part(index, wanted)]
    if not terms:
        return _NOTHING
    query = tantivy.Query.boolean_query(terms)
    best = sum(sorted((word.weight for word in known), reverse=True)[:ENOUGH])
    ahead = _AHEAD * limit
    hits = index.searcher.search(query, limit=ahead, count=False).hits
    found = _readable(index, hits, reach, best)
    if len(found) < limit and len(hits) == ahead:
        # Much of the best was for others: ask for this reader alone, which takes longer.
        query = _both(_allowed(schema, reach), query)
        hits = index.searcher.search(query, limit=limit, count=False).hits
        found = _readable(index, hits, reach, best)
    return Found(found.ids[:limit], found.score[:limit], found.kind[:limit], found.sketch[:limit])


def _readable(index: OpenIndex, hits: Sequence[Any], reach: Sequence[str], best: float) -> Found:
    addresses = [address for _, address in hits]
    ids, audience, author, kind, sketch = (
        np.array(index.searcher.fast_field_values(column, addresses), np.int64)
        for column in ("id", *COLUMNS)
    )
    score = np.array([score for score, _ in hits], np.float32)
    mine = reach_of(reach).includes(audience, author)
    score = np.minimum(score[mine] / best, 1)
    return Found(ids[mine], score, kind[mine], sketch[mine])


def _words(index: OpenIndex, wanted: Sequence[str]) -> list[_Word]:
    """The words of a situation with their weights in one form, the rarest first.

    Weight is Robertson's idf, as in BM25, but never under LEAST_WEIGHT. A word that nothing of
    this form uses weighs as one used once: it belongs to what a full match would be.
    """
    total = index.searcher.num_docs
    if not total:
        return []
    found = []
    for stem in wanted:
        used = index.frequency("words", stem)
        weight = max(LEAST_WEIGHT, _idf(total, max(used, 1)))
        found.append(_Word(stem, weight, weight / _idf(total, used) if used else 0.0))
    return sorted(found, key=lambda word: -word.weight)[:MOST_TERMS]


def _idf(total: int, used: int) -> float:
    """How much a word tells that so many of all pieces use (Robertson and Zaragoza 2009)."""
    return math.log(1 + (total - used + 0.5) / (used + 0.5))


def _allowed(schema: Any, reach: Sequence[str]) -> Any:
    marks = tantivy.Query.term_set_query(schema, "reach", list(reach))
    return tantivy.Query.const_score_query(marks, 0.0)


def _whole(schema: Any, words: list[_Word]) -> list[Any]:
    terms = []
    for word in words:
        if word.boost:
            term = tantivy.Query.term_query(schema, "words", word.stem)
            boosted = tantivy.Query.boost_query(term, word.boost) if word.boost > 1.0 else term
            terms.append((tantivy.Occur.Should, boosted))
    return terms


def _in_part(index: OpenIndex, wanted: Asked) -> list[Any]:
    """What a compound shares with a word: asked words in compounds, and parts of asked ones."""
    terms = []
    common = max(index.searcher.num_docs / PART_RARE, PART_RARE)
    for part in wanted.parts:
        fields = ("parts",) if part in wanted.stems else ("parts", "words")
        for name in fields:
            if 0 < index.frequency(name, part) <= common:
                term = tantivy.Query.term_query(index.index.schema, name, part)
                boosted = tantivy.Query.boost_query(term, PART_WEIGHT)
                terms.append((tantivy.Occur.Should, boosted))
    return terms


def _both(one: Any, other: Any) -> Any:
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, one), (tantivy.Occur.Must, other)])
