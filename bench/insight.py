"""`make bench-insight`: the overview, the year's document, and flags when one provision changes.

Everything is home-made: random Danish, with 100,000 contributions over five years, 2,000 practices
and 500 sessions. Good for speed alone.
"""

import argparse
import gc
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_CONTRIBUTIONS, _PRACTICES, _SESSIONS = 100_000, 2_000, 500
_CITED = 1_000
_LOOKS = 40


def main() -> None:
    """Measure, print JSON lines, and write the table of docs/maalinger.md."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true", help="write docs/maalinger.md")
    options.add_argument("--scale", type=float, default=1.0, help="a part of the usual size")
    given = options.parse_args()
    home = Path(tempfile.mkdtemp(prefix="handlerum-bench-"))
    os.environ |= {
        "HANDLERUM_HOME": str(home),
        "HANDLERUM_ENCODER": "none",
        "DJANGO_SETTINGS_MODULE": "handlerum.config.settings",
    }
    try:
        import django

        django.setup()
        lines = list(_run(given.scale))
        if given.write:
            from bench.report import write_table

            write_table("insight", lines)
    finally:
        shutil.rmtree(home)


def _run(scale: float) -> Iterator[dict[str, Any]]:
    from django.core.management import call_command

    from bench.insight_collection import build
    from bench.measure import machine, say

    yield say("machine", machine=machine(), date=time.strftime("%Y-%m-%d"))
    sizes = [int(n * scale) for n in (_CONTRIBUTIONS, _PRACTICES, _SESSIONS)]
    began = time.perf_counter()
    made = build(*sizes, cited=int(_CITED * scale))
    names = ("contributions", "practices", "sessions")
    seconds = round(time.perf_counter() - began, 1)
    yield say("what it is measured on", **dict(zip(names, sizes, strict=True)), seconds=seconds)
    call_command("collectstatic", verbosity=0, interactive=False)
    yield from _overview(made)
    yield from _year(made)
    yield from _flags(made)


def _overview(made: Any) -> Iterator[dict[str, Any]]:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse

    from bench.measure import say, times

    client = Client()
    client.force_login(made.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    where = reverse("overview")
    assert client.get(where).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(where)
    asked = [float(one["time"]) for one in queries]
    gc.collect()
    gc.freeze()  # as the server does (config/asgi.py)
    figures = times(client.get, [where] * _LOOKS, warm=3)
    yield say(
        "the overview's page, server time (aim 300 ms)",
        **figures,
        queries=len(asked),
        slowest_query_ms=round(max(asked) * 1000),
    )


def _year(made: Any) -> Iterator[dict[str, Any]]:
    from bench.measure import say
    from handlerum.core.clock import today
    from handlerum.insight.queries.year import document
    from handlerum.insight.rules.year import year_of
    from handlerum.insight.services.year import make
    from handlerum.web.insight.documents import typeset, written

    began = time.perf_counter()
    status = make(made.reader, year_of(today()))
    drafted = time.perf_counter()
    found = document(made.reader, status.id)
    pdf = typeset(found)
    printed = time.perf_counter()
    docx = written(found)
    ended = time.perf_counter()
    yield say(
        "the year's status: a draft and its documents (aim 5 s)",
        seconds_draft=round(drafted - began, 2),
        seconds_pdf=round(printed - drafted, 2),
        seconds_docx=round(ended - printed, 2),
        kb_pdf=len(pdf) // 1024,
        kb_docx=len(docx) // 1024,
    )


def _flags(made: Any) -> Iterator[dict[str, Any]]:
    from bench.insight_collection import change_the_law
    from bench.measure import say
    from handlerum.core.clock import today
    from handlerum.practice.access import practices
    from handlerum.practice.queries.flags import flags_among
    from handlerum.practice.terms import FlagReason

    change_the_law()
    began = time.perf_counter()
    flags = flags_among(practices(made.reader), today())
    seconds = time.perf_counter() - began
    changed = sum(
        any(flag.reason == FlagReason.LAW_CHANGED for flag in mine) for mine in flags.values()
    )
    yield say(
        "flags when one provision changes (aim 1 s)",
        practices=len(flags),
        flagged=changed,
        seconds=round(seconds, 2),
    )


if __name__ == "__main__":
    main()
