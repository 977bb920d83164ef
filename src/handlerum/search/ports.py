"""What search is made of, as small protocols and plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

#: float32; one vector (dimensions,) or several (n, dimensions), each of length 1.
Vectors = NDArray[np.float32]


class Unavailable(Exception):
    """An encoder cannot be had here; it holds which."""


class Encoder(Protocol):
    """Turns texts into vectors whose cosine tells how near their meanings lie."""

    @property
    def name(self) -> str:
        """Which encoder, and which version of it: vectors of two names cannot be compared."""
        ...

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has; 0 for the one that knows no meanings."""
        ...

    def query(self, text: str) -> Vectors:
        """The vector of what somebody asks, shape (dimensions,)."""
        ...

    def passages(self, texts: Sequence[str]) -> Vectors:
        """The vectors of what may answer, shape (n, dimensions)."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """What one index found of one form: arrays of equal length, best first.

    `score` is the index's own: a share of a full match for words, a cosine for meaning.
    """

    ids: NDArray[np.int64]
    score: NDArray[np.float32]
    kind: NDArray[np.int64]
    sketch: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)
