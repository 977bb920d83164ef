"""The five index folders on disk: one for each form, all of one shape.

An index is derived from the tables and can always be built again, so it is never backed up.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tantivy

from handlerum.knowledge.queries import Document
from handlerum.knowledge.terms import Form
from handlerum.search.analysis import part_stems, stems, words

#: Raise when the shape of the index or the analysis of words changes: a rebuild follows.
VERSION = 2
_TOKENIZER = "terms"  # our own analysis has already made the terms; they are split at spaces
_WRITER_BYTES = 50_000_000  # memory of one writer; tantivy asks for at least 15 MB


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
                writer.add_document(_row(documents[id_]))
        writer.commit()
        writer.wait_merging_threads()


def fill(folder: Path, batches: Iterable[dict[int, Document]]) -> None:
    """Write many documents into empty indexes, with one commit at the end."""
    writers = {
        form: open_index(folder, form).writer(heap_size=_WRITER_BYTES, num_threads=1)
        for form in Form.values
    }
    for batch in batches:
        for document in batch.values():
            writers[document.form].add_document(_row(document))
    for writer in writers.values():
        writer.commit()
        writer.wait_merging_threads()


def _row(document: Document) -> Any:
    row = tantivy.Document()
    row.add_integer("id", document.id)
    for mark in document.reach:
        row.add_text("reach", mark)
    # The title counts twice: it is short, and chosen by the author to say what matters.
    title = stems(document.title)
    row.add_text("words", " ".join([*title, *title, *stems(document.body)]))
    whole = words(f"{document.title}\n{document.body}")
    row.add_text("parts", " ".join(part for word in whole for part in part_stems(word)))
    return row
