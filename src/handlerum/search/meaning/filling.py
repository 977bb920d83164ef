"""Making vectors: only what is new is encoded, and what is done stays done when broken off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from handlerum.knowledge.queries import Document
from handlerum.knowledge.terms import Form
from handlerum.search.analysis import stems
from handlerum.search.marks import COLUMNS, Marks, marks_of
from handlerum.search.meaning.files import (
    ROW,
    Manifest,
    append,
    read_centre,
    rows_of,
    wipe,
)
from handlerum.search.meaning.passages import passages
from handlerum.search.meaning.quantise import centred, quantised
from handlerum.search.ports import Encoder, Vectors
from handlerum.search.rules.sketches import sketch


@dataclass(frozen=True, slots=True)
class _New:
    """A passage that has no vector yet."""

    id: int
    digest: int
    text: str
    marks: Marks


def bring_up_to_date(
    folder: Path,
    manifest: Manifest,
    ids: Sequence[int],
    documents: Mapping[int, Document],
    reading: Encoder,
) -> Manifest:
    """Let the vectors say what the tables say of those pieces.

    A piece whose words are as before keeps its vectors, whoever may read it now.

    Args:
        ids: the pieces that were written, changed or removed.
        documents: those of them that should be found.

    Returns:
        The manifest by which the changes count, once it is written.
    """
    for form in Form.values:
        wanted = {id_: doc for id_, doc in documents.items() if doc.form == form}
        kept = _unchanged(rows_of(folder, form, manifest), wanted)
        new = [one for id_ in wanted if id_ not in kept for one in _passages_of(wanted[id_])]
        # Before anything is changed: an encoder may not answer.
        vectors = reading.passages([passage.text for passage in new]) if new else None
        gone = _settle(folder, manifest, form, ids, {id_: wanted[id_] for id_ in kept})
        if manifest.shelves[form].bytes_sum is None:  # a crash broke off the last overwriting
            gone = np.flatnonzero(rows_of(folder, form, manifest)["alive"] == 0)
        if len(gone):
            manifest = wipe(folder, manifest, form, gone)
        if vectors is not None:
            manifest = _append(folder, manifest, form, new, vectors)
    return manifest


def _unchanged(rows: NDArray[np.void], wanted: Mapping[int, Document]) -> set[int]:
    """The pieces whose vectors need not be made again."""
    found = set()
    for id_, document in wanted.items():
        mine = (rows["id"] == id_) & (rows["alive"] == 1)
        if mine.any() and _digests(document) == rows["digest"][mine].tolist():
            found.add(id_)
    return found


def _settle(
    folder: Path,
    manifest: Manifest,
    form: str,
    ids: Sequence[int],
    kept: Mapping[int, Document],
) -> NDArray[np.int64]:
    """Mark rows that are gone, and refresh the marks of those that stay. Returns the former."""
    rows = rows_of(folder, form, manifest, changing=True)
    if not len(rows):
        return np.empty(0, np.int64)
    touched = np.flatnonzero(np.isin(rows["id"], ids) & (rows["alive"] == 1))
    for id_ in np.unique(rows["id"][touched]).tolist():
        mine = touched[rows["id"][touched] == id_]
        document = kept.get(id_)
        if document:
            marks = _marks(document)
            for column in COLUMNS:
                rows[column][mine] = getattr(marks, column)
        else:
            rows["alive"][mine] = 0
    if isinstance(rows, np.memmap):
        rows.flush()
    gone: NDArray[np.int64] = touched[rows["alive"][touched] == 0]
    return gone


def _append(
    folder: Path, manifest: Manifest, form: str, new: Sequence[_New], vectors: Vectors
) -> Manifest:
    centre = read_centre(folder)
    assert centre is not None  # written when the folder was made
    return append(folder, manifest, form, _rows(new), quantised(centred(vectors, centre)))


def _rows(new: Sequence[_New]) -> NDArray[np.void]:
    rows = np.zeros(len(new), ROW)
    rows["id"] = [passage.id for passage in new]
    rows["digest"] = [passage.digest for passage in new]
    for column in COLUMNS:
        rows[column] = [getattr(passage.marks, column) for passage in new]
    rows["alive"] = 1
    return rows


def _passages_of(document: Document) -> list[_New]:
    texts, marks = passages(document.title, document.body), _marks(document)
    return [_New(document.id, _digest(text), text, marks) for text in texts]


def _digests(document: Document) -> list[int]:
    return [_digest(text) for text in passages(document.title, document.body)]


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little", signed=True)


def _marks(document: Document) -> Marks:
    drawn = sketch([*stems(document.title), *stems(document.body)])
    return marks_of(document.reach, document.way, document.voice, drawn)


def middle(documents: Mapping[int, Document], reading: Encoder) -> Vectors:
    """The common direction of some texts' vectors, where none was fitted for the encoder."""
    texts = [text for doc in documents.values() for text in passages(doc.title, doc.body)[:1]]
    if not texts:
        return np.zeros(reading.dimensions, np.float32)
    found: Vectors = reading.passages(texts).mean(axis=0)
    return found
