"""Vectors in few bytes: one signed byte for each dimension, and one bit. Pure.

Vectors of E5 lie close together around a common direction, which tells nothing; it is taken away
first. What is left is compared by cosine.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handlerum.search.ports import Vectors

_FULL = 127


@dataclass(frozen=True, slots=True)
class Quantised:
    """Vectors as they are stored: bytes (n, dimensions), and codes (n, dimensions / 64 words)."""

    bytes: NDArray[np.int8]
    codes: NDArray[np.uint64]


def centred(vectors: Vectors, centre: Vectors) -> Vectors:
    """The vectors without their common direction, each of length 1."""
    moved = np.atleast_2d(vectors) - centre
    lengths = np.linalg.norm(moved, axis=1, keepdims=True)
    found: Vectors = (moved / np.maximum(lengths, 1e-9)).astype(np.float32)
    return found


def quantised(vectors: Vectors) -> Quantised:
    """Centred vectors in bytes and bits."""
    most = np.maximum(np.abs(vectors).max(axis=1, keepdims=True), 1e-9)
    return Quantised(np.rint(vectors * (_FULL / most)).astype(np.int8), codes(vectors))


def codes(vectors: Vectors) -> NDArray[np.uint64]:
    """One bit for each dimension, in words of 64, shape (n, words); zeros fill the last word."""
    bits = np.packbits(vectors > 0, axis=1, bitorder="little")
    wide = np.zeros((len(bits), -(-bits.shape[1] // 8) * 8), np.uint8)
    wide[:, : bits.shape[1]] = bits
    return wide.view(np.uint64)
