"""What can be wrong, and how the texts of a dilemma are looked through. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from handlerum.dilemmas.telling import Kept
from handlerum.privacy.blur import Choice, direct
from handlerum.privacy.seen import Seen
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind

#: What no database stores: the null character, and halves of characters.
_UNREADABLE = re.compile("[\0\ud800-\udfff]")


class Code(StrEnum):
    """What is wrong with a field; `problems.py` says it in words."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    UNREADABLE_SIGNS = "unreadable_signs"
    IDENTIFIES = "identifies"
    TOO_DIRECT = "too_direct"
    TEAM_NOT_YOURS = "team_not_yours"
    TOO_FEW_SIDES = "too_few_sides"
    TOO_FEW_OPTIONS = "too_few_options"
    TWICE = "twice"
    NOT_SHARED = "not_shared"
    NOT_SO_WIDE = "not_so_wide"
    SOMEBODY_ELSES = "somebody_elses"
    USED_BY_OTHERS = "used_by_others"
    OTHERS_WROTE = "others_wrote"
    CHOSEN = "chosen"


#: The problems that the author settles by a look at each place.
IDENTIFYING = frozenset({Code.IDENTIFIES, Code.TOO_DIRECT})


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, in one field. `limit` and `length` are in characters, or in things.

    Rooms above have codes of their own beside `Code`, and words for them.
    """

    field: str
    code: StrEnum
    limit: int = 0
    length: int = 0
    findings: tuple[Span, ...] = ()


def in_texts(
    texts: Mapping[str, str],
    limits: Mapping[str, int],
    *,
    needed: Iterable[str] = (),
    kept: Kept = (),
    alone: bool = False,
) -> list[Problem]:
    """What stands in the way of storing texts that belong together, each by its field's name.

    Args:
        limits: how many characters each may have.
        needed: the fields that may not be empty.
        kept: what the author kept knowingly.
        alone: whether nobody but the author will read them.
    """
    found = [problem for name, text in texts.items() for problem in _shape(name, text, limits)]
    found += [Problem(name, Code.MISSING) for name in needed if not texts[name].strip()]
    too_much = any(problem.code != Code.MISSING for problem in found)
    return found if too_much else found + identifying(texts, kept, alone=alone)


def identifying(texts: Mapping[str, str], kept: Kept, *, alone: bool) -> list[Problem]:
    """What points to one person by itself, and was not looked at or may not go so far."""
    chosen = dict(kept)
    places: dict[tuple[str, Code], list[Span]] = {}
    for one in direct(texts, find=Seen().find):
        choice = chosen.get(one.key)
        cited = choice == Choice.CITE and one.kind == Kind.PERSON
        if choice is not None and (alone or cited):
            continue
        code = Code.IDENTIFIES if choice is None else Code.TOO_DIRECT
        for place in one.places:
            places.setdefault((place.field, code), []).append(place.span)
    return [Problem(name, code, findings=tuple(sorted(p))) for (name, code), p in places.items()]


def _shape(name: str, text: str, limits: Mapping[str, int]) -> list[Problem]:
    found = []
    if len(text) > limits[name]:
        found.append(Problem(name, Code.TOO_LONG, limits[name], len(text)))
    if _UNREADABLE.search(text):
        found.append(Problem(name, Code.UNREADABLE_SIGNS))
    return found
