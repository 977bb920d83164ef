"""Keeping the index: follow the trail, or build it again from the tables."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from handlerum.knowledge.queries import documents, shared_count, shared_ids
from handlerum.search import folder
from handlerum.search.dilemmas import catch_up_dilemmas, repair_dilemmas
from handlerum.search.law import catch_up_law, repair_law
from handlerum.search.schema import VERSION, Filling, whole, write
from handlerum.trail.queries import after, newest
from handlerum.trail.terms import Thing

_BATCH = 1000
#: Contributions that are read together, and between two moments from which a rebuild goes on.
_CHUNK, _KEPT = 10_000, 100_000

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
    for small in (catch_up_law, catch_up_dilemmas):
        _tried(small)
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


def _tried(catch_up_small: Callable[[], bool]) -> None:
    try:
        catch_up_small()
    except folder.Busy:  # somebody else is at it
        return


def catch_up_if_free() -> None:
    """Follow the trail, unless the server's worker does so already."""
    try:
        catch_up()
    except folder.Busy:
        return


def rebuild(progress: Progress) -> int:
    """Build a new index beside the one in use, then change over. Broken off, it goes on later.

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


def repair() -> bool:
    """Read the whole index and build it anew where it is missing or damaged.

    Returns:
        Whether it was whole.

    Raises:
        Busy: another process is writing the index.
    """
    repair_law()
    repair_dilemmas()
    with folder.writing():
        current = folder.current()
        if current is not None and whole(current.path):
            return True
        _build(_silently)
        return False


def _build(progress: Progress) -> int:
    """Fill a new folder, or go on filling one that was broken off, and use it."""
    building = folder.building() or _begun()
    total = max(shared_count(), building.done)
    path = folder.root() / building.folder
    if not path.is_dir():
        building = _begun()
        path = folder.root() / building.folder
    again = building.resumed
    with Filling(path) as filling:
        while ids := shared_ids(building.last, _CHUNK):
            # What was committed just before a stop may not have been noted: write over it.
            filling.add(ids, documents(ids), again=again)
            building = building.further(ids[-1], len(ids))
            if building.done % _KEPT < _CHUNK:
                filling.commit()
                folder.note(building)
                again = False
            progress(building.done, total)
    folder.use(building.folder, building.cursor)
    folder.remove_others(building.folder)
    return building.done


def _begun() -> folder.Building:
    cursor = newest()  # read first: what happens meanwhile is followed afterwards
    name = next(name for n in count(cursor) if not (folder.root() / (name := f"{n:012d}")).exists())
    (folder.root() / name).mkdir(parents=True)
    return folder.Building(name, cursor, last=0, done=0, version=VERSION)
