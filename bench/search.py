"""`make bench-search`: how fast, how well, how even, and how silent. All in one run, with peers.

Texts and vectors of the speed part are synthetic and home-made, and say nothing about quality.
That part uses the judged collection, which is home-made too, and questions from parliament where
they lie beside the repository.
"""

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PARTS = ("speed", "quality", "standing", "importing")


def main() -> None:
    """Measure, print JSON lines, and write the tables of docs/maalinger.md."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=1_000_000)
    options.add_argument("--imported", type=int, default=100_000)
    options.add_argument("--parts", nargs="*", choices=PARTS, default=PARTS)
    options.add_argument("--home", type=Path, help="keep the synthetic database here, use it again")
    options.add_argument("--write", action="store_true", help="write docs/maalinger.md")
    given = options.parse_args()
    home = given.home or Path(tempfile.mkdtemp(prefix="handlerum-bench-"))
    os.environ |= {"HANDLERUM_HOME": str(home), "HANDLERUM_EXAMPLE_SIGN_IN": "1"}
    os.environ["DJANGO_SETTINGS_MODULE"] = "handlerum.config.settings"
    try:
        import django

        django.setup()
        for part in given.parts:
            lines = list(_part(part, home, given))
            if given.write:
                from bench.report import write_table

                write_table(f"search {part}", lines)
    finally:
        if given.home is None:
            shutil.rmtree(home)


def _part(part: str, home: Path, given: argparse.Namespace) -> Iterator[dict[str, Any]]:
    if part == "speed":
        from bench.speed import run

        return run(home, given.count)
    if part == "quality":
        from bench.judged.quality import run as quality

        return quality()
    if part == "standing":
        from bench.judged.standing import run as standing

        return standing()
    from bench.importing import run as importing

    return importing(given.imported)


if __name__ == "__main__":
    main()
