"""Which folder of vectors is in use, and reading it: notices by itself what the worker writes."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from django.conf import settings
from numpy.typing import NDArray

from handlerum.knowledge.terms import Form
from handlerum.search.fitted import asked_centre_of
from handlerum.search.marks import Reach
from handlerum.search.meaning.encoders import encoder
from handlerum.search.meaning.files import Damaged, Manifest, read_centre, read_manifest
from handlerum.search.meaning.quantise import centred
from handlerum.search.meaning.shelf import ShelfReader
from handlerum.search.ports import Found, Unavailable, Vectors


def root() -> Path:
    """Where the vectors of all encoders lie, each in a folder of its own."""
    return Path(settings.HANDLERUM_INDEX) / "meaning"


def folder_in_use() -> Path | None:
    """The folder that answers; another may be filling beside it. None before the first."""
    path = os.path.join(settings.HANDLERUM_INDEX, "meaning", "in-use")  # noqa: PTH118  often asked
    try:
        stat = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return _pointed_at(path, stat.st_ino, stat.st_mtime_ns)


@lru_cache(maxsize=8)
def _pointed_at(path: str, _inode: int, _changed: int) -> Path | None:
    """The folder that a pointer names, read once for each time it is replaced."""
    try:
        return Path(path).parent / Path(path).read_text().strip()
    except OSError:
        return None


def use(folder: Path) -> None:
    """Let a folder answer from now on."""
    fresh = root() / "in-use.new"
    fresh.write_text(folder.name)
    fresh.replace(root() / "in-use")


@dataclass(frozen=True)
class Asked:
    """A situation as the encoder in use understands it: centred, length 1."""

    vector: Vectors
    encoder: str


@dataclass(frozen=True)
class _Open:
    key: tuple[str, int]
    manifest: Manifest
    centre: Vectors
    shelves: Mapping[str, ShelfReader]


class Meaning:
    """Finds by meaning, as far as vectors are made; without them every answer is empty."""

    def __init__(self) -> None:
        # One attribute, so that requests in other threads see one state or the other.
        self._open: _Open | None = None

    def understand(self, situation: str) -> Asked | None:
        """The vector of a situation; None where meaning is not at hand."""
        opened = self._fresh()
        # Switched off means off, also while vectors of an earlier day lie there.
        if opened is None or settings.HANDLERUM_ENCODER == "none":
            return None
        try:
            reading = encoder(opened.manifest.wanted)
            if reading.name != opened.manifest.encoder:
                return None  # another version: its vectors cannot be compared with these
            vector = reading.query(situation)
        except Unavailable:  # an endpoint that does not answer, perhaps: words do
            return None
        centre = asked_centre_of(reading.name)
        centre = opened.centre if centre is None else centre
        return Asked(centred(vector, centre)[0], opened.manifest.encoder)

    @property
    def reads(self) -> str:
        """The name of the encoder whose vectors are in use; empty where there are none."""
        opened = self._fresh()
        return opened.manifest.encoder if opened else ""

    @property
    def outside(self) -> bool:
        """Whether a text that is asked about leaves this machine."""
        opened = self._fresh()
        return opened is not None and opened.manifest.wanted.startswith(("http://", "https://"))

    def warm(self) -> None:
        """Load the encoder and compile the scan, so that nobody's first question waits for it."""
        understood = self.understand("Hej")
        if understood:
            self.nearest(understood, Reach(np.empty(0, np.int64), 0), 1)

    def nearest(self, asked: Asked, reach: Reach, limit: int) -> Mapping[str, Found]:
        """The nearest pieces of each form that the reader may see."""
        shelves = self._shelves()
        return {form: shelves[form].nearest(asked.vector, reach, limit) for form in shelves}

    def of(self, form: str, ids: NDArray[np.int64], asked: Asked) -> Found | None:
        """How near some pieces of a form lie, where their vectors are made already."""
        shelves = self._shelves()
        return shelves[form].of(ids, asked.vector) if form in shelves else None

    def vector_of(self, form: str, id_: int) -> Vectors | None:
        """What a piece is about as one centred vector; None until it is made."""
        shelves = self._shelves()
        if form not in shelves:
            return None
        vectors = shelves[form].vectors_of(id_)
        if not len(vectors):
            return None
        middle = vectors.mean(axis=0)
        found: Vectors = (middle / max(float(np.linalg.norm(middle)), 1e-9)).astype(np.float32)
        return found

    def _shelves(self) -> Mapping[str, ShelfReader]:
        opened = self._fresh()
        return opened.shelves if opened else {}

    def _fresh(self) -> _Open | None:
        folder = folder_in_use()
        if folder is None:
            return None
        try:
            changed = os.stat(f"{folder}/manifest.json").st_mtime_ns  # noqa: PTH116  often asked
        except OSError:
            return None
        key = (str(folder), changed)
        if self._open is None or self._open.key != key:
            self._open = _opened(folder, key)
        return self._open


def _opened(folder: Path, key: tuple[str, int]) -> _Open | None:
    manifest = read_manifest(folder)
    centre = read_centre(folder)
    if manifest is None or centre is None or not manifest.dimensions:
        return None
    shelves = {form: ShelfReader(folder, form, manifest) for form in Form.values}
    try:
        for shelf in shelves.values():
            shelf.rows  # noqa: B018  damage shows when it is opened
    except Damaged:
        return None
    return _Open(key, manifest, centre, shelves)
