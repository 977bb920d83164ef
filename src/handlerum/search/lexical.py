"""Finding by words: one Tantivy index per form, BM25, access applied inside the query."""

import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tantivy

from handlerum.knowledge.terms import Form
from handlerum.search import folder
from handlerum.search.analysis import part_stems, stems, words
from handlerum.search.ports import Hit
from handlerum.search.schema import open_index

#: So many of the rarest words of a situation make a full match; longer stories are not punished.
ENOUGH = 6
#: The least weight of a word: that of one used by half of the pieces. Without it, what everybody
#: writes about would count as nothing.
LEAST_WEIGHT = math.log(2)
#: What a part of a compound counts, beside the whole word.
PART_WEIGHT = 0.5
#: The most words of one situation that are looked up, the rarest first.
MOST_TERMS = 48


@dataclass(slots=True)
class _Open:
    index: Any
    commit: str  # path of the file that every commit replaces
    changed: int  # its modification time, nanoseconds


@dataclass(frozen=True, slots=True)
class _Word:
    stem: str
    weight: float
    boost: float  # what Tantivy's own weight must be multiplied with


class Lexical:
    """Reads the index in use; notices by itself when it was written to or replaced."""

    def __init__(self) -> None:
        # One attribute, so that requests in other threads see folder and indexes change as one.
        self._state: tuple[Path | None, dict[str, _Open]] = (None, {})

    def find(self, query: str, reach: Sequence[str], limit: int) -> Mapping[str, Sequence[Hit]]:
        """Ask every form; see `ports.Finder`. Without an index, every form is empty."""
        asked = list(dict.fromkeys(stems(query)))
        beside = [part for word in words(query) for part in part_stems(word)]
        parts = list(dict.fromkeys([*asked, *beside]))[:MOST_TERMS]
        indexes = self._indexes()
        return {form: _find(indexes.get(form), asked, parts, reach, limit) for form in Form.values}

    def searched(self, form: str, reach: Sequence[str]) -> int:
        """How many contributions of a form lie within the reach."""
        index = self._indexes().get(form)
        if index is None:
            return 0
        allowed = _allowed(index.schema, reach)
        return int(index.searcher().search(allowed, limit=1, count=True).count)

    def _indexes(self) -> dict[str, Any]:
        """The five indexes as they stand now; none where nothing was built, or it is damaged."""
        for _attempt in range(2):
            try:
                return self._fresh()
            except (OSError, ValueError):
                # A rebuild took the place of the folder in this very moment: look again.
                self._state = (None, {})
        return {}

    def _fresh(self) -> dict[str, Any]:
        current = folder.current()
        if current is None:
            return {}
        path, opened = self._state
        if path != current.path:
            opened = {form: _opened(current.path, form) for form in Form.values}
            self._state = (current.path, opened)
        for known in opened.values():
            changed = os.stat(known.commit).st_mtime_ns  # noqa: PTH116  asked for every answer
            if known.changed != changed:
                known.index.reload()
                known.changed = changed
        return {form: known.index for form, known in opened.items()}


def _opened(path: Path, form: str) -> _Open:
    commit = path / form / "meta.json"
    # 0 is no time that a commit can have: the first look reloads.
    return _Open(open_index(path, form), str(commit), 0)


def _find(
    index: Any, asked: list[str], parts: list[str], reach: Sequence[str], limit: int
) -> list[Hit]:
    if index is None:
        return []
    searcher = index.searcher()
    words = _words(searcher, asked)
    if not words:
        return []
    any_of = [*_whole(index.schema, words), *_in_part(searcher, index.schema, asked, parts)]
    query = _both(_allowed(index.schema, reach), tantivy.Query.boolean_query(any_of))
    result = searcher.search(query, limit=limit, count=False)
    ids = searcher.fast_field_values("id", [address for _, address in result.hits])
    best = sum(sorted((word.weight for word in words), reverse=True)[:ENOUGH])
    return [
        Hit(int(id_), min(1.0, score / best))
        for id_, (score, _) in zip(ids, result.hits, strict=True)
    ]


def _words(searcher: Any, asked: list[str]) -> list[_Word]:
    """The words of a situation with their weights in one form, the rarest first.

    Weight is Robertson's idf, as in BM25, but never under LEAST_WEIGHT. A word that nothing of
    this form uses weighs as one used once: it belongs to what a full match would be.
    """
    total = searcher.num_docs
    if not total:
        return []
    words = []
    for stem in asked:
        used = searcher.doc_freq("words", stem)
        weight = max(LEAST_WEIGHT, _idf(total, max(used, 1)))
        words.append(_Word(stem, weight, weight / _idf(total, used) if used else 0.0))
    return sorted(words, key=lambda word: -word.weight)[:MOST_TERMS]


def _idf(total: int, used: int) -> float:
    """How much a word tells that so many of all pieces use (Robertson and Zaragoza 2009)."""
    return math.log(1 + (total - used + 0.5) / (used + 0.5))


def _allowed(schema: Any, reach: Sequence[str]) -> Any:
    marks = tantivy.Query.term_set_query(schema, "reach", list(reach))
    return tantivy.Query.const_score_query(marks, 0.0)


def _whole(schema: Any, words: list[_Word]) -> list[Any]:
    terms = []
    for word in words:
        term = tantivy.Query.term_query(schema, "words", word.stem)
        boosted = tantivy.Query.boost_query(term, word.boost) if word.boost > 1.0 else term
        terms.append((tantivy.Occur.Should, boosted))
    return terms


def _in_part(searcher: Any, schema: Any, asked: list[str], parts: list[str]) -> list[Any]:
    """What a compound shares with a word: asked words in compounds, and parts of asked ones."""
    terms = []
    for part in parts:
        fields = ("parts",) if part in asked else ("parts", "words")
        for field in fields:
            if searcher.doc_freq(field, part):
                term = tantivy.Query.term_query(schema, field, part)
                boosted = tantivy.Query.boost_query(term, PART_WEIGHT)
                terms.append((tantivy.Occur.Should, boosted))
    return terms


def _both(one: Any, other: Any) -> Any:
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, one), (tantivy.Occur.Must, other)])
