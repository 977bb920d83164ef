"""`make bench-legislation`: how fast acts are taken in, shown and found, and what is recognised.

The acts are those of the shared data dk-law, which lie beside the repository; without them only the
labelled citations are measured.
"""

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "dk-law"
_PAGES = 200


def main() -> None:
    """Measure, print JSON lines, and write the table of docs/maalinger.md."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true", help="write docs/maalinger.md")
    given = options.parse_args()
    home = Path(tempfile.mkdtemp(prefix="handlerum-bench-"))
    os.environ |= {"HANDLERUM_HOME": str(home), "HANDLERUM_EXAMPLE_SIGN_IN": "1"}
    os.environ["DJANGO_SETTINGS_MODULE"] = "handlerum.config.settings"
    try:
        import django

        django.setup()
        lines = list(_run(home))
        if given.write:
            from bench.report import write_table

            write_table("legislation", lines)
    finally:
        shutil.rmtree(home)


def _run(home: Path) -> Iterator[dict[str, Any]]:
    from bench.legislation_citations import run as citations
    from bench.measure import machine, say

    yield say("machine", machine=machine(), date=time.strftime("%Y-%m-%d"))
    if DATA.exists():
        yield from _taken_in(home)
        yield from _shown()
    else:
        yield say("the acts are not here: import, pages and strip left out")
    yield from citations()


def _taken_in(home: Path) -> Iterator[dict[str, Any]]:
    from django.core.management import call_command

    from bench.measure import folder_mb, peak_mb, say
    from handlerum.legislation.importing import import_all
    from handlerum.legislation.models import Section, Subsection
    from handlerum.legislation.retsinformation import Retsinformation
    from handlerum.legislation.services import Taken
    from handlerum.search.law import catch_up_law

    call_command("migrate", verbosity=0, interactive=False)
    names = [str(DATA / "laws"), str(DATA / "bekendtgoerelser")]
    service = Retsinformation()
    began = time.perf_counter()
    report = import_all(names, service, lambda _done, _total: None)
    stored = time.perf_counter() - began
    catch_up_law()
    yield say(
        "import of acts and orders",
        documents=report.count(Taken.NEW),
        failed=len(report.failed),
        sections=Section.objects.count(),
        subsections=Subsection.objects.count(),
        seconds=round(stored, 1),
        seconds_index=round(time.perf_counter() - began - stored, 1),
        mb=folder_mb(home),
        peak_mb=peak_mb(),
    )
    began = time.perf_counter()
    again = import_all(names, service, lambda _done, _total: None)
    seconds = round(time.perf_counter() - began, 1)
    yield say("the same again", unchanged=again.count(Taken.UNCHANGED), seconds=seconds)


def _shown() -> Iterator[dict[str, Any]]:
    from django.core.management import call_command
    from django.test import Client
    from django.urls import reverse

    from bench.collection import build
    from bench.measure import say, times
    from bench.synthetic import Words
    from handlerum.legislation.models import Section
    from handlerum.organisations.models import Membership
    from handlerum.search.law import law
    from handlerum.search.lexical import asked

    call_command("collectstatic", verbosity=0, interactive=False)
    reader = build(1000)
    client = Client()
    member = Membership.objects.get(user_id=reader.user_id, organisation_id=reader.organisation_id)
    backend = "allauth.account.auth_backends.AuthenticationBackend"
    client.force_login(member.user, backend=backend)
    rows = Section.objects.filter(edition__in_force_to=None).order_by("digest")[:_PAGES]
    pages = [
        reverse("section", args=[row.edition.act.key, row.slug])
        for row in rows.select_related("edition__act")
    ]
    yield say("a section's page, server time", pages=len(pages), **times(client.get, pages))
    from bench.judged import collection

    situations = [one.text for one in collection().situations]
    wanted = [asked(text) for text in situations]
    yield say(
        "the strip for a situation of the judged collection",
        situations=len(wanted),
        **times(lambda one: law.strip(reader, one), wanted),
        something_shown=sum(bool(law.strip(reader, one).provisions) for one in wanted),
    )
    short = [asked(Words(seed).situation()) for seed in range(200)]
    yield say("the strip, three to six words", **times(lambda one: law.strip(reader, one), short))


if __name__ == "__main__":
    main()
