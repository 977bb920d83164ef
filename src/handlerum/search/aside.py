"""A small index of one kind of thing, built whole beside the one in use.

`in-use` in its folder names the one that is read; it is replaced in one step.
"""

import shutil
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from django.conf import settings

from handlerum.knowledge.queries import Document
from handlerum.search.folder import locked
from handlerum.search.lexical import OpenIndex, opened
from handlerum.search.schema import VERSION, Filling, whole

_BATCH = 2000


class Aside:
    """Reads the index in use, and notices by itself when another one took its place.

    Args:
        name: what the index is called; the form of its documents.
        folder: where it lies, if not under its name.
    """

    def __init__(self, name: str, folder: str = "") -> None:
        self.name, self.folder = name, folder or name
        self._open: tuple[Path, OpenIndex] | None = None

    @property
    def root(self) -> Path:
        """Where it lies."""
        return Path(settings.HANDLERUM_INDEX) / self.folder

    def index(self) -> OpenIndex | None:
        """The index as it stands now; None where nothing was built, or it is damaged."""
        try:
            path = self.root / (self.root / "in-use").read_text()
            if self._open is None or self._open[0] != path:
                self._open = (path, opened(path, self.name))
            self._open[1].look_again()
        except (OSError, ValueError):  # not built yet, or in this very moment replaced
            self._open = None
        return self._open[1] if self._open else None

    def build(self, state: str, documents: Iterable[Document]) -> bool:
        """Build it anew, unless it was built of this state already. Returns whether it was built.

        Args:
            state: what the documents hang on, as letters that can name a folder.
            documents: asked for only when something is built; their form is this index's name.

        Raises:
            Busy: another process is building it.
        """
        name, pointer = f"{VERSION}-{state}", self.root / "in-use"
        if pointer.exists() and pointer.read_text() == name:
            return False
        with locked(self.root):
            shutil.rmtree(self.root / name, ignore_errors=True)
            self._fill(self.root / name, documents)
            fresh = self.root / "in-use.new"
            fresh.write_text(name)
            fresh.replace(pointer)
            for path in self.root.iterdir():
                if path.is_dir() and path.name != name:
                    shutil.rmtree(path, ignore_errors=True)
        return True

    def repair(self) -> bool:
        """Let go of the index where a file of it was damaged. Returns whether it was whole."""
        pointer = self.root / "in-use"
        if not pointer.exists() or whole(self.root / pointer.read_text(), [self.name]):
            return True
        pointer.unlink()
        return False

    def _fill(self, folder: Path, documents: Iterable[Document]) -> None:
        with Filling(folder, [self.name]) as filling:
            left = iter(documents)
            while batch := {document.id: document for document in islice(left, _BATCH)}:
                filling.add([], batch)
