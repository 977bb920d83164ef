"""Numbers that were fitted, not chosen: how words and meaning weigh, and when a form is silent.

`scripts/search/fit.py` writes one file for each encoder into `fits/`, with the fingerprint of the
data it was fitted on. An encoder without a file answers by words alone.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from re import sub
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handlerum.knowledge.terms import Form
from handlerum.search.ports import Vectors

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class FormFit:
    """One form's own measure of relevance.

    A piece's score is `weight` times its share of a full match of words, plus the rest times its
    cosine of meaning (a convex combination; Bruch, Gai and Ingber 2023). `scores` and `chances` are
    the corners of a rising curve from score to the chance that the piece is relevant (isotonic
    regression). Below `threshold` a piece is not shown.
    """

    weight: float
    scores: tuple[float, ...]
    chances: tuple[float, ...]
    threshold: float

    def score(self, words: Numbers, meaning: Numbers) -> Numbers:
        """The combined scores of pieces."""
        return self.weight * words + (1 - self.weight) * meaning

    def chance(self, scores: Numbers) -> Numbers:
        """The chances that pieces of these scores are relevant, from 0 to 1."""
        found: Numbers = np.interp(scores, self.scores, self.chances)
        return found


@dataclass(frozen=True, slots=True)
class Fit:
    """All forms' numbers for one encoder. `data` is the fingerprint of what they were fitted on."""

    encoder: str
    data: str
    forms: Mapping[str, FormFit]


#: The fit for words alone.
WORDS = "none"


@lru_cache(maxsize=8)
def fit_of(encoder: str) -> Fit | None:
    """The numbers for an encoder; None where none were fitted."""
    told = _told(encoder)
    if told is None:
        return None
    forms = {form: _form_fit(told["forms"][form]) for form in Form.values}
    return Fit(encoder, told["data"], forms)


def words_fit() -> Fit:
    """The numbers for words alone, which are always there."""
    found = fit_of(WORDS)
    assert found is not None  # ships with the package
    return found


def centre_of(encoder: str) -> Vectors | None:
    """The common direction of an encoder's passages, where it was fitted; shape (dimensions,)."""
    return _centre(encoder, "centre")


def asked_centre_of(encoder: str) -> Vectors | None:
    """That of what people ask: shorter, in another voice, and so elsewhere in the same space."""
    return _centre(encoder, "asked_centre")


def _centre(encoder: str, name: str) -> Vectors | None:
    told = _told(encoder)
    return np.array(told[name], np.float32) if told and name in told else None


def file_name(encoder: str) -> str:
    """The file of an encoder's numbers."""
    return sub(r"[^\w.-]+", "-", encoder)[:80] + ".json"


def _told(encoder: str) -> dict[str, Any] | None:
    path = files("handlerum.search").joinpath("fits", file_name(encoder))
    if not path.is_file():
        return None
    told: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return told


def _form_fit(told: Mapping[str, Any]) -> FormFit:
    return FormFit(
        weight=float(told["weight"]),
        scores=tuple(told["scores"]),
        chances=tuple(told["chances"]),
        threshold=float(told["threshold"]),
    )
