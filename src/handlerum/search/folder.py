"""Which index is in use: a pointer file, changed in one step, so that a rebuild has no downtime."""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
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
    _replace("current.json", asdict(Current(folder, cursor, VERSION)))
    (root() / "building.json").unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Building:
    """An index that is being filled: up to which contribution, and how many are done."""

    folder: str
    cursor: int
    last: int
    done: int
    version: int
    resumed: bool = False

    def further(self, last: int, count: int) -> "Building":
        """So many more are done."""
        return replace(self, last=last, done=self.done + count, resumed=False)


def building() -> Building | None:
    """The filling that goes on, or was broken off; None where there is none to go on with."""
    try:
        found = Building(**json.loads((root() / "building.json").read_text()))
    except (OSError, ValueError, TypeError):
        return None
    return replace(found, resumed=True) if found.version == VERSION else None


def note(building: Building) -> None:
    """Remember how far a filling is."""
    _replace("building.json", asdict(building))


def _replace(name: str, content: dict[str, object]) -> None:
    """Write a file beside, and put it in place in one step."""
    root().mkdir(parents=True, exist_ok=True)
    fresh = root() / f"{name}.new"
    with fresh.open("w") as file:
        json.dump(content, file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(root() / name)


def remove_others(kept: str) -> None:
    """Delete indexes no longer in use. Open readers keep their files until they let go."""
    for path in root().iterdir():
        if path.is_dir() and path.name not in (kept, "meaning", "law", "dilemmas"):
            shutil.rmtree(path, ignore_errors=True)


@contextmanager
def writing() -> Iterator[None]:
    """Hold the right to write the index. Raises Busy."""
    with locked(root()):
        yield


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the right to write in a folder; the system takes it back when the process dies.

    Raises:
        Busy: another process holds it.
    """
    path.mkdir(parents=True, exist_ok=True)
    with (path / "writer.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy from None
        yield
