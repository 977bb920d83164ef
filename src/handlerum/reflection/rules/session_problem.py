"""What can be wrong in a session, and how what is typed is looked through. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from handlerum.privacy.blur import Choice, Look, look
from handlerum.privacy.entities import Finder, Found
from handlerum.privacy.find import find
from handlerum.privacy.kinds import find as find_shapes
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind
from handlerum.reflection.telling import Kept

#: What no database stores: the null character, and halves of characters.
_UNREADABLE = re.compile("[\0\ud800-\udfff]")


class Code(StrEnum):
    """What is wrong with a field; `problems.py` says it in words."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    UNREADABLE_SIGNS = "unreadable_signs"
    IDENTIFIES = "identifies"
    TEAM_NOT_YOURS = "team_not_yours"
    NOT_RUNNING = "not_running"
    CLOSED = "closed"
    NO_SUCH_STEP = "no_such_step"
    NO_STEP_THAT_WAY = "no_step_that_way"
    STEP_OVER = "step_over"
    KEY_USED = "key_used"
    WITHDRAWN = "withdrawn"
    NOT_HERE = "not_here"
    UNEVEN = "uneven"
    ANSWERS_SHOWN = "answers_shown"
    NOT_AGREED = "not_agreed"
    NOTHING_TO_UNDO = "nothing_to_undo"
    STEP_FIXED = "step_fixed"
    WRITTEN_IN = "written_in"
    NAME_USED = "name_used"
    NOT_AN_ADDRESS = "not_an_address"
    MAIL_FAILED = "mail_failed"
    NOT_FOR_ALL = "not_for_all"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, in one field. `proposal` is the text with what was found blurred."""

    field: str
    code: Code
    limit: int = 0
    length: int = 0
    findings: tuple[Span, ...] = ()
    proposal: str = ""


def in_texts(
    texts: Mapping[str, str],
    limits: Mapping[str, int],
    *,
    needed: Iterable[str] = (),
    kept: Kept = (),
    find: Finder = find,
) -> list[Problem]:
    """What stands in the way of storing texts that belong together, each by its field's name.

    Args:
        limits: how many characters each may have.
        needed: the fields that may not be empty.
        kept: persons known to the public who are named on purpose; nothing else may be kept.
        find: what reads them; see `privacy.entities.gather`.
    """
    found = [problem for name, text in texts.items() for problem in _shape(name, text, limits)]
    found += [Problem(name, Code.MISSING) for name in needed if not texts[name].strip()]
    too_much = any(problem.code != Code.MISSING for problem in found)
    return found if too_much else found + _identifying(texts, kept, find)


def in_name(name: str, limit: int) -> list[Problem]:
    """What stands in the way of a guest's name or role: a name may be one, a number may not."""
    found = _shape("name", name, {"name": limit})
    if not name.strip():
        found.append(Problem("name", Code.MISSING))
    if found:
        return found
    spans = tuple(span for span in find_shapes(name) if span.direct)
    return [Problem("name", Code.IDENTIFIES, findings=spans)] if spans else []


def _identifying(texts: Mapping[str, str], kept: Kept, find: Finder) -> list[Problem]:
    seen = look(texts, find=find)
    cited = {key for key, choice in kept if choice == Choice.CITE}
    found = [
        one
        for one in seen.found
        if one.direct and not (one.kind == Kind.PERSON and one.key in cited)
    ]
    return _at(found, seen) if found else []


def _at(found: Iterable[Found], seen: Look) -> list[Problem]:
    """One problem for each field, with its places in order and what could be written instead."""
    places: dict[str, list[Span]] = {}
    for one in found:
        for place in one.places:
            places.setdefault(place.field, []).append(place.span)
    proposals = seen.blurred()
    return [
        Problem(name, Code.IDENTIFIES, findings=tuple(sorted(spans)), proposal=proposals[name])
        for name, spans in places.items()
    ]


def _shape(name: str, text: str, limits: Mapping[str, int]) -> list[Problem]:
    found = []
    if len(text) > limits[name]:
        found.append(Problem(name, Code.TOO_LONG, limits[name], len(text)))
    if _UNREADABLE.search(text):
        found.append(Problem(name, Code.UNREADABLE_SIGNS))
    return found
