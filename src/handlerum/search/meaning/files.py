"""The vectors of one encoder on disk: for each form three files that only grow, and one manifest.

Derived from the tables, so never backed up. One process writes and many read. What is appended
counts when the manifest, written last and replaced in one step, says so: after a crash, what lies
beyond its counts is written over. A piece that changed or went away keeps its row, marked as gone.
"""

import json
import os
import zlib
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from handlerum.knowledge.terms import Form
from handlerum.search.marks import COLUMNS
from handlerum.search.meaning.quantise import Quantised
from handlerum.search.ports import Vectors

#: One passage. `digest` tells whether a passage is the same as before.
ROW = np.dtype([(name, "<i8") for name in ("id", "digest", *COLUMNS, "alive")])
_WORD = 64


class Damaged(Exception):
    """The files are not what the manifest says; everything in them can be made again."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """How many rows of a form count, and what their bytes add up to.

    The sums are None while vectors are overwritten, so that a crash meanwhile is no damage.
    """

    rows: int = 0
    bytes_sum: int | None = 0
    codes_sum: int | None = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a folder of vectors holds.

    `wanted` is the setting that gave the encoder. `built_to` is the last contribution of a first
    filling that still goes on, None when it is done; from then on `cursor` follows the trail.
    """

    wanted: str
    encoder: str
    dimensions: int
    cursor: int
    built_to: int | None
    shelves: dict[str, Shelf] = field(
        default_factory=lambda: {form: Shelf() for form in Form.values}
    )


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a folder; None when there is none, or it cannot be read."""
    try:
        told = json.loads((folder / "manifest.json").read_text())
        shelves = {form: Shelf(**told["shelves"][form]) for form in Form.values}
        return Manifest(**{**told, "shelves": shelves})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Let what was appended count."""
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / "manifest.json.new"
    with fresh.open("w") as file:
        json.dump(asdict(manifest), file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / "manifest.json")


def read_centre(folder: Path) -> Vectors | None:
    """What was taken away from every vector of the folder, shape (dimensions,)."""
    try:
        found: Vectors = np.load(folder / "centre.npy")
    except (OSError, ValueError):
        return None
    return found


def write_centre(folder: Path, centre: Vectors) -> None:
    """Keep what is taken away; written once, before the first vector."""
    folder.mkdir(parents=True, exist_ok=True)
    np.save(folder / "centre.npy", centre.astype(np.float32))


def rows_of(
    folder: Path, form: str, manifest: Manifest, *, changing: bool = False
) -> NDArray[np.void]:
    """The rows of a form that count, read from disk as they are asked for.

    Raises:
        Damaged: there are fewer than the manifest says.
    """
    count = manifest.shelves[form].rows
    return _mapped(folder / f"{form}.rows", ROW, (count,), "r+" if changing else "r")


def bytes_of(
    folder: Path, form: str, manifest: Manifest, *, changing: bool = False
) -> NDArray[np.int8]:
    """The vectors of a form in bytes, shape (rows, dimensions). Raises Damaged."""
    shape = (manifest.shelves[form].rows, manifest.dimensions)
    mode = "r+" if changing else "r"
    return _mapped(folder / f"{form}.bytes", np.dtype(np.int8), shape, mode)


def codes_of(
    folder: Path, form: str, manifest: Manifest, *, changing: bool = False
) -> NDArray[np.uint64]:
    """The vectors of a form in bits, shape (rows, words). Raises Damaged."""
    shape = (manifest.shelves[form].rows, -(-manifest.dimensions // _WORD))
    mode = "r+" if changing else "r"
    return _mapped(folder / f"{form}.codes", np.dtype(np.uint64), shape, mode)


def append(
    folder: Path, manifest: Manifest, form: str, rows: NDArray[np.void], vectors: Quantised
) -> Manifest:
    """Write rows behind those that count.

    Returns:
        The manifest by which they will count, once it is written.
    """
    shelf = manifest.shelves[form]
    assert shelf.bytes_sum is not None  # `wipe` comes first where a crash left them unknown
    assert shelf.codes_sum is not None
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / f"{form}.rows", shelf.rows * ROW.itemsize, rows.tobytes())
    raw, bits = vectors.bytes.tobytes(), vectors.codes.tobytes()
    _write(folder / f"{form}.bytes", shelf.rows * manifest.dimensions, raw)
    words = vectors.codes.shape[1]
    _write(folder / f"{form}.codes", shelf.rows * words * _WORD // 8, bits)
    fresh = Shelf(
        rows=shelf.rows + len(rows),
        bytes_sum=zlib.crc32(raw, shelf.bytes_sum),
        codes_sum=zlib.crc32(bits, shelf.codes_sum),
    )
    return replace(manifest, shelves={**manifest.shelves, form: fresh})


def wipe(folder: Path, manifest: Manifest, form: str, rows: NDArray[np.int64]) -> Manifest:
    """Overwrite vectors of pieces that are gone: something of a text could be read out of them.

    Returns:
        The manifest with the new sums. Until it is written, they count as unknown.
    """
    shelf = manifest.shelves[form]
    unknown = replace(shelf, bytes_sum=None, codes_sum=None)
    write_manifest(folder, replace(manifest, shelves={**manifest.shelves, form: unknown}))
    stored = bytes_of(folder, form, manifest, changing=True)
    bits = codes_of(folder, form, manifest, changing=True)
    stored[rows], bits[rows] = 0, 0
    for changed in (stored, bits):
        if isinstance(changed, np.memmap):
            changed.flush()
    shelf = replace(shelf, bytes_sum=_sum(stored), codes_sum=_sum(bits))
    return replace(manifest, shelves={**manifest.shelves, form: shelf})


def verify(folder: Path, manifest: Manifest) -> None:
    """Read everything and compare with the manifest.

    Raises:
        Damaged: something is missing or was changed.
    """
    for form, shelf in manifest.shelves.items():
        rows = rows_of(folder, form, manifest)
        right = (
            shelf.bytes_sum in (None, _sum(bytes_of(folder, form, manifest)))
            and shelf.codes_sum in (None, _sum(codes_of(folder, form, manifest)))
            and bool((rows["id"] > 0).all())
        )
        if not right:
            raise Damaged(form)


def _sum(numbers: NDArray[np.generic]) -> int:
    return zlib.crc32(numbers.data)


def _write(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b" if path.exists() else "w+b") as file:
        file.seek(at)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _mapped(path: Path, kind: np.dtype, shape: tuple[int, ...], mode: str) -> NDArray:  # type: ignore[type-arg]
    if not shape[0]:
        return np.empty(shape, kind)
    try:
        return np.memmap(path, kind, mode=mode, shape=shape)  # type: ignore[call-overload,no-any-return]
    except (OSError, ValueError) as error:
        raise Damaged(path.name) from error
