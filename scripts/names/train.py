"""Trains the model of names and writes model.npz. See src/handlerum/privacy/names/MODEL.md.

PYTHONPATH=src python scripts/names/train.py --shared ../shared
"""

import argparse
import random
import time
from collections import Counter
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax
from batches import TYPES, Batches
from corpus import Numbers, Words, sources, training
from lexicon import codes, lexicon
from store import save

from handlerum.privacy.names.features import ROWS, rows_of
from handlerum.privacy.names.model import LABELS, MODEL, REACH
from handlerum.privacy.names.tokens import LINES, SHAPES

#: The seed of everything drawn; how wide a word's vector and the layers are; words kept whole.
SEED, WIDE, HIDDEN, KNOWN = 20231, 48, 64, 20_000


def parameters(known: int, rng: np.random.Generator) -> dict[str, Any]:
    """Small random numbers to begin with."""

    def normal(*size: int, scale: float) -> Any:
        return jnp.asarray(rng.normal(0, scale, size), jnp.float32)

    made = {
        "table": normal(ROWS, WIDE, scale=0.01),
        "word": normal(known + 1, WIDE, scale=0.01),
        "shape": normal(len(SHAPES), WIDE, scale=0.1),
        "context": normal(LINES * 4, WIDE, scale=0.1),
        "w0": normal(WIDE, HIDDEN, scale=(2 / WIDE) ** 0.5),
        "b0": jnp.zeros(HIDDEN),
        "out": normal(HIDDEN, len(LABELS), scale=0.05),
        "skip": normal(HIDDEN, len(LABELS), scale=0.05),
        "b_out": jnp.zeros(len(LABELS)),
    }
    for layer in "123":
        size = (2 * REACH + 1, HIDDEN, HIDDEN)
        made[f"w{layer}"] = normal(*size, scale=(1 / (HIDDEN * (2 * REACH + 1))) ** 0.5)
        made[f"b{layer}"] = jnp.zeros(HIDDEN)
    return made


def scores(p: dict[str, Any], batch: dict[str, Any], key: Any) -> Any:
    """The network of model.py, in JAX, with dropout."""
    types = jax.ops.segment_sum(p["table"][batch["rows"]], batch["owner"], TYPES + 1)[:TYPES]
    types = types + p["word"][batch["word"]]
    x = types[batch["which"]] + p["shape"][batch["shapes"]] + p["context"][batch["context"]]
    keep = batch["mask"][:, None]
    keys = jax.random.split(key, 4)

    def drop(x: Any, n: int, rate: float) -> Any:
        return x * jax.random.bernoulli(keys[n], 1 - rate, x.shape) / (1 - rate)

    hidden = jax.nn.relu(drop(x, 0, 0.2) @ p["w0"] + p["b0"]) * keep
    deep = jax.nn.relu(_look(hidden, p, "1")) * keep
    deep = (deep + jax.nn.relu(_look(drop(deep, 1, 0.25), p, "2"))) * keep
    deep = (deep + jax.nn.relu(_look(drop(deep, 2, 0.25), p, "3"))) * keep
    return drop(deep, 3, 0.25) @ p["out"] + hidden @ p["skip"] + p["b_out"]


def _look(x: Any, p: dict[str, Any], layer: str) -> Any:
    padded = jnp.pad(x, ((REACH, REACH), (0, 0)))
    beside = [padded[n : n + len(x)] for n in range(2 * REACH + 1)]
    return jnp.concatenate(beside, 1) @ p[f"w{layer}"].reshape(-1, HIDDEN) + p[f"b{layer}"]


def loss(p: dict[str, Any], batch: dict[str, Any], key: Any) -> Any:
    """Cross-entropy; a missed name costs twice a false one."""
    log = jax.nn.log_softmax(scores(p, batch, key))
    gold = jnp.take_along_axis(log, batch["labels"][:, None], 1)[:, 0]
    weight = batch["weights"] * jnp.where(batch["labels"] == 1, 2.0, 1.0)
    gold = 0.96 * gold + 0.01 * log.sum(axis=1)
    return -(gold * weight).sum() / weight.sum()


def fit(p: dict[str, Any], batches: Batches, steps: int) -> dict[str, Any]:
    """Adam, the rate falling to nothing; what is kept is a running mean of the way there."""
    rate = optax.warmup_cosine_decay_schedule(0, 3e-3, 200, steps, 1e-5)
    adam = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rate, weight_decay=0.1))
    state = adam.init(p)

    def step(p: Any, state: Any, batch: Any, key: Any) -> Any:
        value, slope = jax.value_and_grad(loss)(p, batch, key)
        change, state = adam.update(slope, state, p)
        return optax.apply_updates(p, change), state, value

    def blend(mean: Any, p: Any) -> Any:
        return jax.tree.map(lambda a, b: a + 0.003 * (b - a), mean, p)

    step, blend = jax.jit(step), jax.jit(blend)

    mean = p
    key, began, recent = jax.random.PRNGKey(SEED), time.monotonic(), []
    for number, batch in zip(range(steps), batches, strict=False):
        key, now = jax.random.split(key)
        p, state, value = step(p, state, batch, now)
        mean = blend(mean, p) if number > 300 else p
        recent.append(float(value))
        if number % 100 == 99:
            print(
                number + 1,
                f"{np.mean(recent[-100:]):.4f}",
                f"{time.monotonic() - began:.0f}s",
                flush=True,
            )
    return mean


def commonest(texts: list[Numbers], words: list[str]) -> list[str]:
    """The words whose vectors are kept whole: seen often enough to have learned something."""
    seen: Counter[int] = Counter()
    for text in texts:
        seen.update(set(text.words.tolist()))
    return [words[n] for n, count in seen.most_common(KNOWN) if count >= 5]


def main() -> None:
    """Read, train, write."""
    ask = argparse.ArgumentParser()
    ask.add_argument("--shared", type=Path, default=Path(__file__).parents[3] / "shared")
    ask.add_argument("--steps", type=int, default=2600)
    ask.add_argument("--rounds", type=int, default=20)
    ask.add_argument("--made", type=int, default=110_000)
    ask.add_argument("--out", type=Path, default=MODEL)
    given = ask.parse_args()
    dice, rng = random.Random(SEED), np.random.default_rng(SEED)
    source = sources(given.shared, dice)
    known = lexicon(codes(given.shared, source.places, [*source.real, *source.ads, *source.law]))
    numbered = Words()
    texts = [numbered.text(t) for t in training(source, dice, given.rounds, given.made) if t]
    texts = [text for text in texts if len(text.words)]
    words = list(numbered.numbers)
    print(
        len(texts),
        "texts",
        sum(len(t.words) for t in texts),
        "tokens",
        len(words),
        "words",
        len(known.hashes),
    )
    common = commonest(texts, words)
    place = {word: n for n, word in enumerate(common)}
    at = np.array([place.get(word, -1) for word in words], np.int64)
    p = fit(
        parameters(len(common), rng), Batches(texts, rows_of(words, known), at, rng), given.steps
    )
    save(given.out, {n: np.asarray(a) for n, a in p.items()}, known, common)


if __name__ == "__main__":
    main()
