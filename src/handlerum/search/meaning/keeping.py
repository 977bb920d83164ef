"""Keeping the vectors: fill them once, then follow the trail. For the worker alone.

With another encoder a new folder is filled while the old one, with its own encoder, answers.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from re import sub

from django.conf import settings

from handlerum.knowledge.queries import documents, shared_count, shared_ids
from handlerum.search.fitted import centre_of
from handlerum.search.folder import locked
from handlerum.search.meaning.files import (
    Damaged,
    Manifest,
    read_centre,
    read_manifest,
    verify,
    write_centre,
    write_manifest,
)
from handlerum.search.meaning.filling import bring_up_to_date, middle
from handlerum.search.meaning.place import folder_in_use, root, use
from handlerum.search.ports import Encoder
from handlerum.search.spread import spread_encoder
from handlerum.trail.queries import after, newest
from handlerum.trail.terms import Thing

#: Pieces between two moments at which nothing can be lost any more.
_BATCH = 32
#: The same, where a cluster shares the work.
_SHARED_BATCH = 1000
#: Pieces that tell the common direction, where none was fitted.
_SAMPLE = 200

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Status:
    """How the vectors stand. `behind` counts the trail's entries not yet followed."""

    encoder: str
    passages: int
    filling: bool
    behind: int


def status() -> Status | None:
    """How the vectors in use stand, without changing them; None where there are none."""
    folder = folder_in_use()
    manifest = read_manifest(folder) if folder else None
    if manifest is None:
        return None
    passages = sum(shelf.rows for shelf in manifest.shelves.values())
    behind = len(after(manifest.cursor, Thing.CONTRIBUTION, 100_000))
    return Status(manifest.encoder, passages, manifest.built_to is not None, behind)


def catch_up(
    progress: Progress = lambda _done, _total: None, going: Callable[[], bool] = lambda: True
) -> int:
    """Make the vectors that are missing, a batch at a time; go on where it was broken off.

    Args:
        progress: called with how many are done and how many there are.
        going: asked after each batch whether to go on.

    Returns:
        How many pieces were looked at.

    Raises:
        Busy: another process is making vectors.
        Unavailable: the encoder cannot be had.
    """
    with spread_encoder(settings.HANDLERUM_ENCODER) as reading:
        return _caught_up(reading, progress, going) if reading.dimensions else 0


def _caught_up(reading: Encoder, progress: Progress, going: Callable[[], bool]) -> int:
    with locked(root()):
        folder = root() / _name(reading)
        begun = _whole(folder) or _begun(folder, reading)
        done = 0
        for manifest, looked_at in _steps(folder, begun, reading):
            write_manifest(folder, manifest)
            done += looked_at
            if manifest.built_to is not None:
                progress(done, shared_count())
            if not going():
                return done
        _settle_on(folder)
        return done


def repair() -> bool:
    """Read all vectors in use and compare them with what was written; remove damaged ones.

    Returns:
        Whether they were whole. Those that were not are made again by `catch_up`.

    Raises:
        Busy: another process is making vectors.
    """
    folder = folder_in_use()
    if folder is None or not folder.exists():
        return True
    with locked(root()):
        manifest = read_manifest(folder)
        try:
            if manifest is None or read_centre(folder) is None:
                raise Damaged(folder.name)
            verify(folder, manifest)
        except Damaged:
            shutil.rmtree(folder)
            return False
    return True


def forget() -> None:
    """Remove all vectors, so that they are made again."""
    with locked(root()):
        for path in root().iterdir():
            if path.is_dir():
                shutil.rmtree(path)


def _steps(folder: Path, manifest: Manifest, reading: Encoder) -> Iterator[tuple[Manifest, int]]:
    """The manifest after each batch, and how many pieces were in it."""
    most = _SHARED_BATCH if settings.HANDLERUM_DASK else _BATCH
    while True:
        # A first filling may take a day: what changes or is withdrawn meanwhile does not wait.
        if entries := after(manifest.cursor, Thing.CONTRIBUTION, most):
            ids = sorted({thing_id for _, thing_id in entries})
            past = replace(manifest, cursor=entries[-1][0])
        elif manifest.built_to is not None:
            ids = shared_ids(manifest.built_to, most)
            past = replace(manifest, built_to=ids[-1] if ids else None)
        else:
            return
        done = bring_up_to_date(folder, manifest, ids, documents(ids), reading)
        manifest = replace(past, shelves=done.shelves)
        yield manifest, len(ids)


def _begun(folder: Path, reading: Encoder) -> Manifest:
    """An empty folder for an encoder, to be filled from the first piece on."""
    shutil.rmtree(folder, ignore_errors=True)
    fitted = centre_of(reading.name)
    sample = documents(shared_ids(0, _SAMPLE)) if fitted is None else {}
    write_centre(folder, middle(sample, reading) if fitted is None else fitted)
    wanted = settings.HANDLERUM_ENCODER
    manifest = Manifest(wanted, reading.name, reading.dimensions, newest(), 0)
    write_manifest(folder, manifest)
    answering = folder_in_use()
    if answering is None or read_manifest(answering) is None:
        use(folder)  # nothing else answers: better some of it than nothing
    return manifest


def _whole(folder: Path) -> Manifest | None:
    """The manifest of a folder that can be gone on with."""
    manifest = read_manifest(folder)
    # Ahead of the trail: the database was restored from an earlier day, or is another one.
    if manifest is None or read_centre(folder) is None or manifest.cursor > newest():
        return None
    # The same encoder may have moved, to another address for example.
    return replace(manifest, wanted=settings.HANDLERUM_ENCODER)


def _settle_on(folder: Path) -> None:
    """Let this folder answer, and remove those of other encoders."""
    if folder_in_use() != folder:
        use(folder)
    for path in root().iterdir():
        if path.is_dir() and path != folder:
            shutil.rmtree(path, ignore_errors=True)


def _name(reading: Encoder) -> str:
    return sub(r"[^\w.-]+", "-", reading.name)[:80]
