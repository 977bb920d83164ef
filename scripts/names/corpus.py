"""Puts the training texts together and turns them into numbers."""

import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from data import Swap, job_ads, law, uner
from lexicon import dictionary
from noise import noisy
from people import People, people
from places import Places
from templates import Pieces, fill, sentences

from handlerum.privacy.names.model import LABELS
from handlerum.privacy.names.tokens import SHAPE, Ints, context, shape, tokens

NUMBER = {label: n for n, label in enumerate(LABELS)}
#: Handles and links are other rules' business: nothing is learned from them.
_SILENT = [SHAPE["handle"], SHAPE["url"]]


@dataclass
class Sources:
    """What texts are drawn from; a tenth of the real sentences is held out."""

    real: list[Pieces]
    held: list[Pieces]
    ads: list[Pieces]
    law: list[Pieces]
    templates: list[str]
    held_templates: list[str]
    people: People
    places: Places
    swap: Swap
    forms: list[str]


def sources(shared: Path, dice: random.Random) -> Sources:
    """Read everything."""
    places, persons = Places(shared), people(shared / "data/danish-names")
    swap = Swap(shared, persons, places)
    sentences_ = uner(shared / "data/uner-danish-ddt/da_ddt-ud-train.iob2")
    made = sentences(Path(__file__).with_name("templates.txt"))
    held = [n % 10 == 7 for n in range(len(sentences_))]
    kept_back = [n % 12 == 5 for n in range(len(made))]
    return Sources(
        real=[s for s, h in zip(sentences_, held, strict=True) if not h],
        held=[s for s, h in zip(sentences_, held, strict=True) if h],
        ads=job_ads(shared, places, persons, dice),
        law=law(shared),
        templates=[t for t, h in zip(made, kept_back, strict=True) if not h],
        held_templates=[t for t, h in zip(made, kept_back, strict=True) if h],
        people=persons,
        places=places,
        swap=swap,
        forms=sorted(w for w in dictionary() if swap.firsts.get(w, 0) < 200),
    )


def training(source: Sources, dice: random.Random, rounds: int, made: int) -> list[Pieces]:
    """The texts of a whole training, each of one to four sentences."""
    found: list[Pieces] = []
    for number in range(rounds):
        real = source.real if number % 3 == 0 else [source.swap.all(s, dice) for s in source.real]
        found += grouped(real, dice)
    for _ in range(made):
        found.append(synthetic(source, source.templates, dice))
    found += grouped(dice.choices(source.ads, k=made // 12), dice)
    found += grouped(dice.choices(source.law, k=made // 8), dice)
    return [noisy(pieces, dice, source.forms) for pieces in found]


def grouped(texts: list[Pieces], dice: random.Random) -> list[Pieces]:
    """Neighbouring sentences joined, one to four at a time."""
    found, at = [], 0
    while at < len(texts):
        size = dice.choice([1, 1, 2, 3, 4])
        found.append(joined(texts[at : at + size], dice))
        at += size
    return found


def joined(texts: list[Pieces], dice: random.Random) -> Pieces:
    """Sentences as one text, with a space or a line break between."""
    out: Pieces = []
    for pieces in texts:
        out += ([(dice.choice([" ", " ", "\n", " . "]), "")] if out else []) + pieces
    return out


def synthetic(source: Sources, templates: list[str], dice: random.Random) -> Pieces:
    """One to four made sentences."""
    chosen = dice.choices(templates, k=dice.choice([1, 1, 2, 3, 4]))
    return joined([fill(t, dice, source.people, source.places) for t in chosen], dice)


@dataclass
class Numbers:
    """One text in numbers."""

    words: Ints
    shapes: Ints
    context: Ints
    labels: Ints
    weights: np.ndarray


class Words:
    """Every different folded word of the training texts, numbered."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def text(self, pieces: Pieces) -> Numbers:
        """A text in numbers, its labels by character."""
        text = "".join(piece for piece, _ in pieces)
        of_letter = np.concatenate([np.full(len(p), NUMBER.get(label, 0)) for p, label in pieces])
        found = tokens(text)
        shapes = np.array([shape(w) for w in found.words], np.int64)
        words = [self.numbers.setdefault(w.lower(), len(self.numbers)) for w in found.words]
        labels = of_letter[found.starts] if found.words else np.zeros(0, np.int64)
        return Numbers(
            np.array(words, np.int64),
            shapes,
            context(found, shapes),
            labels.astype(np.int64),
            (~np.isin(shapes, _SILENT)).astype(np.float32),
        )
