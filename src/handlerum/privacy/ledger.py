"""The deletion ledger: what was erased, so that a backup put back erases it again.

It lies beside the database and not in it: a database from yesterday knows nothing of what was
erased today. It holds no content: which thing, its number, and when it was made. A number alone
is not enough, since a restored database hands out the same numbers once more.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from handlerum.core.clock import now


@dataclass(frozen=True, slots=True)
class Erased:
    """One thing that must never come back."""

    thing: str
    id: int
    made: datetime


def note(*erased: Erased) -> None:
    """Write lines that survive a power cut. Call before the erasing is committed.

    Raises:
        OSError: the ledger cannot be written; then nothing may be erased.
    """
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    torn = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size
    with path.open("a", encoding="utf-8") as file:
        if torn:  # by a power cut: what is written now must not be lost with it
            file.write("\n")
        for one in erased:
            line = {"thing": one.thing, "id": one.id, "made": one.made.isoformat()}
            file.write(json.dumps(line | {"at": now().isoformat()}) + "\n")
        file.flush()
        os.fsync(file.fileno())


def entries(thing: str) -> Iterator[Erased]:
    """Everything of that kind that was erased. A line that broke off half-written is passed by."""
    path = _path()
    if not path.exists():
        return
    with path.open(encoding="utf-8", errors="replace") as file:
        for line in file:
            if (found := _read(line)) and found.thing == thing:
                yield found


def _read(line: str) -> Erased | None:
    try:
        row = json.loads(line)
        return Erased(row["thing"], int(row["id"]), datetime.fromisoformat(row["made"]))
    except (ValueError, TypeError, KeyError):
        return None


def _path() -> Path:
    return Path(settings.HANDLERUM_LEDGER)
