"""The nearest of many sign codes: an exact scan, compiled.

A code holds one bit for each dimension: whether a vector lies above its centre there. The number of
differing bits follows the angle between two vectors (Charikar 2002), so the few hundred nearest by
bits hold the nearest by cosine; those are then compared in full.
"""

from typing import Any

import numpy as np
from numba import njit, types
from numba.extending import intrinsic
from numpy.typing import NDArray

_WORD = 64


@intrinsic  # type: ignore[misc, untyped-decorator, unused-ignore]
def _ones(_context: Any, _number: Any) -> Any:
    """How many bits of a 64-bit word are set: one instruction of the processor."""

    def generate(_: Any, builder: Any, __: Any, numbers: Any) -> Any:
        return builder.ctpop(numbers[0])

    return types.uint64(types.uint64), generate


@njit(nogil=True, cache=True)  # type: ignore[misc, untyped-decorator, unused-ignore]
def nearest_codes(
    codes: NDArray[np.uint64], asked: NDArray[np.uint64], allowed: NDArray[np.bool_], most: int
) -> NDArray[np.int64]:
    """The rows whose codes differ least from the asked one, in no order.

    Args:
        codes: shape (rows, words of 64 bits).
        asked: shape (words,).
        allowed: which rows may be found, shape (rows,).
        most: about how many; all that differ as much as the last one are given too.
    """
    rows, words = codes.shape
    beyond = words * _WORD + 1
    far = np.empty(rows, np.uint16)
    tally = np.zeros(beyond + 1, np.int64)
    for row in range(rows):
        bits = np.uint64(0)
        for word in range(words):
            bits += _ones(codes[row, word] ^ asked[word])  # type: ignore[call-arg]
        far[row] = bits if allowed[row] else beyond
        tally[far[row]] += 1
    within, limit = 0, 0
    while limit < beyond - 1 and within + tally[limit] < most:
        within += tally[limit]
        limit += 1
    found = np.empty(within + tally[limit], np.int64)
    at = 0
    for row in range(rows):
        if far[row] <= limit:
            found[at] = row
            at += 1
    return found


@njit(nogil=True, cache=True, fastmath=True)  # type: ignore[misc, untyped-decorator, unused-ignore]
def cosines_at(
    stored: NDArray[np.int8], rows: NDArray[np.int64], asked: NDArray[np.float32]
) -> NDArray[np.float32]:
    """How near some stored vectors lie to a centred one of length 1, from -1 to 1.

    Args:
        stored: shape (all rows, dimensions).
        rows: which of them.
        asked: shape (dimensions,).
    """
    found = np.empty(len(rows), np.float32)
    for at in range(len(rows)):
        row = rows[at]
        along, length = np.float32(0), np.float32(0)
        for dimension in range(len(asked)):
            number = np.float32(stored[row, dimension])
            along += number * asked[dimension]
            length += number * number
        found[at] = along / max(np.sqrt(length), np.float32(1e-9))
    return found
