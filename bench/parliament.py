"""Questions of parliament (shared data folketing-spoergetid, the development half) and answers."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from django.conf import settings

from bench.judged.measures import interval, mean, ndcg, recall
from bench.measure import say
from bench.peers import BM25S
from bench.vectors import kept
from handlerum.knowledge.queries import Document
from handlerum.knowledge.terms import Form
from handlerum.search import folder
from handlerum.search.fitted import fit_of
from handlerum.search.lexical import Lexical, asked
from handlerum.search.meaning.passages import passages
from handlerum.search.meaning.quantise import centred
from handlerum.search.ports import Encoder
from handlerum.search.schema import Filling

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "folketing-spoergetid"


def run(reading: Encoder) -> Iterator[dict[str, Any]]:
    """Words, meaning, both, and a peer, over all turns of speech as one form."""
    if not DATA.exists():
        yield say("parliament: left out, its data are not here")
        return
    turns = [json.loads(line) for line in (DATA / "docs.jsonl").read_text("utf-8").splitlines()]
    asked_ = (DATA / "queries.dev.jsonl").read_text("utf-8").splitlines()
    questions = {
        told["id"]: f"{told['text']} {told['written_reason']}".strip()
        for told in map(json.loads, asked_)
    }
    grades: dict[str, dict[int, int]] = {key: {} for key in questions}
    number = {turn["id"]: at for at, turn in enumerate(turns, 1)}
    for line in (DATA / "qrels.dev.tsv").read_text("utf-8").splitlines():
        parts = line.split("\t")
        key, turn, grade = parts[0], parts[-2], parts[-1]
        if key in grades and turn in number:
            grades[key][number[turn]] = int(grade)
    texts = [turn["text"] for turn in turns]
    ranked = _ranked(reading, texts, questions)
    for name, found in ranked.items():
        told = {key: found[key] for key in questions if grades[key]}
        values = [v for k, r in told.items() if (v := ndcg(r, grades[k])) is not None]
        recalls = [v for k, r in told.items() if (v := recall(r, _right(grades[k]))) is not None]
        low, high = interval(values)
        yield say(
            f"parliament, {len(told)} questions: {name}",
            ndcg_10=round(mean(values), 3),
            ndcg_10_95=f"{low:.3f} to {high:.3f}",
            recall_20=round(mean(recalls), 3),
        )


def _right(grades: dict[int, int]) -> dict[int, int]:
    """Grade 1 is a minister's answer too."""
    return dict.fromkeys(grades, 2)


def _ranked(
    reading: Encoder, texts: list[str], questions: dict[str, str]
) -> dict[str, dict[str, list[int]]]:
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
    owners = np.array([at for at, _ in cut])
    found = {}
    for key, question in questions.items():
        cosines = stored @ centred(reading.query(question), centre)[0]
        best = np.full(len(texts) + 1, -1.0)
        np.maximum.at(best, owners, cosines)
        found[key] = {at: float(best[at]) for at in range(1, len(texts) + 1)}
    return found
