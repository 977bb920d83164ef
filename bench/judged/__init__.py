"""The judged collection: situations, pieces, and how well each piece answers each situation.

Home-made for this project; CARD.md says how, and what it can and cannot tell.
"""

import hashlib
import json
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from handlerum.knowledge.queries import Document

HERE = Path(__file__).parent
#: The least grade of what belongs in an answer (guideline.md).
RELEVANT = 2
REACH = ["o1"]


@dataclass(frozen=True)
class Piece:
    """One contribution of the collection."""

    id: int
    key: str
    form: str
    way: str
    voice: str
    language: str
    title: str
    text: str
    topics: tuple[str, ...]
    same_as: str = ""
    challenges: str = ""
    outcome: str = ""

    @property
    def document(self) -> Document:
        """The piece as an index takes it."""
        body = "\n".join(filter(None, [self.text, " ".join(self.topics)]))
        return Document(self.id, self.form, self.way, self.voice, REACH, self.title, body)


@dataclass(frozen=True)
class Situation:
    """One situation, what it is hard at, and the grades of pieces for it; what is left out is 0."""

    key: str
    text: str
    slices: tuple[str, ...]
    grades: dict[int, int] = field(hash=False)


@dataclass(frozen=True)
class Collection:
    """Everything, in a fixed order. `fingerprint` changes with any byte of it."""

    pieces: list[Piece]
    situations: list[Situation]
    fingerprint: str

    def halves(self) -> tuple[list[Situation], list[Situation]]:
        """Situations to fit on and situations to measure on, drawn by their names."""
        fit, measure = [], []
        for situation in self.situations:
            odd = hashlib.sha256(situation.key.encode()).digest()[0] % 2
            (fit if odd else measure).append(situation)
        return fit, measure


@lru_cache(maxsize=1)
def collection() -> Collection:
    """Read the collection."""
    digest = hashlib.sha256()
    pieces: list[Piece] = []
    for line in _lines("pieces", "jsonl", digest):
        told = json.loads(line)
        key = told.pop("id")
        told["topics"] = tuple(told.get("topics", ()))
        pieces.append(Piece(id=len(pieces) + 1, key=key, **told))
    ids = {piece.key: piece.id for piece in pieces}
    grades: dict[str, dict[int, int]] = {}
    for folder in ("judgements", "pooled"):
        for line in _lines(folder, "tsv", digest):
            situation, piece, grade = line.split("\t")
            grades.setdefault(situation, {})[ids[piece]] = int(grade)
    situations = [
        Situation(told["id"], told["text"], tuple(told["slices"]), grades.get(told["id"], {}))
        for told in map(json.loads, _lines("situations", "jsonl", digest))
    ]
    return Collection(pieces, situations, digest.hexdigest()[:16])


def _lines(folder: str, ending: str, digest: Any) -> list[str]:
    lines = []
    for path in sorted((HERE / folder).glob(f"*.{ending}")):
        data = path.read_bytes()
        digest.update(data)
        lines += [line for line in data.decode().splitlines() if line.strip()]
    return lines
