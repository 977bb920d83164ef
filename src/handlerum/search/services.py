"""Keeping the index: follow the trail, or build it again from the tables."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from handlerum.knowledge.queries import Document, documents, shared_count, shared_ids
from handlerum.search import folder
from handlerum.search.schema import fill, write
from handlerum.trail.queries import after, newest
from handlerum.trail.terms import Thing

_BATCH = 1000

Progress = Callable[[int, int], None]


def _silently(_done: int, _total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Status:
    """How the index stands. `behind` counts the trail's entries not yet followed."""

    built: bool
    cursor: int
    behind: int
    shared: int


def catch_up() -> int:
    """Follow the trail to its end; build the index first where there is none.

    Returns:
        How many contributions were written or removed.

    Raises:
        Busy: another process is writing the index.
    """
    with folder.writing():
        current = folder.current()
        # Ahead of the trail: the database was restored from an earlier day, or is another one.
        if current is None or current.cursor > newest():
            return _build(_silently)
        changed = 0
        cursor = current.cursor
        while entries := after(cursor, Thing.CONTRIBUTION, _BATCH):
            ids = {thing_id for _, thing_id in entries}
            try:
                write(current.path, ids, documents(ids))
            except ValueError:  # damaged files; everything in them can be made again
                return _build(_silently)
            cursor, changed = entries[-1][0], changed + len(ids)
            folder.use(current.folder, cursor)
        return changed


def catch_up_if_free() -> None:
    """Follow the trail, unless the server's worker does so already."""
    try:
        catch_up()
    except folder.Busy:
        return


def rebuild(progress: Progress) -> int:
    """Build a new index beside the one in use, then change over.

    Args:
        progress: called with how many are done and how many there are.

    Returns:
        How many contributions it holds.

    Raises:
        Busy: another process is writing the index.
    """
    with folder.writing():
        return _build(progress)


def status() -> Status:
    """How the index stands, without changing it."""
    current = folder.current()
    cursor = current.cursor if current else 0
    behind = len(after(cursor, Thing.CONTRIBUTION, 100_000))
    return Status(current is not None, cursor, behind, shared_count())


def _build(progress: Progress) -> int:
    cursor = newest()  # read first: what happens meanwhile is followed afterwards
    name = next(name for n in count(cursor) if not (folder.root() / (name := f"{n:012d}")).exists())
    done, total = 0, shared_count()

    def batches() -> Iterator[dict[int, Document]]:
        nonlocal done
        last = 0
        while ids := shared_ids(last, _BATCH):
            yield documents(ids)
            last, done = ids[-1], done + len(ids)
            progress(done, total)

    fill(folder.root() / name, batches())
    folder.use(name, cursor)
    folder.remove_others(name)
    return done
