"""Questions of parliament (shared data folketing-spoergetid, the development half) and answers."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.judged.measures import interval, mean, ndcg, recall
from bench.measure import say
from bench.one_form import ranked
from handlerum.search.ports import Encoder

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
    yield from told_of("parliament", "questions", ranked(reading, texts, questions), grades)


def told_of(
    name: str,
    asked: str,
    ranked: dict[str, dict[str, list[int]]],
    grades: dict[str, dict[int, int]],
) -> Iterator[dict[str, Any]]:
    """How well each ranker did on what has a grade; any grade counts for recall."""
    for ranker, found in ranked.items():
        told = {key: order for key, order in found.items() if grades[key]}
        values = [v for k, r in told.items() if (v := ndcg(r, grades[k])) is not None]
        right = {key: dict.fromkeys(grades[key], 2) for key in told}
        recalls = [v for k, r in told.items() if (v := recall(r, right[k])) is not None]
        low, high = interval(values)
        yield say(
            f"{name}, {len(told)} {asked}: {ranker}",
            ndcg_10=round(mean(values), 3),
            ndcg_10_95=f"{low:.3f} to {high:.3f}",
            recall_20=round(mean(recalls), 3),
        )
