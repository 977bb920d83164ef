"""Probabilities into spans: names of persons, places and organisations. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from handlerum.privacy.names.lexicon import FIRST, without_genitive
from handlerum.privacy.names.model import LABELS, Floats, model
from handlerum.privacy.names.organisations import generic, organisation
from handlerum.privacy.names.tokens import SHAPES, Tokens, shape, tokens
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind

#: How likely a name a token must be. Low on purpose: a missed name cannot be called back, a mark
#: too many is one click. Chosen on texts held out from training (MODEL.md).
ENOUGH = 0.10
#: A word that is surely a person elsewhere in the text needs less.
SURE, ENOUGH_AGAIN = 0.7, 0.05
#: More than float32 errs by, so that what is passed by is surely below.
_ROUNDING = 1e-4
#: Between two texts. A token looks one character ahead at most.
_BETWEEN = "\n\n"
#: From this step on (some 4,000 bearers) a first name is common.
COMMON_NAME = 6
_PERSON = LABELS.index("PER")
#: Marks may stand inside a name, but not at its ends; handles and links are other rules' business.
_OUTSIDE = set("comma shout colon quote bracket slash other stop dash hash handle url".split())


@dataclass(slots=True)
class _Run:
    """Neighbouring tokens that are one name."""

    first: int
    last: int
    label: int


def tag(text: str) -> list[Span]:
    """Names in a text, in order, none overlapping."""
    return tag_many([text])[0]


def tag_many(texts: Sequence[str]) -> list[list[Span]]:
    """Names in each of several texts, as `tag` finds them: the model is asked once for all."""
    begins = list(accumulate((len(text) + len(_BETWEEN) for text in texts), initial=0))[:-1]
    whole = _BETWEEN.join(texts)
    found = tokens(whole, begins)
    likely = model().probabilities(found)
    # Most short texts have nothing that could be a name.
    maybe = set(found.text[likely[:, 0] <= 1 - ENOUGH_AGAIN + _ROUNDING].tolist())
    edges = np.searchsorted(found.text, np.arange(len(texts) + 1)).tolist()
    return [
        _names(whole, begins[at], found.part(first, end), likely[first:end]) if at in maybe else []
        for at, (first, end) in enumerate(pairwise(edges))
    ]


def _names(whole: str, begin: int, found: Tokens, likely: Floats) -> list[Span]:
    """The names among the tokens of one text, which begins there in the whole."""
    named = (1 - likely[:, 0]).tolist()
    runs = _runs(found, likely, _chosen(found, likely))
    return [span for run in runs if (span := _span(whole, found, named, run, begin))]


def _chosen(found: Tokens, likely: Floats) -> list[int]:
    """The tokens that are names, in order: the likely ones, and those that less is enough for."""
    named = 1 - likely[:, 0]
    persons = set(np.flatnonzero(likely[:, _PERSON] >= SURE).tolist())
    sure = {_stem(found.words[at]) for at in persons}
    maybe = np.flatnonzero((named >= ENOUGH_AGAIN) & (named < ENOUGH)).tolist()
    again = {at for at in maybe if _stem(found.words[at]) in sure}
    beside = {at for at in maybe if _capital(found, at) and persons & {at - 1, at + 1}}
    likely_ones = set(np.flatnonzero(named >= ENOUGH).tolist())
    return sorted(likely_ones | again | beside | _first_names(found, persons))


def _first_names(found: Tokens, persons: set[int]) -> set[int]:
    """Common first names in front of a sure name: "Hans Holm", though "hans" is a word too."""
    before = [at - 1 for at in persons if at and _capital(found, at) and _capital(found, at - 1)]
    codes = model().lexicon.look_up([found.words[at].lower() for at in before])
    return {at for at, code in zip(before, codes, strict=True) if code >> FIRST & 7 >= COMMON_NAME}


def _capital(found: Tokens, at: int) -> bool:
    return found.words[at][0].isupper()


def _stem(word: str) -> str:
    folded = word.lower()
    return without_genitive(folded) or folded


def _runs(found: Tokens, likely: Floats, chosen: list[int]) -> list[_Run]:
    """Neighbouring tokens that are names; a run ends where the kind or the line changes."""
    runs: list[_Run] = []
    kinds = (likely[:, 1:].argmax(axis=1) + 1).tolist()
    for at in chosen:
        last = runs[-1] if runs else None
        if last and last.last == at - 1 and last.label == kinds[at] and _same_line(found, at):
            last.last = at
        else:
            runs.append(_Run(at, at, kinds[at]))
    return runs


def _same_line(found: Tokens, at: int) -> bool:
    return bool(found.line[at] == found.line[at - 1])


def _span(text: str, found: Tokens, named: list[float], run: _Run, begin: int) -> Span | None:
    """The run without marks at its ends, counted from there; None when nothing is left."""
    inside = range(run.first, run.last + 1)
    kept = [at for at in inside if SHAPES[shape(found.words[at])] not in _OUTSIDE]
    if not kept:
        return None
    first, last = kept[0], kept[-1]
    start, end = int(found.starts[first]), int(found.ends[last])
    name = text[start:end]
    if generic(name) or (len(name) == 1 and name.islower()):
        return None
    sure = sum(named[first : last + 1]) / (last + 1 - first)
    kind = _kind(run.label, name)
    direct = kind is Kind.PERSON and len(kept) > 1
    return Span(start - begin, end - begin, kind, direct, round(min(sure, 1.0), 3))


def _kind(label: int, name: str) -> Kind:
    if label == _PERSON:
        return Kind.PERSON
    return Kind.PLACE if LABELS[label] == "LOC" else organisation(name)
