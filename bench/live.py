"""`make bench-live`: how many phones a session carries, what it costs, and what a crash takes."""

import argparse
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.canaries import Server
from bench.live_server import prepared, told
from bench.measure import machine, percentiles, say

SIZES = (2000, 5000, 10_000)


def main() -> None:
    """Measure, print JSON lines, and write the table of docs/maalinger.md."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true", help="write docs/maalinger.md")
    options.add_argument("--home", type=Path, help="a data folder to begin from")
    options.add_argument("--phones", type=int, nargs="*", default=SIZES)
    given = options.parse_args()
    lines = [say("machine", machine=machine(), date=time.strftime("%Y-%m-%d"), load=_load())]
    with tempfile.TemporaryDirectory(prefix="handlerum-live-") as folder:
        first = given.home or prepared(Path(folder))
        for phones in given.phones:
            lines += list(followed(phones, first))
    if given.write:
        from bench.report import write_table

        write_table("live", lines)


def _load() -> float:
    """How many others wanted to run in the last minute."""
    return round(os.getloadavg()[0], 1)


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
            found = told(server, "bench.live_phones", given=json.dumps(wanted))
        finally:
            server.kill()
    yield say(
        f"{phones} phones come",
        joined=found["joined"],
        seconds=found["join_seconds"],
        server_cpu_s=found["join_cpu"],
        kb_each=found["kb_each"],
        server_mb=found["server_mb"],
    )
    yield say(
        f"{phones} phones, {rate} answers a second: a step is seen",
        **(percentiles(found["steps_ms"]) if found["steps_ms"] else {}),
        reached_last=found["reached_last"],
        ended=found["ended"],
        server_cpu_s=found["cpu"],
        phones_cpu_s=found["own_cpu"],
        events=found["events"],
        mb=found["mb"],
    )
    yield say(
        f"{phones} phones, {rate} answers a second: an answer is acknowledged",
        **(percentiles(found["answers_ms"]) if found["answers_ms"] else {}),
        acknowledged=len(found["acknowledged"]),
        refused=len(found["refused"]),
    )


if __name__ == "__main__":
    main()
