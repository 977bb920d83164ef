"""What both indexes say of every piece for every situation: real indexes over the collection."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from django.conf import settings

from bench.judged import REACH, Collection, Piece, Situation
from bench.vectors import kept
from handlerum.knowledge.terms import Form
from handlerum.search import folder
from handlerum.search.analysis import stems
from handlerum.search.lexical import Lexical, asked
from handlerum.search.marks import marks_of
from handlerum.search.meaning.passages import passages
from handlerum.search.meaning.quantise import centred
from handlerum.search.ports import Encoder, Vectors
from handlerum.search.rules.sketches import sketch
from handlerum.search.schema import Filling

#: More than any form holds: every piece that shares a word is found.
_ALL = 2000


class Features:
    """Shares of words and cosines of meaning, for any situation of the collection.

    `without` leaves pieces out, as if nobody had told them.
    """

    forms = Form.values

    def __init__(self, judged: Collection, reading: Encoder) -> None:
        self.judged, self._reading = judged, reading
        self.encoder = reading.name
        self._by_form = {f: [p.id for p in judged.pieces if p.form == f] for f in self.forms}
        self.form_of = {piece.id: piece.form for piece in judged.pieces}
        self.looks = {piece.id: _looks(piece) for piece in judged.pieces}
        self._known: dict[tuple[str, str], dict[int, tuple[float, float]]] = {}
        self._home = tempfile.TemporaryDirectory()
        settings.HANDLERUM_INDEX = Path(self._home.name)
        with Filling(folder.root() / "one") as filling:
            filling.add([], {piece.id: piece.document for piece in judged.pieces})
        folder.use("one", 0)
        self._lexical = Lexical()
        self.centre, self._vectors, self._owner = self._meanings()
        self._asked = self._understood(judged.situations)

    def rows(self, situation: Situation, form: str) -> list[tuple[float, float, int]]:
        """Every piece of a form that either index finds: share of words, cosine, grade."""
        found = self.scores(situation, form)
        return [(words, near, situation.grades.get(id_, 0)) for id_, (words, near) in found.items()]

    def scores(self, situation: Situation, form: str) -> dict[int, tuple[float, float]]:
        """Share of words and cosine of every piece of a form."""
        key = (situation.key, form)
        if key not in self._known:
            self._known[key] = self._scores(situation, form)
        return self._known[key]

    def _scores(self, situation: Situation, form: str) -> dict[int, tuple[float, float]]:
        hits = self._lexical.find(asked(situation.text), REACH, _ALL)[form]
        shares = dict(zip(hits.ids.tolist(), hits.score.tolist(), strict=True))
        near = self._nearness(situation)
        return {id_: (shares.get(id_, 0.0), near.get(id_, 0.0)) for id_ in self._by_form[form]}

    def _nearness(self, situation: Situation) -> dict[int, float]:
        if not self._reading.dimensions:
            return {}
        cosines = self._vectors @ self._asked[situation.key]
        best: dict[int, float] = {}
        for id_, cosine in zip(self._owner, cosines.tolist(), strict=True):
            best[id_] = max(best.get(id_, -1.0), cosine)
        return best

    def _meanings(self) -> tuple[Vectors, Vectors, list[int]]:
        texts, owner = [], []
        for piece in self.judged.pieces:
            document = piece.document
            for text in passages(document.title, document.body):
                texts.append(text)
                owner.append(piece.id)
        raw = kept(self._reading, texts)
        centre = raw.mean(axis=0) if self._reading.dimensions else raw[:1].sum(axis=0)
        return centre, centred(raw, centre), owner

    def _understood(self, situations: Iterable[Situation]) -> dict[str, Vectors]:
        self.asked_centre = np.empty(0, np.float32)
        if not self._reading.dimensions:
            return {}
        raw = {s.key: self._reading.query(s.text) for s in situations}
        half, _ = self.judged.halves()  # never the half that is measured on
        self.asked_centre = np.mean([raw[s.key] for s in half], axis=0)
        return {key: centred(vector, self.asked_centre)[0] for key, vector in raw.items()}


def _looks(piece: Piece) -> tuple[int, int]:
    """A piece's kind and sketch, as both indexes hold them."""
    document = piece.document
    drawn = sketch([*stems(document.title), *stems(document.body)])
    marks = marks_of(REACH, piece.way, piece.voice, drawn)
    return marks.kind, marks.sketch
