"""`make bench-live`: how many phones a session carries, what it costs, and what a crash takes.

The server is a real one in a folder of its own; the phones are a second process on the same
machine. Without `HANDLERUM_ENCODER`, so that nothing but the session is at work.
"""

import argparse
import json
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import live_crashes, opinions
from bench.canaries import Server
from bench.live_server import prepared, told
from bench.measure import machine, percentiles, say

SIZES = (2000, 5000, 10_000)
CRASHES = 50


def main() -> None:
    """Measure, print JSON lines, and write the table of docs/maalinger.md."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true", help="write docs/maalinger.md")
    options.add_argument("--home", type=Path, help="a data folder to begin from")
    options.add_argument("--phones", type=int, nargs="*", default=SIZES)
    options.add_argument("--crashes", type=int, default=CRASHES)
    options.add_argument("--no-opinions", action="store_true")
    given = options.parse_args()
    lines = [say("machine", machine=machine(), date=time.strftime("%Y-%m-%d"))]
    with tempfile.TemporaryDirectory(prefix="handlerum-live-") as folder:
        first = given.home or prepared(Path(folder))
        for phones in given.phones:
            lines += followed(phones, first)
        if given.crashes:
            lines.append(crashed(given.crashes, first))
    if not given.no_opinions:
        lines += opinions.run()
    if given.write:
        from bench.report import write_table

        write_table("live", lines)


def followed(phones: int, first: Path, rate: int = 200) -> Iterator[dict[str, Any]]:
    """One session with so many phones: they come, they write, and the facilitator goes on.

    Args:
        first: a data folder to begin from.
    """
    with tempfile.TemporaryDirectory(prefix="handlerum-live-") as folder:
        shutil.copytree(first, Path(folder) / "home")
        server = Server(Path(folder), HANDLERUM_ENCODER="none")
        server.start()
        try:
            seed = told(server, "bench.live_seed", str(phones))
            seed.pop("link")
            wanted = {**seed, "port": server.port, "rate": rate, "server": server.process.pid}
            before = _load()
            found = told(server, "bench.live_phones", given=json.dumps(wanted))
        finally:
            server.kill()
        lost, doubled = live_crashes.compared(
            server.folder / "home" / "handlerum.sqlite3",
            seed["session_id"],
            found["acknowledged"],
        )
    yield say(
        f"{phones} phones come",
        joined=found["joined"],
        seconds=found["join_seconds"],
        server_cpu_s=found["join_cpu"],
        kb_each=found["kb_each"],
        server_mb=found["server_mb"],
        others_at_work=before,
    )
    yield say(
        f"{phones} phones, {rate} answers a second: a step is seen",
        **_percentiles(found["steps_ms"]),
        first_ms=statistics.median(found["first_ms"]),
        led_ms=statistics.median(found["led_ms"]),
        reached_last=found["reached_last"],
        broken_off=found["ended"],
        events=found["events"],
        mb=found["mb"],
        server_cpu_s=found["cpu"],
        phones_cpu_s=found["own_cpu"],
    )
    yield say(
        f"{phones} phones, {rate} answers a second: an answer is acknowledged",
        **_percentiles(found["answers_ms"]),
        a_second=found["answers_a_second"],
        acknowledged=len(found["acknowledged"]),
        refused=len(found["refused"]),
        lost=len(lost),
        doubled=len(doubled),
    )


def crashed(count: int, first: Path) -> dict[str, Any]:
    """A session whose server is killed so many times."""
    with tempfile.TemporaryDirectory(prefix="handlerum-live-") as folder:
        shutil.copytree(first, Path(folder) / "home")
        found = live_crashes.run(Path(folder), list(range(count)))
    return say(
        "kill -9 while phones write",
        crashes=found.kills,
        acknowledged=found.acknowledged,
        sent_again=found.sent_again,
        lost=len(found.lost),
        doubled=len(found.doubled),
        in_another_step=len(found.astray),
        back_s=statistics.median(found.back),
        slowest_s=max(found.back),
        others_at_work=_load(),
    )


def _percentiles(taken: list[float]) -> dict[str, float]:
    return percentiles(taken) if taken else {}


def _load() -> float:
    """How many processes wanted a processor in the last minute, ours and those of others."""
    return round(os.getloadavg()[0], 1)


if __name__ == "__main__":
    main()
