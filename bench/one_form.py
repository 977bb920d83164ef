"""Texts that others wrote, as pieces of one form: ours and a peer asked the same questions."""

import tempfile
from pathlib import Path

import numpy as np
from django.conf import settings

from bench.judged.measures import mean
from bench.peers import BM25S
from bench.vectors import kept
from handlerum.knowledge.queries import Document
from handlerum.knowledge.terms import Form
from handlerum.search import folder
from handlerum.search.fitted import asked_centre_of, fit_of
from handlerum.search.lexical import Lexical, asked
from handlerum.search.meaning.passages import passages
from handlerum.search.meaning.quantise import centred
from handlerum.search.ports import Encoder
from handlerum.search.schema import Filling


def ranked(
    reading: Encoder, texts: list[str], questions: dict[str, str]
) -> dict[str, dict[str, list[int]]]:
    """Texts, numbered from 1, in the order of each ranker for each question: twenty at most."""
    form, reach = Form.EXPERIENCE.value, ["o1"]
    documents = [
        Document(at, form, "reports", "leader", reach, "", text) for at, text in enumerate(texts, 1)
    ]
    with tempfile.TemporaryDirectory() as home:
        settings.HANDLERUM_INDEX = Path(home)
        with Filling(folder.root() / "one") as filling:
            filling.add([], {document.id: document for document in documents})
        folder.use("one", 0)
        lexical = Lexical()
        words = {}
        for key, question in questions.items():
            hits = lexical.find(asked(question), reach, len(texts))[form]
            words[key] = dict(zip(hits.ids.tolist(), hits.score.tolist(), strict=True))
    meaning = _meaning(reading, texts, questions)
    peer = BM25S(Path(), documents)
    snowball = {k: [r[0] for r in peer.ask(q, reach, 20)[0]] for k, q in questions.items()}
    fit = fit_of(reading.name)
    assert fit is not None
    weight = mean([one.weight for one in fit.forms.values()])
    both = {
        key: {
            id_: weight * words[key].get(id_, 0.0) + (1 - weight) * near
            for id_, near in meaning[key].items()
        }
        for key in questions
    }
    ranks = {key: _reciprocal(words[key], meaning[key]) for key in questions}
    return {
        "bm25s, Snowball stems": snowball,
        "words (BM25, stems, parts of compounds)": _best(words),
        "pure e5": _best(meaning),
        "RRF": _best(ranks),
        f"handlerum, mean weight of words {weight:.2f}": _best(both),
    }


def _reciprocal(one: dict[int, float], other: dict[int, float]) -> dict[int, float]:
    score: dict[int, float] = {}
    for found in (one, other):
        for place, id_ in enumerate(sorted(found, key=lambda id_: -found[id_]), 1):
            score[id_] = score.get(id_, 0.0) + 1 / (60 + place)
    return score


def _best(all_: dict[str, dict[int, float]]) -> dict[str, list[int]]:
    return {k: sorted(found, key=lambda id_: -found[id_])[:20] for k, found in all_.items()}


def _meaning(
    reading: Encoder, texts: list[str], questions: dict[str, str]
) -> dict[str, dict[int, float]]:
    cut = [(at, part) for at, text in enumerate(texts, 1) for part in passages("", text)]
    vectors = kept(reading, [part for _, part in cut])
    centre = vectors.mean(axis=0)
    stored = centred(vectors, centre)
    common = asked_centre_of(reading.name)
    assert common is not None
    owners = np.array([at for at, _ in cut])
    found = {}
    for key, question in questions.items():
        cosines = stored @ centred(reading.query(question), common)[0]
        best = np.full(len(texts) + 1, -1.0)
        np.maximum.at(best, owners, cosines)
        found[key] = {at: float(best[at]) for at in range(1, len(texts) + 1)}
    return found
