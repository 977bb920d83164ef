"""`python -m bench.importing`: import of many short records, from a file to a searchable index.

A list of tables is written as Statistikbanken writes it, each with a home-made text, and imported
as `handlerum import` does: read, looked at, blurred, checked, stored with versions and trail, and
then analysed for the index. The texts say something about speed and nothing about quality.
"""

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.measure import folder_mb, machine, peak_mb, say

COUNT = 100_000
#: How many in a hundred tell of somebody by name, and how many hold an identifier.
_NAMED, _IDENTIFIED = 5, 10
_FIRST = "Mette Lars Fatima Søren Anna Ali Kirsten Jens Amina Peter Hanne Mohamed Lone Bo".split()
_LAST = "Jensen Nielsen Hansen Holm Ahmed Sørensen Østergaard Madsen Yilmaz Bach Lund".split()
_TOWNS = "Hobro Viborg Odense Skive Herning Rønne Vejle Hjørring Ribe Nakskov".split()


def main() -> None:
    """Import into a folder of its own, and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=COUNT)
    count = options.parse_args().count
    home = Path(tempfile.mkdtemp(prefix="handlerum-bench-"))
    os.environ |= {"HANDLERUM_HOME": str(home / "home"), "HANDLERUM_EXAMPLE_SIGN_IN": "1"}
    os.environ["DJANGO_SETTINGS_MODULE"] = "handlerum.config.settings"
    try:
        import django

        django.setup()
        _measure(home, count)
    finally:
        shutil.rmtree(home)


def run(count: int = COUNT) -> Iterator[dict[str, Any]]:
    """The lines of a run in a process of its own, so that its memory and its folder are its own."""
    command = [sys.executable, "-m", "bench.importing", "--count", str(count)]
    printed = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
    for line in map(json.loads, printed.splitlines()):
        yield say(**line)


def _measure(home: Path, count: int) -> None:
    from handlerum.core.database import look_after
    from handlerum.search.services import catch_up

    path = home / "tabeller.json"
    words = _write(path, count)
    reader = _reader()
    size = round(path.stat().st_size / 2**20, 1)
    say("import, machine", machine=machine(), date=time.strftime("%Y-%m-%d"), file_mb=size)
    began, spent = time.perf_counter(), _processor()
    report = _imported(reader, path)
    stored = time.perf_counter()
    indexed = catch_up()
    look_after()
    ended = time.perf_counter()
    say(
        f"import of {count:,} short records, searchable, without vectors",
        records=report.kept,
        skipped=len(report.skipped),
        places_blurred=report.blurred,
        indexed=indexed,
        words_each=words,
        seconds=round(ended - began, 1),
        records_per_s=round(report.kept / (ended - began)),
        seconds_stored=round(stored - began, 1),
        seconds_index=round(ended - stored, 1),
        # On a machine that others use as well, this says more than the clock.
        processor_seconds=round(_processor() - spent, 1),
    )
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    home_mb = folder_mb(home / "home")
    say("import, memory", peak_mb=peak_mb(), peak_child_mb=round(children, 1), home_mb=home_mb)


def _processor() -> float:
    """Seconds of all cores that this process and those it waited for have used."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _reader() -> Any:
    from django.core.management import call_command

    from handlerum.organisations.access import reader_of
    from handlerum.organisations.models import Organisation, User
    from handlerum.organisations.services import add_member
    from handlerum.organisations.terms import Role

    call_command("migrate", verbosity=0, interactive=False)
    organisation = Organisation.objects.create(slug="her", name="Her")
    user = User.objects.create(email="anna@her.example", name="Anna")
    return reader_of(add_member(organisation, user, Role.PRACTITIONER))


def _imported(reader: Any, path: Path) -> Any:
    from handlerum.exchange.services import import_paths
    from handlerum.knowledge.telling import Telling

    like = Telling(way="reports", form="statistics", voice="public_body", audience="organisation")
    return import_paths(reader, [path], like, lambda *_: None)


def _write(path: Path, count: int) -> float:
    """Write the list; returns how many words a record's text has on average."""
    from handlerum.exchange.readers import read

    path.write_text(json.dumps(list(_tables(count)), ensure_ascii=False), "utf-8")
    some = read(path.name, json.dumps(list(_tables(1000))).encode())
    return round(sum(len(piece.text.split()) for piece in some) / len(some), 1)


def _tables(count: int) -> Iterator[dict[str, Any]]:
    from bench.identifiers import variants
    from bench.synthetic import Words

    words, draw = Words(), random.Random(11)
    identified = variants(3, count)
    for number in range(count):
        text = " ".join(words.draw(words.random.randint(3, 7))).capitalize()
        roll = draw.randrange(100)
        if roll < _NAMED:
            text += f". {draw.choice(_FIRST)} {draw.choice(_LAST)} i {draw.choice(_TOWNS)}"
        elif roll < _NAMED + _IDENTIFIED:
            text += f". {next(identified).text}"
        yield {
            "id": f"T{number}",
            "text": text,
            "unit": "Antal",
            "updated": "2025-08-11T08:00:00",
            "firstPeriod": "2008",
            "latestPeriod": "2025",
            "active": True,
            "variables": ["tid"],
        }


if __name__ == "__main__":
    main()
