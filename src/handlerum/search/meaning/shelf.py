"""One form's vectors as a reader sees them: the nearest, and those of pieces known by number."""

from collections import OrderedDict
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from handlerum.search.marks import Reach
from handlerum.search.meaning.files import Manifest, bytes_of, codes_of, rows_of
from handlerum.search.meaning.quantise import codes
from handlerum.search.meaning.scan import cosines_at, nearest_codes
from handlerum.search.ports import Found, Vectors

#: So many times as many as are wanted are compared in full. Recall grows with it: on 9,548 passages
#: of real Danish, the nearest 5 by cosine are among the nearest 150 by bits 98.7 times in 100.
_COMPARED = 30
#: Passages looked at for each piece that is wanted.
_PASSAGES = 4
#: Readers whose reach is remembered, each a byte for every row.
_READERS = 16


@dataclass
class ShelfReader:
    """Open files of one form, as they stood when it was opened."""

    folder: Path
    form: str
    manifest: Manifest
    _allowed: OrderedDict[tuple[object, ...], NDArray[np.bool_]] = field(
        default_factory=OrderedDict
    )

    @cached_property
    def rows(self) -> NDArray[np.void]:
        """What is known of each passage."""
        return np.asarray(rows_of(self.folder, self.form, self.manifest))

    @cached_property
    def _bytes(self) -> NDArray[np.int8]:
        return np.asarray(bytes_of(self.folder, self.form, self.manifest))

    @cached_property
    def _codes(self) -> NDArray[np.uint64]:
        return np.asarray(codes_of(self.folder, self.form, self.manifest))

    @cached_property
    def _by_id(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Rows in the order of their pieces' numbers, and those numbers; rows that are gone not."""
        order = np.argsort(self.rows["id"], kind="stable")
        order = order[self.rows["alive"][order] == 1]
        return order, self.rows["id"][order]

    def nearest(self, asked: Vectors, reach: Reach, limit: int) -> Found:
        """The pieces nearest to a centred vector, within a reader's reach, the nearest first."""
        allowed = self._readable(reach)
        near = nearest_codes(self._codes, codes(asked[None])[0], allowed, limit * _COMPARED)
        return self._ranked(near, asked, limit)

    def of(self, ids: NDArray[np.int64], asked: Vectors) -> Found | None:
        """How near those pieces lie to a centred vector, as far as their vectors are made."""
        order, numbers = self._by_id
        first = np.searchsorted(numbers, ids, "left")
        last = np.searchsorted(numbers, ids, "right")
        spans = [order[a:b] for a, b in zip(first.tolist(), last.tolist(), strict=True)]
        if not spans or not sum(map(len, spans)):
            return None
        return self._ranked(np.concatenate(spans), asked, len(ids))

    def vectors_of(self, id_: int) -> NDArray[np.float32]:
        """The vectors of one piece's passages, centred, shape (passages, dimensions)."""
        order, numbers = self._by_id
        first, last = np.searchsorted(numbers, [id_, id_ + 1]).tolist()
        found = self._bytes[order[first:last]].astype(np.float32)
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        return np.asarray(found / np.maximum(lengths, 1e-9), np.float32)

    def _ranked(self, near: NDArray[np.int64], asked: Vectors, limit: int) -> Found:
        """The pieces of some rows by cosine; a piece counts by its nearest passage."""
        score = cosines_at(self._bytes, near, asked)
        # Passages of one piece may stand together at the top: some more of them than are wanted.
        some = min(len(near), _PASSAGES * limit)
        best = np.argpartition(-score, some - 1)[:some] if some < len(near) else slice(None)
        near, score = near[best], score[best]
        by_score = np.lexsort((near, -score))
        rows = self.rows[near[by_score]]
        _, first = np.unique(rows["id"], return_index=True)
        kept = np.sort(first)[:limit]
        rows = rows[kept]
        return Found(rows["id"], score[by_score][kept], rows["kind"], rows["sketch"])

    def _readable(self, reach: Reach) -> NDArray[np.bool_]:
        key = (reach.author, *reach.audiences.tolist())
        if key not in self._allowed:
            alive = self.rows["alive"] == 1
            self._allowed[key] = alive & reach.includes(self.rows["audience"], self.rows["author"])
            if len(self._allowed) > _READERS:
                self._allowed.popitem(last=False)
        return self._allowed[key]
