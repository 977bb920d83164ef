"""Which index is in use: a pointer file, changed in one step, so that a rebuild has no downtime."""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from handlerum.search.schema import VERSION


class Busy(Exception):
    """Another process is writing the index."""


@dataclass(frozen=True, slots=True)
class Current:
    """The index in use: its folder's name, the trail it has followed, and its version."""

    folder: str
    cursor: int
    version: int

    @property
    def path(self) -> Path:
        """Where it lies."""
        return root() / self.folder


def root() -> Path:
    """The folder of everything derived."""
    return Path(settings.HANDLERUM_INDEX)


def current() -> Current | None:
    """The index in use; None when there is none, or it was made by another version."""
    path = os.path.join(settings.HANDLERUM_INDEX, "current.json")  # noqa: PTH118  asked each time
    try:
        stat = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return _read(path, stat.st_ino, stat.st_mtime_ns)


@lru_cache(maxsize=8)
def _read(path: str, _inode: int, _changed: int) -> Current | None:
    """The pointer's content, read once for each time it is replaced."""
    try:
        found = Current(**json.loads(Path(path).read_text()))
    except (OSError, ValueError, TypeError):
        return None
    return found if found.version == VERSION and found.path.is_dir() else None


def use(folder: str, cursor: int) -> None:
    """Point at an index and remember how far it has followed the trail."""
    root().mkdir(parents=True, exist_ok=True)
    fresh = root() / "current.json.new"
    with fresh.open("w") as file:
        json.dump(asdict(Current(folder, cursor, VERSION)), file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(root() / "current.json")


def remove_others(kept: str) -> None:
    """Delete indexes no longer in use. Open readers keep their files until they let go."""
    for path in root().iterdir():
        if path.is_dir() and path.name != kept:
            shutil.rmtree(path, ignore_errors=True)


@contextmanager
def writing() -> Iterator[None]:
    """Hold the right to write; the system takes it back when the process dies.

    Raises:
        Busy: another process holds it.
    """
    root().mkdir(parents=True, exist_ok=True)
    with (root() / "writer.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy from None
        yield
