"""Builds the lexicon: hashes of words and names with a code each."""

import gzip
import json
import math
import re
from collections import Counter
from pathlib import Path

import numpy as np
import spacy_lookups_data
from people import counts
from places import REGIONS, Places
from templates import Pieces
from wordfreq import get_frequency_dict

from handlerum.privacy.names.lexicon import COMMON, FIRST, LAST, PLACE, SMALL, Lexicon, word_hash


def bearers(number: int) -> int:
    """How many bear a name, in seven steps."""
    return min(7, 1 + int(math.log10(max(1, number)) * 1.4)) if number else 0


def _common(zipf: float) -> int:
    return 0 if not zipf else min(7, max(1, int((zipf - 2.5) * 1.6)))


def small_words(texts: list[Pieces]) -> Counter[str]:
    """Words seen with a small first letter in running text, outside names."""
    seen: Counter[str] = Counter()
    for pieces in texts:
        for text, label in pieces:
            if not label:
                seen.update(w for w in re.findall(r"\w+(?:[-'’]\w+)*", text) if w[0].islower())
    return seen


def dictionary() -> set[str]:
    """Danish word forms from spacy-lookups-data, those with small letters only."""
    path = Path(spacy_lookups_data.__file__).parent / "data/da_lemma_lookup.json.gz"
    forms = json.loads(gzip.decompress(path.read_bytes()))
    return {w for w in forms if w.islower() and w.isalpha() and 2 <= len(w) <= 13}


def codes(shared: Path, places: Places, texts: list[Pieces]) -> dict[str, int]:
    """The code of every word that is known for something."""
    firsts, lasts = counts(shared / "data/danish-names")
    found: dict[str, int] = {}

    def add(word: str, bits: int) -> None:
        found[word] = found.get(word, 0) | bits

    for word, frequency in get_frequency_dict("da").items():
        add(word, _common(math.log10(frequency * 1e9)) << COMMON)
    for word, number in firsts.items():
        add(word, bearers(number) << FIRST)
    for word, number in lasts.items():
        add(word, bearers(number) << LAST)
    for rank, names in ((3, places.all), (2, [*places.countries, *REGIONS]), (1, places.danish)):
        for word in {part.lower() for name in names for part in [name, *name.split()]}:
            if len(word) > 2 and not found.get(word, 0) >> PLACE & 3:
                add(word, rank << PLACE)
    seen = small_words(texts)
    for word in dictionary() | set(seen):
        add(word, (1 if word not in seen else 2 if seen[word] < 5 else 3) << SMALL)
    return found


def lexicon(found: dict[str, int]) -> Lexicon:
    """Sorted by hash."""
    pairs = sorted((word_hash(word), code) for word, code in found.items())
    return Lexicon(
        np.array([p[0] for p in pairs], np.uint32), np.array([p[1] for p in pairs], np.uint16)
    )
