"""`make bench-privacy`: what is found, what is missed, how fast, and what reaches the disk.

Identifiers are made up at home; people are those of the development splits of UNER and DaN+, which
lie beside the repository. Speed is on one core.
"""

import argparse
import os
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

from bench.measure import machine, percentiles, say

SHARED = Path(__file__).resolve().parents[2] / "shared"


def main() -> None:
    """Measure, print, and write the table of docs/maalinger.md."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--variants", type=int, default=10_000)
    options.add_argument("--canaries", type=int, default=10_000)
    options.add_argument("--kills", type=int, default=50)
    options.add_argument("--write", action="store_true", help="write docs/maalinger.md")
    given = options.parse_args()
    lines = [
        say("machine", machine=machine(), date=time.strftime("%Y-%m-%d")),
        *_identifiers(given.variants),
        *_people(),
        *_speed(),
        *_canaries(given.canaries, given.kills),
    ]
    if given.write:
        from bench.report import write_table

        write_table("privacy", lines)


def _identifiers(count: int) -> Iterator[dict[str, Any]]:
    from bench.identifiers import clean, variants
    from handlerum.privacy import kinds

    asked, missed = Counter[str](), Counter[str]()
    for one in variants(1, count):
        covered = bytearray(len(one.text))
        for span in kinds.find(one.text):
            covered[span.start : span.end] = b"\1" * (span.end - span.start)
        asked[one.kind] += 1
        missed[one.kind] += not all(covered[one.start : one.end])
    for kind, number in sorted(asked.items()):
        recall = round(1 - missed[kind] / number, 4)
        yield say("identifiers, home-made", kind=str(kind), variants=number, recall=recall)
    sentences = list(clean(2, count))
    alarms = sum(any(span.direct for span in kinds.find(text)) for text in sentences)
    yield say(
        "identifiers, sentences without any",
        sentences=len(sentences),
        false_alarms=alarms,
        share=round(alarms / len(sentences), 4),
    )


def _people() -> Iterator[dict[str, Any]]:
    from bench.names import origins, people, quiet

    if not SHARED.exists():
        yield say("names", skipped="the data sets do not lie beside the repository")
        return
    yield from people(SHARED)
    yield origins(SHARED)
    yield from quiet(SHARED)


def _speed() -> Iterator[dict[str, Any]]:
    """The whole path: find, gather, propose and write."""
    from handlerum.privacy.blur import look

    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    story = _story()
    words = len(story.split())
    look({"text": story})
    long = "\n\n".join([story] * 60)
    began = time.perf_counter()
    look({"text": long}).blurred()
    took = time.perf_counter() - began
    yield say(
        "whole path, long text", words_per_s=round(len(long.split()) / took), words=words * 60
    )
    taken = []
    for _ in range(200):
        began = time.perf_counter()
        look({"text": story}).blurred()
        taken.append((time.perf_counter() - began) * 1000)
    yield say("whole path, one contribution", words=words, **percentiles(taken))
    os.sched_setaffinity(0, range(os.cpu_count() or 1))


def _story() -> str:
    """Some 300 words as practitioners write them, with what points to people among them."""
    told = (
        "Mette på 47 kom til samtale den 14. marts 2025. Hun var urolig og havde sovet dårligt."
        " Hendes søn Ali går på Hobro Gymnasium, og hun har arbejdet hos Jensens Tømrerfirma i "
        "Hobro. Vi gik en tur ved kanalen i stedet for at sidde på kontoret, og så begyndte hun"
        " at fortælle om det, der var svært. Min kollega Lars ringede dagen efter på 21 43 65 "
        "87 og spurgte, om hun ville prøve et par timer på lageret. "
    )
    rest = (
        "Det vigtigste var, at vi lod være med at skynde på. Hun sagde selv, at det betød "
        "noget, at vi spurgte til vejen hen til mødet og ikke kun til mødet. Vi aftalte to "
        "timer om ugen, og at hun kunne ringe, hvis det blev for meget. "
    )
    return told + rest * 4


def _canaries(count: int, kills: int) -> Iterator[dict[str, Any]]:
    from bench.canaries import run

    folder = Path(tempfile.mkdtemp(prefix="handlerum-canaries-"))
    try:
        began = time.perf_counter()
        found = run(folder, count, kills)
        yield say(
            "canaries",
            submissions=found.submitted,
            stored_after_approval=found.stored,
            broken_off=found.broken_off,
            kills=found.kills,
            files_searched=found.files,
            mb_searched=round(found.megabytes, 1),
            files_with_anything_raw=len(found.found),
            seconds=round(time.perf_counter() - began),
            **({"which": "; ".join(found.found)} if found.found else {}),
        )
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
