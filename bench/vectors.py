"""Vectors of real texts, which take long to make: kept between runs, by texts and encoder."""

import hashlib
import tempfile
from pathlib import Path

import numpy as np

from handlerum.search.ports import Encoder, Vectors

_CACHE = Path(tempfile.gettempdir()) / "handlerum-bench-vectors"


def kept(reading: Encoder, texts: list[str]) -> Vectors:
    """Vectors of texts, made in batches of like length, or those of an earlier run."""
    digest = hashlib.sha256("\n".join([reading.name, *texts]).encode()).hexdigest()[:24]
    path = _CACHE / f"{digest}.npy"
    if path.exists():
        found: Vectors = np.load(path)
        return found
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    vectors = np.zeros((len(texts), reading.dimensions), np.float32)
    for start in range(0, len(order), 64):
        batch = order[start : start + 64]
        vectors[batch] = reading.passages([texts[at] for at in batch])
    _CACHE.mkdir(exist_ok=True)
    np.save(path, vectors)
    return vectors
