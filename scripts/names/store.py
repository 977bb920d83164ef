"""Writes what was learned to model.npz, small."""

from pathlib import Path
from typing import Any

import numpy as np

from handlerum.privacy.names.features import rows_of
from handlerum.privacy.names.lexicon import Lexicon, word_hash

_WEIGHTS = (
    "shape",
    "context",
    "w0",
    "b0",
    "w1",
    "b1",
    "w2",
    "b2",
    "w3",
    "b3",
    "out",
    "skip",
    "b_out",
)


def eighth(numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows as whole numbers of 8 bits, and a scale for each row."""
    scale = np.maximum(np.abs(numbers).max(axis=1), 1e-4) / 127
    scale = scale.astype(np.float16)
    small = np.round(numbers / scale.astype(np.float32)[:, None])
    return np.clip(small, -127, 127).astype(np.int8), scale


def save(path: Path, learned: dict[str, np.ndarray], known: Lexicon, common: list[str]) -> None:
    """Everything that model.py reads."""
    rows = rows_of(common, known)
    summed = np.add.reduceat(learned["table"][rows.rows], rows.begins, axis=0)
    vectors, vectors_scale = eighth(summed + learned["word"][1:])
    table, table_scale = eighth(learned["table"])
    weights: dict[str, Any] = {f"w_{name}": learned[name].astype(np.float32) for name in _WEIGHTS}
    np.savez_compressed(
        path,
        lexicon_steps=np.diff(known.hashes, prepend=np.uint32(0)).astype(np.uint32),
        lexicon_codes=known.codes,
        known=np.array([word_hash(word) for word in common], np.uint32),
        vectors=vectors,
        vectors_scale=vectors_scale,
        table=table,
        table_scale=table_scale,
        unknown=learned["word"][0].astype(np.float32),
        **weights,
    )
