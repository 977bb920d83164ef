"""What the encoders that somebody brings have in common: prefixes, and vectors of length 1."""

import re

import numpy as np
from numpy.typing import ArrayLike

from handlerum.search.meaning.encoders.prefixes import E5, NONE, Prefixes
from handlerum.search.ports import Unavailable, Vectors

# Not within a hash, as folders that were fetched are often named after one.
_E5 = re.compile(r"(?<![0-9a-f])e5(?![0-9a-f])", re.IGNORECASE)


def prefixes_of(*names: str) -> Prefixes:
    """The prefixes of a family of models that is known by its name; else none."""
    return E5 if any(_E5.search(name) for name in names) else NONE


def unit(rows: ArrayLike) -> Vectors:
    """Rows brought to length 1; what is all zeros stays so.

    Raises:
        Unavailable: some of them are no numbers.
    """
    numbers = np.asarray(rows, np.float64)
    if not np.isfinite(numbers).all():
        raise Unavailable("vectors")
    lengths = np.linalg.norm(numbers, axis=-1, keepdims=True)
    found: Vectors = (numbers / np.maximum(lengths, 1e-12)).astype(np.float32)
    return found
