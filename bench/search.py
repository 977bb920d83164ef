"""`make bench-search`: balanced answers at 100,000 contributions, beside two other engines.

The texts are synthetic and home-made; they say something about speed and nothing about quality.
"""

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.measure import folder_mb, machine, peak_mb, say, times

LIMIT = 20


def main() -> None:
    """Build, measure, print, and write the table of docs/maalinger.md."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=100_000)
    options.add_argument("--queries", type=int, default=500)
    options.add_argument("--write", action="store_true", help="write docs/maalinger.md")
    given = options.parse_args()
    home = Path(tempfile.mkdtemp(prefix="handlerum-bench-"))
    os.environ |= {"HANDLERUM_HOME": str(home), "HANDLERUM_EXAMPLE_SIGN_IN": "1"}
    os.environ["DJANGO_SETTINGS_MODULE"] = "handlerum.config.settings"
    try:
        import django

        django.setup()
        lines = list(_run(home, given.count, given.queries))
        if given.write:
            from bench.report import write_table

            write_table("search", lines)
    finally:
        shutil.rmtree(home)


def _run(home: Path, count: int, queries: int) -> Iterator[dict[str, Any]]:
    from bench.collection import build
    from bench.synthetic import Words
    from handlerum.knowledge.access import reader_reach
    from handlerum.search import queries as search
    from handlerum.search.services import rebuild

    yield say("machine", machine=machine(), contributions=count, date=time.strftime("%Y-%m-%d"))
    began = time.perf_counter()
    reader = build(count)
    yield say("database made", seconds=round(time.perf_counter() - began, 1), mb=folder_mb(home))
    began = time.perf_counter()
    rebuild(lambda *_: None)
    seconds = round(time.perf_counter() - began, 1)
    index = folder_mb(home / "index")
    yield say("index built", seconds=seconds, index_mb=index, peak_mb=peak_mb())

    situations = [Words(seed).situation() for seed in range(queries)]
    reach = reader_reach(reader)
    yield from _compare(home, situations, reach)
    whole = times(lambda text: search.respond(reader, text, LIMIT), situations)
    yield say("whole answer with rows and excerpts, top 20 of each form", **whole)
    yield _page(reader, situations)
    yield say("memory at the end, peers and synthetic data included", peak_mb=peak_mb())


def _compare(home: Path, situations: list[str], reach: list[str]) -> Iterator[dict[str, Any]]:
    from bench.peers import FTS5, OneIndex
    from handlerum.knowledge.queries import documents, shared_ids
    from handlerum.knowledge.terms import Form
    from handlerum.search.lexical import Lexical
    from handlerum.search.rules import even_list, relevant, turned

    finder = Lexical()

    def balanced(situation: str) -> object:
        found = finder.find(situation, reach, LIMIT)
        lanes = {form: relevant(hits) for form, hits in found.items()}
        return even_list(lanes, turned(Form.values, situation, "2026-01-01"))

    def everything() -> Iterator[Any]:
        last = 0
        while ids := shared_ids(last, 2000):
            yield from documents(ids).values()
            last = ids[-1]

    ours = times(balanced, situations)
    yield say("balanced retrieval, top 20 of each form", **ours, ratio_p95=1.0)
    for engine in (OneIndex, FTS5):
        peer = engine(home, everything())
        theirs = times(lambda text, peer=peer: peer.ask(text, reach, LIMIT), situations)
        ratio = round(theirs["p95_ms"] / ours["p95_ms"], 2)
        yield say(engine.name, **theirs, ratio_p95=ratio)
    # Once more, so that the order of the run decides nothing.
    yield say("balanced retrieval, again after the peers", **times(balanced, situations))


def _page(reader: Any, situations: list[str]) -> dict[str, Any]:
    from django.conf import settings
    from django.test import Client

    from handlerum.organisations.models import User

    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    client = Client()
    client.force_login(User.objects.get(id=reader.user_id))
    post = times(lambda text: client.post("/", {"situation": text}).content, situations[:200])
    return say("start page's answer, whole request without network", **post)


if __name__ == "__main__":
    main()
