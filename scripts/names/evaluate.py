"""Figures on texts held out from training: from these, and no others, the threshold is chosen.

PYTHONPATH=src python scripts/names/evaluate.py --shared ../shared
"""

import argparse
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from corpus import Sources, sources, synthetic
from noise import each
from templates import Pieces, fill

from handlerum.privacy.names.model import model
from handlerum.privacy.names.tokens import tokens

THRESHOLDS = (0.05, 0.08, 0.1, 0.12, 0.15, 0.2, 0.3, 0.4, 0.5)


@dataclass
class Judged:
    """A text: how likely each token is a name, and which tokens each person has."""

    named: np.ndarray
    persons: list[np.ndarray]


def judged(pieces: Pieces) -> Judged:
    """Ask the model."""
    found = tokens("".join(text for text, _ in pieces))
    persons, at = [], 0
    for text, label in pieces:
        if label == "PER":
            inside = (found.starts >= at) & (found.ends <= at + len(text))
            persons.append(np.flatnonzero(inside))
        at += len(text)
    return Judged(1 - model().probabilities(found)[:, 0], persons)


def figures(texts: list[Judged], enough: float) -> str:
    """Person recall by mention, and the share of tokens masked."""
    hits = [bool((t.named[p] >= enough).all()) for t in texts for p in t.persons if len(p)]
    covered = np.concatenate([t.named >= enough for t in texts])
    recall = f"{np.mean(hits):.3f}" if hits else "-"
    return f"{recall} {100 * covered.mean():.2f}%"


def held_out(source: Sources, dice: random.Random) -> dict[str, list[Pieces]]:
    """Real sentences and templates that training never saw."""
    nameless = [t for t in source.held_templates if "{" not in t]
    return {
        "real": source.held,
        "real, small letters": [each(p, str.lower) for p in source.held],
        "real, others' names": [source.swap.all(p, dice) for p in source.held for _ in range(3)],
        "made": [synthetic(source, source.held_templates, dice) for _ in range(1000)],
        "made, nameless": [fill(t, dice, source.people, source.places) for t in nameless],
    }


def main() -> None:
    """Print a table."""
    ask = argparse.ArgumentParser()
    ask.add_argument("--shared", type=Path, default=Path(__file__).parents[3] / "shared")
    given = ask.parse_args()
    dice = random.Random(3)
    for name, texts in held_out(sources(given.shared, dice), dice).items():
        asked = [judged(pieces) for pieces in texts if "".join(t for t, _ in pieces).strip()]
        for enough in THRESHOLDS:
            print(f"{name:22} {enough:.2f} {figures(asked, enough)}")


if __name__ == "__main__":
    main()
