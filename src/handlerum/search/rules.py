"""Equal standing and honest silence: pure.

A plain rule of voiced parity. A form speaks when something of it is relevant enough; silent forms
are shown as silent and never filled. The order of the forms turns with the situation and the day,
so that no form is always first; in a single list every beginning is as even as supply allows
("proportional in every prefix", after Skowron and others, arXiv 1612.01434).
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from handlerum.search.ports import Hit

#: Least relevance of what is shown. Set by hand on the example collection; calibration by form,
#: with a stated rate of error, takes its place.
THRESHOLD = 0.18

T = TypeVar("T")


class Silence(StrEnum):
    """Why a form does not speak."""

    NONE_EXISTS = "none_exists"
    NONE_RELEVANT = "none_relevant"


@dataclass(frozen=True, slots=True)
class Silent:
    """A silent form: how many were looked through, and why none is shown."""

    searched: int
    reason: Silence


def relevant(hits: Sequence[Hit], threshold: float = THRESHOLD) -> list[Hit]:
    """The hits that may be shown, in their order."""
    return [hit for hit in hits if hit.relevance >= threshold]


def silence(searched: int) -> Silent:
    """What to say of a form in which nothing was relevant among so many."""
    reason = Silence.NONE_RELEVANT if searched else Silence.NONE_EXISTS
    return Silent(searched, reason)


def turned(forms: Sequence[str], query: str, day: str) -> list[str]:
    """The forms in an order drawn from the situation and the day: each is first equally often.

    The same situation gives the same order all day, so that going back shows the same page.
    """

    def place(form: str) -> bytes:
        return hashlib.blake2b(f"{day}\n{query}\n{form}".encode(), digest_size=8).digest()

    return sorted(forms, key=place)


def even_list(lanes: Mapping[str, Sequence[T]], order: Sequence[str]) -> list[T]:
    """One list from several lanes, even in every prefix.

    For each prefix, two forms that both have more to give differ by at most one.

    Args:
        lanes: the pieces of each form, best first.
        order: the forms, first to last; each round of the list follows it.
    """
    longest = max((len(lanes[form]) for form in order), default=0)
    return [
        lanes[form][turn] for turn in range(longest) for form in order if turn < len(lanes[form])
    ]
