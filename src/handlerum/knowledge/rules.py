"""What makes a contribution complete and lawful to store. Pure."""

import re
from dataclasses import dataclass, fields
from enum import StrEnum

from handlerum.core.text import fold
from handlerum.knowledge.telling import SourceTelling, Telling
from handlerum.knowledge.terms import Audience, Form, Outcome, Voice, Way
from handlerum.privacy.rules import Finding, find

#: Longest text of one contribution, in characters. Longer reports are imported in parts.
MAX_TEXT = 100_000
MAX_TITLE = 150
MAX_LINE = 300
MAX_NOTE = 200
MAX_TOPICS = 8
MAX_TOPIC = 60
WAYS_WITH_OUTCOME = frozenset({"own_experience", "colleagues", "collaboration"})
WAYS_WITH_PARTICIPANTS = frozenset({"colleagues", "collaboration"})

_LIMITS = {
    "title": MAX_TITLE,
    "text": MAX_TEXT,
    "learned": MAX_TEXT,
    "participants": MAX_LINE,
    "context": MAX_LINE,
    "source.title": MAX_LINE,
    "source.authors": MAX_LINE,
    "source.publisher": 200,
    "source.url": 500,
}

#: Fixed words by field, and whether the field may be empty.
_WORDS = {
    "way": (Way, False),
    "form": (Form, False),
    "audience": (Audience, False),
    "voice": (Voice, True),
    "outcome": (Outcome, True),
}
#: What no database stores: the null character, and halves of characters.
_UNREADABLE = re.compile("[\0\ud800-\udfff]")


class Code(StrEnum):
    """What is wrong with a field; `problems.py` says it in words."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    OUTCOME_NOT_HERE = "outcome_not_here"
    TEAM_NOT_YOURS = "team_not_yours"
    FIELD_IS_COMING = "field_is_coming"
    NOT_A_LINK = "not_a_link"
    UNREADABLE_SIGNS = "unreadable_signs"
    IDENTIFIES = "identifies"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, in one field. `limit` and `length` are in characters."""

    field: str
    code: Code
    limit: int = 0
    length: int = 0
    findings: tuple[Finding, ...] = ()


def problems(telling: Telling, *, sharing: bool, team_ids: frozenset[int]) -> list[Problem]:
    """Everything that stands in the way of storing, or with `sharing` of sharing, the telling."""
    found = [*_too_long(telling), *_identifying(telling), *_unlawful(telling, team_ids)]
    return found + (_missing(telling) if sharing else _untold(telling))


def note_problems(note: str) -> list[Problem]:
    """Everything that stands in the way of storing a note on a change."""
    found = _fits("note", note, MAX_NOTE)
    return [*found, *_names_nobody("note", note)]


def texts(telling: Telling) -> dict[str, str]:
    """Every free text of a telling by the name of its field."""
    own = {
        field.name: value
        for field in fields(Telling)
        if isinstance(value := getattr(telling, field.name), str)
    }
    source = {
        f"source.{field.name}": value
        for field in fields(SourceTelling)
        if isinstance(value := getattr(telling.source, field.name), str)
    }
    return own | source | {"topics": " · ".join(telling.topics)}


def _too_long(telling: Telling) -> list[Problem]:
    given = texts(telling)
    found = [problem for name in _LIMITS for problem in _fits(name, given[name], _LIMITS[name])]
    if len(telling.topics) > MAX_TOPICS:
        found.append(Problem("topics", Code.TOO_MANY, MAX_TOPICS, len(telling.topics)))
    longest = max(map(fold, telling.topics), key=len, default="")  # folded, as they are stored
    return found + _fits("topics", longest, MAX_TOPIC)


def _identifying(telling: Telling) -> list[Problem]:
    return [
        problem for name, text in texts(telling).items() for problem in _names_nobody(name, text)
    ]


def _fits(name: str, text: str, limit: int) -> list[Problem]:
    return [Problem(name, Code.TOO_LONG, limit, len(text))] if len(text) > limit else []


def _names_nobody(name: str, text: str) -> list[Problem]:
    if _UNREADABLE.search(text):
        return [Problem(name, Code.UNREADABLE_SIGNS)]
    findings = [] if name == "source.url" else find(text[: MAX_TEXT + 1])
    return [Problem(name, Code.IDENTIFIES, findings=tuple(findings))] if findings else []


def _unlawful(telling: Telling, team_ids: frozenset[int]) -> list[Problem]:
    found = [
        Problem(name, Code.MISSING)
        for name, (words, optional) in _WORDS.items()
        if (word := getattr(telling, name)) not in words.values and not (optional and not word)
    ]
    if telling.outcome and telling.way not in WAYS_WITH_OUTCOME:
        found.append(Problem("outcome", Code.OUTCOME_NOT_HERE))
    if telling.audience == "field":
        found.append(Problem("audience", Code.FIELD_IS_COMING))
    if telling.audience == "team" and telling.team_id not in team_ids:
        found.append(Problem("audience", Code.TEAM_NOT_YOURS))
    if telling.source.url and not telling.source.url.startswith(("https://", "http://")):
        found.append(Problem("source.url", Code.NOT_A_LINK))
    return found


def _untold(telling: Telling) -> list[Problem]:
    """A draft may lack anything, but not everything."""
    told = any(texts(telling)[name].strip() for name in ("title", "text", "learned"))
    return [] if told else [Problem("text", Code.MISSING)]


def _missing(telling: Telling) -> list[Problem]:
    needed = ["title", "text", "voice"]
    if telling.way == "own_experience":
        needed.append("outcome")
    if telling.way in WAYS_WITH_PARTICIPANTS:
        needed.append("participants")
    if telling.way == "reports":
        needed.append("source.title")
    given = texts(telling)
    return [Problem(name, Code.MISSING) for name in needed if not given[name].strip()]
