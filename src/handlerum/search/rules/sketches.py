"""Near-duplicates told by 64 bits. Pure.

A sketch is a similarity hash of a text's terms (Charikar 2002, "Similarity estimation techniques
from rounding algorithms"): two texts whose terms lie at an angle of a have bits that differ in a
share of a/180 degrees, about.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np

#: Bits in which two sketches of the same telling may differ: about four in five terms are shared.
_SAME = 11
#: Texts with fewer terms are like each other by chance.
_FEWEST = 8


def sketch(terms: Iterable[str]) -> int:
    """The sketch of a text's terms, as a signed number of 64 bits; 0 where there are too few."""
    hashes = np.array([_hash(term) for term in set(terms)], np.uint64)
    if len(hashes) < _FEWEST:
        return 0
    bits = np.unpackbits(hashes.view(np.uint8).reshape(-1, 8), axis=1)
    rounded = np.packbits(2 * bits.sum(axis=0, dtype=np.int32) > len(hashes))
    return int(rounded.view(np.int64)[0])


def alike(one: int, other: int) -> bool:
    """Whether two sketches are of the same telling, with a few words changed."""
    return bool(one and other) and ((one ^ other) & 0xFFFF_FFFF_FFFF_FFFF).bit_count() <= _SAME


def repeats(sketches: Sequence[int]) -> list[bool]:
    """For each sketch, whether one before it that is no repeat itself is of the same telling."""
    bits = np.array(sketches, np.int64).view(np.uint64)
    known = bits != 0
    near = np.bitwise_count(bits[:, None] ^ bits[None, :]) <= _SAME
    near &= known[:, None] & known[None, :]
    found = [False] * len(sketches)
    for at in np.flatnonzero(np.tril(near, -1).any(axis=1)).tolist():
        found[at] = any(near[at, other] and not found[other] for other in range(at))
    return found


@lru_cache(maxsize=200_000)
def _hash(term: str) -> int:
    return int.from_bytes(blake2b(term.encode(), digest_size=8).digest(), "little")
