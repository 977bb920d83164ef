"""The same question asked of two other engines, over the same terms and the same access.

SQLite's is asked for whole words alone; the other for parts of compounds too, as ours is.
"""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tantivy

from handlerum.knowledge.queries import Document
from handlerum.knowledge.terms import Form
from handlerum.search.analysis import part_stems, stems, words


class FTS5:
    """SQLite's full text: one table, filtered by form and access after the match."""

    name = "SQLite FTS5, five filtered queries"

    def __init__(self, folder: Path, documents: Iterable[Document]) -> None:
        self.connection = sqlite3.connect(folder / "fts5.sqlite3")
        run = self.connection.execute
        run("PRAGMA journal_mode=OFF")
        run("CREATE VIRTUAL TABLE told USING fts5(words, content='', tokenize='unicode61')")
        run("CREATE TABLE piece (id INTEGER PRIMARY KEY, form TEXT, reach TEXT)")
        for document in documents:
            run("INSERT INTO told (rowid, words) VALUES (?, ?)", (document.id, _words(document)))
            reach = document.reach[-1]
            run("INSERT INTO piece VALUES (?, ?, ?)", (document.id, document.form, reach))
        run("INSERT INTO told (told) VALUES ('optimize')")
        self.connection.commit()

    def ask(self, situation: str, reach: list[str], limit: int) -> list[list[Any]]:
        """The best of each form."""
        match = " OR ".join(f'"{stem}"' for stem in dict.fromkeys(stems(situation)))
        marks = ",".join("?" * len(reach))
        query = f"""
            SELECT piece.id FROM told JOIN piece ON piece.id = told.rowid
            WHERE told MATCH ? AND form = ? AND reach IN ({marks})
            ORDER BY bm25(told) LIMIT ?"""
        return [
            self.connection.execute(query, (match, form, *reach, limit)).fetchall()
            for form in Form.values
        ]


class OneIndex:
    """One Tantivy index with the form as a field: five filtered queries."""

    name = "Tantivy, one index, five filtered queries"

    def __init__(self, folder: Path, documents: Iterable[Document]) -> None:
        schema = tantivy.SchemaBuilder()
        schema.add_unsigned_field("id", fast=True)
        for field in ("reach", "form"):
            schema.add_text_field(field, tokenizer_name="raw", index_option="basic")
        for field in ("words", "parts"):
            schema.add_text_field(field, tokenizer_name="terms", index_option="freq")
        (folder / "one").mkdir()
        self.index = tantivy.Index(schema.build(), path=str(folder / "one"))
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self.index.register_tokenizer("terms", analyzer)
        writer = self.index.writer(heap_size=250_000_000, num_threads=1)
        for document in documents:
            row = tantivy.Document()
            row.add_unsigned("id", document.id)
            row.add_text("form", document.form)
            row.add_text("words", _words(document))
            row.add_text("parts", _parts(document))
            for mark in document.reach:
                row.add_text("reach", mark)
            writer.add_document(row)
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()

    def ask(self, situation: str, reach: list[str], limit: int) -> list[list[int]]:
        """The best of each form."""
        searcher, schema, query = self.index.searcher(), self.index.schema, tantivy.Query
        must, should = tantivy.Occur.Must, tantivy.Occur.Should
        asked = dict.fromkeys(stems(situation))
        beside = [part for word in words(situation) for part in part_stems(word)]
        wanted = [(stem, "words") for stem in asked]
        wanted += [(part, "parts") for part in dict.fromkeys([*asked, *beside])]
        wanted += [(part, "words") for part in dict.fromkeys(beside) if part not in asked]
        terms = [(should, query.term_query(schema, field, stem)) for stem, field in wanted]
        allowed = query.const_score_query(query.term_set_query(schema, "reach", reach), 0.0)
        found = []
        for form in Form.values:
            of_form = query.const_score_query(query.term_query(schema, "form", form), 0.0)
            parts = [(must, of_form), (must, allowed), (must, query.boolean_query(terms))]
            hits = searcher.search(query.boolean_query(parts), limit=limit, count=False).hits
            found.append(searcher.fast_field_values("id", [address for _, address in hits]))
        return found


def _parts(document: Document) -> str:
    whole = words(f"{document.title}\n{document.body}")
    return " ".join(part for word in whole for part in part_stems(word))


def _words(document: Document) -> str:
    title = stems(document.title)
    return " ".join([*title, *title, *stems(document.body)])
