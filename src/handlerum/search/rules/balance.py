"""Equal standing: voiced parity with amortised exposure deficit. Pure.

A piece in place n of a list gets attention 1 / log2(1 + n). Forms that speak take turns, so that in
every beginning of a list two forms that both have more to give differ by at most one. Whose turn it
is within a round is decided by what a form is owed: its share of the attention that the rounds it
took part in gave, in all earlier answers, less what it got (the amortised rule of Morik and others
2020, with the prefix rule of Skowron and others 2016). A form that has less to give is owed nothing
for rounds in which it had nothing: it would else come first for ever.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Balanced(Generic[T]):
    """One list of all forms' pieces with their form, and what each form is owed afterwards."""

    places: list[tuple[str, T]]
    owed: dict[str, float]


def attention(place: int) -> float:
    """What a place of a list gets, from 1 for the first."""
    return 1 / math.log2(1 + place)


def ties(forms: Sequence[str], situation: str, day: str) -> list[str]:
    """The order of forms that are owed the same: the same all day for the same situation."""

    def drawn(form: str) -> bytes:
        return blake2b(f"{day}\n{situation}\n{form}".encode(), digest_size=8).digest()

    return sorted(forms, key=drawn)


def balanced(
    lanes: Mapping[str, Sequence[T]], owed: Mapping[str, float], order: Sequence[str]
) -> Balanced[T]:
    """One list from several lanes, even in every prefix.

    Args:
        lanes: the pieces of each form, best first; a silent form's is empty.
        owed: what each form was owed before this answer.
        order: the forms, by which those that are owed the same take turns.
    """
    voiced = [form for form in order if lanes.get(form)]
    balance = {form: owed.get(form, 0.0) for form in voiced}
    places: list[tuple[str, T]] = []
    for turn in range(max((len(lanes[form]) for form in voiced), default=0)):
        left = [form for form in voiced if len(lanes[form]) > turn]
        # What this round gives is shared by those who have something to put there.
        share = sum(attention(len(places) + n) for n in range(1, len(left) + 1)) / len(left)
        for form in sorted(left, key=lambda form: -balance[form]):
            places.append((form, lanes[form][turn]))
            balance[form] += share - attention(len(places))
    return Balanced(places, {**owed, **balance})
