"""The trained network in numpy: words to vectors, three looks at the neighbours, probabilities.

Nothing of a text outlives a call: what is kept between calls is the trained model alone.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from handlerum.privacy.names.features import rows_of
from handlerum.privacy.names.lexicon import Lexicon, word_hash
from handlerum.privacy.names.tokens import Ints, Tokens, context, shape

Floats = NDArray[np.float32]

MODEL = Path(__file__).with_name("model.npz")
#: How far a layer looks to each side.
REACH = 2
LAYERS = 3
#: Tokens, or unknown words, computed at once: a long text takes time, not memory.
BLOCK = 1024
#: What a token can be.
LABELS = ("O", "PER", "LOC", "ORG")


@dataclass(frozen=True, slots=True)
class Model:
    """All that was learned."""

    lexicon: Lexicon
    table: Floats
    unknown: Floats
    known: dict[int, int]
    vectors: Floats
    weights: dict[str, Floats]

    def probabilities(self, found: Tokens) -> Floats:
        """One row for each token, one column for each label.

        Tokens of several texts may lie end to end: `found.text` tells them apart, and what is
        said of a token is what would be said if its text were alone.
        """
        if not found.words:
            return np.zeros((0, len(LABELS)), np.float32)
        surface, shapes = _numbered(found.words)
        folded, which = _numbered([word.lower() for word in surface])
        shape_of = np.array([shape(word) for word in surface], np.int64)[shapes]
        around = context(found, shape_of)
        weights = self.weights
        x = self._vectors(folded)[which[shapes]]
        x += weights["shape"][shape_of]
        x += weights["context"][around]
        return _apart(x, found.text, weights)

    def _vectors(self, words: list[str]) -> Floats:
        """The vector of each folded word: looked up when common, else from its letters."""
        at = np.array([self.known.get(word_hash(word), -1) for word in words], np.int64)
        vectors = self.vectors[at]
        strange = np.flatnonzero(at < 0)
        for some in np.array_split(strange, len(strange) // BLOCK + 1) if len(strange) else ():
            rows = rows_of([words[i] for i in some], self.lexicon)
            summed = np.add.reduceat(self.table[rows.rows], rows.begins, axis=0)
            vectors[some] = summed + self.unknown
        return vectors


def _numbered(words: list[str]) -> tuple[list[str], Ints]:
    """Each different word once, and which of them each word is."""
    numbers: dict[str, int] = {}
    which = [numbers.setdefault(word, len(numbers)) for word in words]
    return list(numbers), np.array(which, np.int64)


def _apart(x: Floats, text: Ints, weights: dict[str, Floats]) -> Floats:
    """The network on texts that lie end to end, with nothing between them for a layer to see."""
    if not text[-1]:
        return _network(x, np.zeros(0, np.int64), weights)
    place = np.arange(len(x)) + text * REACH
    spread = np.zeros((len(x) + int(text[-1]) * REACH, x.shape[1]), np.float32)
    spread[place] = x
    between = np.ones(len(spread), bool)
    between[place] = False
    likely: Floats = _network(spread, np.flatnonzero(between), weights)[place]
    return likely


def _network(x: Floats, empty: Ints, weights: dict[str, Floats]) -> Floats:
    """The network, block by block: a block's numbers stay in the processor's cache.

    A block is computed with so many neighbours on each side as three layers can see. `empty`: the
    rows that are nobody's, in order.
    """
    edge = REACH * LAYERS
    likely = []
    for at in range(0, len(x), BLOCK):
        start, end = max(0, at - edge), at + BLOCK + edge
        first, last = np.searchsorted(empty, [start, end])
        likely.append(
            _block(x[start:end], empty[first:last] - start, weights)[at - start :][:BLOCK]
        )
    return np.concatenate(likely)


def _block(x: Floats, empty: Ints, weights: dict[str, Floats]) -> Floats:
    hidden = np.maximum(x @ weights["w0"] + weights["b0"], 0)
    hidden[empty] = 0
    deep = _look(hidden, weights, "1")
    deep[empty] = 0
    deep = deep + _look(deep, weights, "2")
    deep[empty] = 0
    deep = deep + _look(deep, weights, "3")
    scores = deep @ weights["out"] + hidden @ weights["skip"] + weights["b_out"]
    scores -= scores.max(axis=1, keepdims=True)
    likely = np.exp(scores)
    return np.asarray(likely / likely.sum(axis=1, keepdims=True), np.float32)


def _look(x: Floats, weights: dict[str, Floats], layer: str) -> Floats:
    """Each token with its neighbours; beyond the text there is nothing."""
    size, wide = x.shape
    padded = np.zeros((size + 2 * REACH, wide), np.float32)
    padded[REACH : REACH + size] = x
    # Each row is followed by its neighbours in memory: one multiplication does the whole window.
    beside = np.lib.stride_tricks.as_strided(
        padded, (size, (2 * REACH + 1) * wide), padded.strides, writeable=False
    )
    out = beside @ weights[f"w{layer}"].reshape(-1, wide) + weights[f"b{layer}"]
    return np.asarray(np.maximum(out, 0, out=out))


@cache
def model() -> Model:
    """The model in the package, read once."""
    with np.load(MODEL) as stored:
        arrays = {name: stored[name] for name in stored.files}
    weights = {name[2:]: a.astype(np.float32) for name, a in arrays.items() if name[:2] == "w_"}
    hashes = np.cumsum(arrays["lexicon_steps"], dtype=np.uint32)
    known = {int(h): i for i, h in enumerate(arrays["known"].tolist())}
    return Model(
        lexicon=Lexicon(hashes, arrays["lexicon_codes"]),
        table=_floats(arrays["table"], arrays["table_scale"]),
        unknown=arrays["unknown"].astype(np.float32),
        known=known,
        vectors=_floats(arrays["vectors"], arrays["vectors_scale"]),
        weights=weights,
    )


def _floats(small: NDArray[np.int8], scale: NDArray[np.float16]) -> Floats:
    return small.astype(np.float32) * scale.astype(np.float32)[:, None]
