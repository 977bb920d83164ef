"""The five index folders on disk: one for each form, all of one shape.

An index is derived from the tables and can always be built again, so it is never backed up.
"""

import json
import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import tantivy

from handlerum.knowledge.queries import Document
from handlerum.knowledge.terms import Form
from handlerum.search.marks import COLUMNS, marks_of
from handlerum.search.spread import spread
from handlerum.search.told import Told, tell

#: Raise when the shape of the index or the analysis of words changes: a rebuild follows.
VERSION = 3
_TOKENIZER = "terms"  # our own analysis has already made the terms; they are split at spaces
_ANALYSED = 500  # documents that are analysed together
_FOOTER = 1337  # ends every file of a segment
_WRITER_BYTES = 100_000_000  # memory that one writer may take; it asks for at least 15 MB


def open_index(folder: Path, form: str) -> Any:
    """The index of one form, made empty where there is none.

    Raises:
        ValueError: the files are damaged.
    """
    path = folder / form
    path.mkdir(parents=True, exist_ok=True)
    schema = tantivy.SchemaBuilder()
    # Signed: the Python binding deletes by signed numbers, and would miss unsigned ones in silence.
    schema.add_integer_field("id", indexed=True, fast=True)
    for column in COLUMNS:
        schema.add_integer_field(column, fast=True)
    schema.add_text_field("reach", tokenizer_name="raw", index_option="basic")
    schema.add_text_field("words", tokenizer_name=_TOKENIZER, index_option="freq")
    # The parts of compounds lie apart from whole words, so that they can count for less.
    schema.add_text_field("parts", tokenizer_name=_TOKENIZER, index_option="freq")
    index = tantivy.Index(schema.build(), path=str(path))
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(_TOKENIZER, analyzer)
    return index


def write(folder: Path, ids: Iterable[int], documents: dict[int, Document]) -> None:
    """Bring the index up to date for those ids: what is not in `documents` disappears.

    Returns when all five forms are committed to disk.
    """
    ids = list(ids)
    for form in Form.values:
        index = open_index(folder, form)
        writer = index.writer(heap_size=_WRITER_BYTES, num_threads=1)
        for id_ in ids:
            writer.delete_documents_by_term("id", id_)
            if id_ in documents and documents[id_].form == form:
                document = documents[id_]
                [told] = tell([(document.title, document.body)])
                writer.add_document(_row(document, told))
        writer.commit()
        writer.wait_merging_threads()


class Filling:
    """Writing many documents into the indexes of a folder; what is added stays after `commit`.

    Each commit begins new files, and many files are slow to ask: commit seldom.
    """

    def __init__(self, folder: Path, names: Iterable[str] = tuple(Form.values)) -> None:
        self._writers = {
            name: open_index(folder, name).writer(heap_size=_WRITER_BYTES, num_threads=1)
            for name in names
        }
        self._opened = ExitStack()
        self._tell = self._opened.enter_context(spread(tell))

    def add(
        self, ids: Iterable[int], documents: Mapping[int, Document], *, again: bool = False
    ) -> None:
        """Add documents; with `again`, in place of what the indexes hold of those ids."""
        for id_ in ids if again else ():
            for writer in self._writers.values():
                writer.delete_documents_by_term("id", id_)
        all_ = list(documents.values())
        parts = [all_[at : at + _ANALYSED] for at in range(0, len(all_), _ANALYSED)]
        texts = ([(document.title, document.body) for document in part] for part in parts)
        for part, told in zip(parts, self._tell.map(texts), strict=True):
            for document, one in zip(part, told, strict=True):
                self._writers[document.form].add_document(_row(document, one))

    def commit(self) -> None:
        """Let what was added stay."""
        for writer in self._writers.values():
            writer.commit()

    def __enter__(self) -> "Filling":
        return self

    def __exit__(self, failure: object, *_: object) -> None:
        if failure is None:
            self.commit()
        self._opened.close()
        for writer in self._writers.values():
            writer.wait_merging_threads()


def whole(folder: Path, names: Sequence[str] = tuple(Form.values)) -> bool:
    """Whether every file of an index is as it was written, by the sum that ends each of them."""
    try:
        return all(
            _is_whole(path)
            for name in names
            for path in (folder / name).iterdir()
            if path.suffix not in (".json", ".lock", ".del") and not path.name.startswith(".")
        ) and all((folder / name / "meta.json").exists() for name in names)
    except (OSError, ValueError, KeyError, struct.error):
        return False


def _is_whole(path: Path) -> bool:
    """Compare a file with its footer: JSON, its length and a mark, as Tantivy writes them."""
    data = path.read_bytes()
    length, mark = struct.unpack("<II", data[-8:])
    footer = json.loads(data[-8 - length : -8])
    return bool(mark == _FOOTER and zlib.crc32(data[: -8 - length]) == footer["crc"])


def _row(document: Document, told: Told) -> Any:
    marks = marks_of(document.reach, document.way, document.voice, told.sketch)
    row = tantivy.Document()
    row.add_integer("id", document.id)
    for column in COLUMNS:
        row.add_integer(column, getattr(marks, column))
    for mark in document.reach:
        row.add_text("reach", mark)
    row.add_text("words", told.words)
    row.add_text("parts", told.parts)
    return row
