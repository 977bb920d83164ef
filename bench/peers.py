"""The same question asked of other engines, over the same terms and the same access.

Tantivy in one index is asked for parts of compounds too, as ours is; the rest for whole words.
"""

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import tantivy

from handlerum.knowledge.queries import Document
from handlerum.knowledge.terms import Form
from handlerum.search.analysis import part_stems, stems, words
from handlerum.search.lexical import PART_RARE, asked

Ask = Callable[[str, list[str], int], Any]


class FTS5:
    """SQLite's full text: one table, filtered by form and access after the match."""

    name, queries = "SQLite FTS5", 60

    def __init__(self, folder: Path, documents: Iterable[Document]) -> None:
        folder.mkdir(exist_ok=True)
        path = folder / "fts5.sqlite3"
        path.unlink(missing_ok=True)
        self.connection = sqlite3.connect(path)
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

    @property
    def ways(self) -> Mapping[str, Ask]:
        """How it is asked."""
        return {"five filtered queries": self.ask}

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

    def close(self) -> None:
        """Let go."""
        self.connection.close()


class OneIndex:
    """One Tantivy index with the form as a field, with and without stop words."""

    name, queries = "Tantivy, one index", 200

    def __init__(self, folder: Path, documents: Iterable[Document]) -> None:
        schema = tantivy.SchemaBuilder()
        schema.add_unsigned_field("id", fast=True)
        for field in ("reach", "form"):
            schema.add_text_field(field, tokenizer_name="raw", index_option="basic")
        for field in ("words", "parts", "all"):
            schema.add_text_field(field, tokenizer_name="terms", index_option="freq")
        path = folder / "one"
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir(parents=True)
        self.index = tantivy.Index(schema.build(), path=str(path))
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self.index.register_tokenizer("terms", analyzer)
        writer = self.index.writer(heap_size=250_000_000, num_threads=1)
        for document in documents:
            writer.add_document(_row(document))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    @property
    def ways(self) -> Mapping[str, Ask]:
        """How it is asked."""
        return {
            "one list, all forms and readers together": self.one_list,
            "five filtered queries": self.five,
            "five filtered queries, stop words kept": self.kept,
        }

    def one_list(self, situation: str, _reach: list[str], limit: int) -> list[int]:
        """The best of all, whoever may read them."""
        return self._best(tantivy.Query.boolean_query(self._terms(situation)), limit)

    def five(self, situation: str, reach: list[str], limit: int) -> list[list[int]]:
        """The best of each form."""
        return self._five(self._terms(situation), reach, limit)

    def kept(self, situation: str, reach: list[str], limit: int) -> list[list[int]]:
        """The best of each form, with every word of the situation."""
        plain = dict.fromkeys(situation.lower().rstrip(".").split())
        return self._five([self._term("all", word) for word in plain], reach, limit)

    def close(self) -> None:
        """Let go."""

    def _terms(self, situation: str) -> list[Any]:
        wanted = asked(situation)
        found = [self._term("words", stem) for stem in wanted.stems]
        common = self.searcher.num_docs / PART_RARE
        for part in wanted.parts:
            for field in ("parts",) if part in wanted.stems else ("parts", "words"):
                if 0 < self.searcher.doc_freq(field, part) <= common:
                    found.append(self._term(field, part))
        return found

    def _term(self, field: str, word: str) -> Any:
        return tantivy.Occur.Should, tantivy.Query.term_query(self.index.schema, field, word)

    def _five(self, terms: list[Any], reach: list[str], limit: int) -> list[list[int]]:
        query, schema, must = tantivy.Query, self.index.schema, tantivy.Occur.Must
        allowed = query.const_score_query(query.term_set_query(schema, "reach", reach), 0.0)
        found = []
        for form in Form.values:
            of_form = query.const_score_query(query.term_query(schema, "form", form), 0.0)
            parts = [(must, of_form), (must, allowed), (must, query.boolean_query(terms))]
            found.append(self._best(query.boolean_query(parts), limit))
        return found

    def _best(self, query: Any, limit: int) -> list[int]:
        hits = self.searcher.search(query, limit=limit, count=False).hits
        found: list[int] = self.searcher.fast_field_values("id", [address for _, address in hits])
        return found


class BM25S:
    """bm25s: one sparse matrix for each form, access left out."""

    name, queries = "bm25s", 100

    def __init__(self, _folder: Path, documents: Iterable[Document]) -> None:
        import bm25s

        terms: dict[str, list[list[str]]] = {form: [] for form in Form.values}
        self._ids: dict[str, list[int]] = {form: [] for form in Form.values}
        for document in documents:
            terms[document.form].append(_words(document).split())
            self._ids[document.form].append(document.id)
        self._forms = {}
        for form, told in terms.items():
            if not told:
                continue
            self._forms[form] = bm25s.BM25()
            self._forms[form].index(told, show_progress=False)

    @property
    def ways(self) -> Mapping[str, Ask]:
        """How it is asked."""
        return {"five lists, no access": self.ask}

    def ask(self, situation: str, _reach: list[str], limit: int) -> list[Any]:
        """The best of each form."""
        wanted = [list(dict.fromkeys(stems(situation)))]
        found = []
        for form in Form.values:
            one = self._forms.get(form)
            if one is None:
                found.append([])
                continue
            most = min(limit, len(self._ids[form]))
            rows, scores = one.retrieve(wanted, k=most, show_progress=False, n_threads=1)
            pairs = zip(rows[0].tolist(), scores[0].tolist(), strict=True)
            found.append([(self._ids[form][row],) for row, score in pairs if score > 0])
        return found

    def close(self) -> None:
        """Let go."""
        self._forms.clear()


class Postgres:
    """PostgreSQL's full text with its own 'danish', on the test server."""

    name, queries = "PostgreSQL 'danish'", 40

    def __init__(self, _folder: Path, documents: Iterable[Document]) -> None:
        import psycopg
        from scripts.postgres import running

        self._stack = ExitStack()
        place = self._stack.enter_context(TemporaryDirectory(prefix="handlerum-pg-", dir="/tmp"))
        address = self._stack.enter_context(running(Path(place)))
        self.connection = self._stack.enter_context(psycopg.connect(address, autocommit=True))
        run = self.connection.execute
        run("""CREATE TABLE piece (id bigint, form text, reach text, told text, terms tsvector
            GENERATED ALWAYS AS (to_tsvector('danish', told)) STORED)""")
        with self.connection.cursor().copy("COPY piece (id, form, reach, told) FROM STDIN") as copy:
            for one in documents:
                copy.write_row((one.id, one.form, one.reach[-1], f"{one.title} {one.body}"))
        run("CREATE INDEX terms ON piece USING gin (terms)")
        run("ANALYZE piece")

    @property
    def ways(self) -> Mapping[str, Ask]:
        """How it is asked."""
        return {"five filtered queries": self.ask}

    def ask(self, situation: str, reach: list[str], limit: int) -> list[list[Any]]:
        """The best of each form."""
        wanted = " | ".join(dict.fromkeys(re.findall(r"\w+", situation.lower())))
        query = """SELECT id FROM piece, to_tsquery('danish', %s) AS wanted
            WHERE terms @@ wanted AND form = %s AND reach = ANY(%s)
            ORDER BY ts_rank(terms, wanted) DESC LIMIT %s"""
        run = self.connection.execute
        return [run(query, (wanted, form, reach, limit)).fetchall() for form in Form.values]

    def close(self) -> None:
        """Stop the server and remove it."""
        self._stack.close()


def _row(document: Document) -> Any:
    row = tantivy.Document()
    row.add_unsigned("id", document.id)
    row.add_text("form", document.form)
    row.add_text("words", _words(document))
    row.add_text("parts", _parts(document))
    row.add_text("all", f"{document.title} {document.body}".lower().replace(".", ""))
    for mark in document.reach:
        row.add_text("reach", mark)
    return row


def _parts(document: Document) -> str:
    whole = words(f"{document.title}\n{document.body}")
    return " ".join(part for word in whole for part in part_stems(word))


def _words(document: Document) -> str:
    title = stems(document.title)
    return " ".join([*title, *title, *stems(document.body)])
