"""Words into rows of the embedding table. Pure; the trainer and the tagger share it.

A word is the sum of: what the lexicon says of it, of it without genitive s, of it with æ ø å, and
of its hyphenated parts; its length; and its letters, three and four at a time, by hash.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handlerum.privacy.names.lexicon import (
    COMMON,
    LAST,
    PLACE,
    SMALL,
    Lexicon,
    danish_letters,
    without_genitive,
)

Ints = NDArray[np.int64]

#: Long words are cut, so that one endless word costs no more than another.
LONGEST = 24
GRAM_ROWS = 1 << 15
#: Each view of a word (itself, without s, with æøå, first part, last part) has its own rows:
#: first × common, last × common, place × common, small × common, first × last.
VIEWS = 5
_VIEW_ROWS = 64 + 64 + 32 + 32 + 64
LENGTH_AT = VIEWS * _VIEW_ROWS
GRAM_AT = LENGTH_AT + 16
ROWS = GRAM_AT + GRAM_ROWS


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of several words, laid end to end; `begins` is where each word's rows begin."""

    rows: Ints
    begins: Ints


def rows_of(words: list[str], lexicon: Lexicon) -> Rows:
    """The rows of folded words."""
    fixed = np.concatenate([_lexical(words, lexicon), _length(words)[:, None]], axis=1)
    grams, counts = _grams(words)
    width = fixed.shape[1]
    begins = np.concatenate([[0], np.cumsum(counts + width)])[:-1].astype(np.int64)
    rows = np.empty(len(words) * width + len(grams), np.int64)
    place = (begins[:, None] + np.arange(width)).ravel()
    rows[place] = fixed.ravel()
    rest = np.ones(len(rows), bool)
    rest[place] = False
    rows[rest] = grams
    return Rows(rows, begins)


def _lexical(words: list[str], lexicon: Lexicon) -> Ints:
    """Five rows for each of five views of a word; one look-up for all."""
    parts = [word.split("-") for word in words]
    views = [
        *words,
        *map(without_genitive, words),
        *map(danish_letters, words),
        *(part[0] if len(part) > 1 else "" for part in parts),
        *(part[-1] if len(part) > 1 else "" for part in parts),
    ]
    codes = lexicon.look_up(views).reshape(VIEWS, len(words)).T
    first, last, place = codes & 7, codes >> LAST & 7, codes >> PLACE & 3
    common, small = codes >> COMMON & 7, codes >> SMALL & 3
    columns = np.empty((len(words), VIEWS, 5), np.int64)
    columns[:, :, 0] = first * 8 + common
    columns[:, :, 1] = 64 + last * 8 + common
    columns[:, :, 2] = 128 + place * 8 + common
    columns[:, :, 3] = 160 + small * 8 + common
    columns[:, :, 4] = 192 + first * 8 + last
    columns += (np.arange(VIEWS) * _VIEW_ROWS)[:, None]
    return columns.reshape(len(words), -1)


def _length(words: list[str]) -> Ints:
    return LENGTH_AT + np.minimum([len(word) for word in words], 15).astype(np.int64)


def _grams(words: list[str]) -> tuple[Ints, Ints]:
    """Rows of all runs of three and of four letters, word by word, and how many each word has."""
    marked = [f"\x02{word[:LONGEST]}\x03\x03" for word in words]
    letters = np.frombuffer("".join(marked).encode("utf-32-le", "surrogatepass"), np.uint32)
    lengths = np.array([len(word) for word in marked], np.int64)
    owner = np.repeat(np.arange(len(words)), lengths)
    spaced = np.concatenate([letters, np.zeros(3, np.uint32)]).astype(np.uint64)
    size = len(letters)
    three = spaced[:size] * 0x9E3779B1 ^ spaced[1 : size + 1] * 0x85EBCA77
    three ^= spaced[2 : size + 2] * 0xC2B2AE3D
    four = three * 31 + spaced[3 : size + 3] * 0x27D4EB2F
    hashed = np.stack([three, four + 7], axis=1)
    hashed = ((hashed & 0xFFFFFFFF) * 0x9E3779B1 & 0xFFFFFFFF) >> 17
    left = np.repeat(np.cumsum(lengths), lengths) - np.arange(size)
    whole = np.stack([left >= 3, left >= 4], axis=1)
    kept = hashed[whole].astype(np.int64) % GRAM_ROWS + GRAM_AT
    counts = np.bincount(owner, whole.sum(axis=1), minlength=len(words)).astype(np.int64)
    return kept, counts
