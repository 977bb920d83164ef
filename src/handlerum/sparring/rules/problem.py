"""What can be wrong, and how texts of sparring are looked through. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from handlerum.dilemmas.rules import problem as dilemmas
from handlerum.privacy.spans import Span
from handlerum.sparring.telling import Kept


class Code(StrEnum):
    """What is wrong with a field; `problems.py` says it in words."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    UNREADABLE_SIGNS = "unreadable_signs"
    IDENTIFIES = "identifies"
    TOO_DIRECT = "too_direct"
    NOT_A_COLLEAGUE = "not_a_colleague"
    NOBODY_OFFERED = "nobody_offered"
    ASKED_BEFORE = "asked_before"
    NOT_AHEAD = "not_ahead"
    TAKEN = "taken"
    OVER = "over"
    NO_SUCH_TIME = "no_such_time"
    HAS_ANSWERED = "has_answered"
    HAS_SOMEBODY = "has_somebody"
    NOBODY_YET = "nobody_yet"


#: The problems that the author settles by a look at each place.
IDENTIFYING = frozenset({Code.IDENTIFIES, Code.TOO_DIRECT})


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, in one field; an empty field is the whole sheet."""

    field: str
    code: Code
    limit: int = 0
    length: int = 0
    findings: tuple[Span, ...] = ()


def in_texts(
    texts: Mapping[str, str], limits: Mapping[str, int], *, needed: Iterable[str], kept: Kept
) -> list[Problem]:
    """What stands in the way of storing texts that belong together, each by its field's name.

    Somebody else always reads them, so they are held to what may be shared.
    """
    found = dilemmas.in_texts(texts, limits, needed=needed, kept=kept)
    return [Problem(p.field, Code(p.code.value), p.limit, p.length, p.findings) for p in found]
