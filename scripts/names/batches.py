"""Draws training batches of one fixed size, so that the network compiles once."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from corpus import Numbers

from handlerum.privacy.names.features import Rows, rows_of
from handlerum.privacy.names.lexicon import Lexicon
from handlerum.privacy.names.model import REACH
from handlerum.privacy.names.tokens import Ints

#: Tokens, different words and rows in one batch.
BATCH, TYPES, BATCH_ROWS = 6144, 2600, 130_000
#: A word's rows from the lexicon; the rest are its length and its letters.
LEXICAL = 25


class Batches:
    """Draws batches: texts in random order, a gap between two, words of a batch once each."""

    def __init__(
        self, texts: list[Numbers], rows: Rows, known: Ints, rng: np.random.Generator
    ) -> None:
        self.texts, self.rows, self.known, self.rng = texts, rows, known, rng
        ends = np.append(rows.begins[1:], len(rows.rows))
        self.sizes = ends - rows.begins

    def __iter__(self) -> Iterator[dict[str, Any]]:
        while True:
            order = self.rng.permutation(len(self.texts))
            held: list[int] = []
            size = 0
            for number in order:
                length = len(self.texts[number].words) + REACH
                if size + length > BATCH:
                    made = self._batch([self.texts[n] for n in held])
                    if made:
                        yield made
                    held, size = [], 0
                if length < BATCH // 4:
                    held.append(int(number))
                    size += length

    def _batch(self, texts: list[Numbers]) -> dict[str, Any] | None:
        columns: dict[str, Any] = {
            n: np.zeros(BATCH, np.int32) for n in ("which", "shapes", "context", "labels")
        }
        columns |= {"weights": np.zeros(BATCH, np.float32), "mask": np.zeros(BATCH, np.float32)}
        words = np.zeros(BATCH, np.int64)
        at = 0
        for text in texts:
            place = slice(at, at + len(text.words))
            words[place], columns["mask"][place] = text.words, 1
            for name in ("shapes", "context", "labels", "weights"):
                columns[name][place] = getattr(text, name)
            at += len(text.words) + REACH
        types, columns["which"] = np.unique(words, return_inverse=True)
        if len(types) > TYPES or self.sizes[types].sum() > BATCH_ROWS:
            return None
        return columns | self._rows(types)

    def _rows(self, types: Ints) -> dict[str, Any]:
        sizes = self.sizes[types]
        owner = np.repeat(np.arange(len(types)), sizes)
        inside = np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        rows = self.rows.rows[self.rows.begins[types][owner] + inside]
        # A word or a name that the lexicon does not hold must be met in training too.
        forgotten = self.rng.random(len(types)) < 0.10
        fixed = (inside < LEXICAL) & forgotten[owner]
        rows = np.where(fixed, _EMPTY[np.minimum(inside, LEXICAL - 1)], rows)
        word = np.where(forgotten | (self.rng.random(len(types)) < 0.35), 0, self.known[types] + 1)
        room = BATCH_ROWS - len(rows)
        return {
            "rows": np.concatenate([rows, np.zeros(room, np.int64)]).astype(np.int32),
            "owner": np.concatenate([owner, np.full(room, TYPES)]).astype(np.int32),
            "word": np.concatenate([word, np.zeros(TYPES - len(types), np.int64)]).astype(np.int32),
        }


_NOTHING = Lexicon(np.zeros(1, np.uint32), np.zeros(1, np.uint16))
_EMPTY = rows_of(["-"], _NOTHING).rows[:LEXICAL]
