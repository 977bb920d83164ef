"""Whether a text sounds like a dilemma: marks that a person can see and understand. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

#: How far apart, in characters, the two halves of one mark may stand.
_APART = 600


class Sign(StrEnum):
    """What in the words gives reason to think of a dilemma; `words.py` says it on screen."""

    TWO_SIDES = "two_sides"
    AT_ONCE = "at_once"
    NAMED = "named"
    TORN = "torn"
    AT_EXPENSE = "at_expense"
    REGARDS = "regards"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Where a sign stands: one place or two, as offsets in characters, end exclusive."""

    places: tuple[tuple[int, int], ...]
    sign: Sign


_ONE = {
    Sign.AT_ONCE: r"\bmen\s+(?:samtidigt?|på\s+samme\s+tid)\b",
    Sign.NAMED: r"\bdilemma(?:et|er|erne|ers|ernes|ets|s)?\b",
    Sign.TORN: (
        r"\b(?:splittet|i\s+klemme|fanget|stå[rt]?|stod|valget|vælge|balance(?:n|re)?)"
        r"\s+(?:i)?mellem\b(?!\s+\d)"
    ),
    Sign.AT_EXPENSE: r"\bpå\s+bekostning\s+af\b|\bgå(?:r|et)?\s+ud\s+over\b",
}
#: The first half, the second half, and what may not stand between them.
_TWO = {
    Sign.TWO_SIDES: (
        r"\b(?:på|fra)\s+den\s+ene\s+side\b",
        r"\b(?:på|fra)\s+den\s+anden(?:\s+side\b|(?=\s*[,:]))",
        "",
    ),
    Sign.REGARDS: (
        r"\bhensyn(?:et)?\s+til\b",
        r"\b(?:over\s*for|kontra|mod)\b|\bog\s+(?:samtidig\s+)?(?:hensyn(?:et)?\s+)?til\b",
        ".!?\n",
    ),
}
_ONE_COMPILED = {sign: re.compile(pattern, re.IGNORECASE) for sign, pattern in _ONE.items()}
_TWO_COMPILED = {
    sign: (re.compile(first, re.IGNORECASE), re.compile(second, re.IGNORECASE), frozenset(stops))
    for sign, (first, second, stops) in _TWO.items()
}


def spot(text: str) -> list[Mark]:
    """Every sign in the text, in the order in which they stand."""
    return sorted([*_single(text), *_double(text)])


def _single(text: str) -> Iterator[Mark]:
    for sign, pattern in _ONE_COMPILED.items():
        yield from (Mark((found.span(),), sign) for found in pattern.finditer(text))


def _double(text: str) -> Iterator[Mark]:
    """Two halves that belong together; each first half takes the nearest second one after it."""
    for sign, (first, second, stops) in _TWO_COMPILED.items():
        at = 0
        while one := first.search(text, at):
            at = one.end()
            other = second.search(text, at, at + _APART)
            if other and stops.isdisjoint(text[at : other.start()]):
                yield Mark((one.span(), other.span()), sign)
                at = other.end()
