"""What is known of words, by hash: how many bear it as a name, how common it is as a word.

Only hashes and small codes are kept: no list of names lies in the package in plain text. Pure.
"""

from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

#: A word's code in bits: bearers as a first name (3), as a last name (3), place (2),
#: how common it is as a word (3), written with a small letter in running text or a dictionary (2).
FIRST, LAST, PLACE, COMMON, SMALL = 0, 3, 6, 8, 11
_VARIANTS = (("ae", "æ"), ("oe", "ø"), ("aa", "å"))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sorted hashes and, beside each, its code."""

    hashes: NDArray[np.uint32]
    codes: NDArray[np.uint16]

    def look_up(self, words: list[str]) -> NDArray[np.int64]:
        """The code of each folded word; 0 for the unknown."""
        wanted = np.array([word_hash(word) for word in words], np.uint32)
        at = np.minimum(np.searchsorted(self.hashes, wanted), len(self.hashes) - 1)
        return np.where(self.hashes[at] == wanted, self.codes[at], 0).astype(np.int64)


def word_hash(word: str) -> int:
    """The hash of a folded word."""
    return crc32(word.encode("utf-8", "surrogatepass"))


def without_genitive(word: str) -> str:
    """ "mettes", "jens'", "mette's" without their ending; "" where there is none to take."""
    for ending in ("'s", "’s", "'", "’", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)]
    return ""


def danish_letters(word: str) -> str:
    """ "soeren" as "søren"; "" where nothing changes."""
    changed = word
    for typed, meant in _VARIANTS:
        changed = changed.replace(typed, meant)
    return changed if changed != word else ""
