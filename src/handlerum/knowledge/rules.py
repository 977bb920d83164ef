"""What makes a contribution complete and lawful to store. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum

from handlerum.core.text import fold
from handlerum.knowledge.telling import SourceTelling, Telling
from handlerum.knowledge.terms import Audience, Form, Outcome, Voice, Way
from handlerum.privacy.blur import Choice, direct
from handlerum.privacy.entities import Place
from handlerum.privacy.seen import Seen
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind

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
    "note": MAX_NOTE,
}

#: Fixed words by field, and whether the field may be empty.
_WORDS = {
    "way": (frozenset(Way.values), False),
    "form": (frozenset(Form.values), False),
    "audience": (frozenset(Audience.values), False),
    "voice": (frozenset(Voice.values), True),
    "outcome": (frozenset(Outcome.values), True),
}
#: What a person wrote in their own words.
FREE = ("title", "text", "learned", "participants", "context", "topics", "note")
#: What tells where it was read: names of authors belong here. An address of a page is left alone.
CITING = ("source.title", "source.authors", "source.publisher")
_OWN = tuple(field.name for field in fields(Telling))
_SOURCE = tuple(field.name for field in fields(SourceTelling))
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
    TOO_DIRECT = "too_direct"


#: The problems that the author settles by a look at each place.
IDENTIFYING = frozenset({Code.IDENTIFIES, Code.TOO_DIRECT})


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, in one field. `limit` and `length` are in characters."""

    field: str
    code: Code
    limit: int = 0
    length: int = 0
    findings: tuple[Span, ...] = ()


def problems(
    telling: Telling,
    *,
    sharing: bool,
    team_ids: frozenset[int],
    note: str = "",
    seen: Seen | None = None,
) -> list[Problem]:
    """Everything that stands in the way of storing, or with `sharing` of sharing, the telling.

    `note` is what its author says of a change. `seen` spares a second look at texts that were read
    already; what was found in them is judged here all the same.
    """
    given = texts(telling) | {"note": note}
    found = [*_too_long(telling, given), *_unreadable(given)]
    found += [] if found else _identifying(telling, given, sharing, seen or Seen())
    found += _unlawful(telling, team_ids)
    return found + (_missing(telling, given) if sharing else _untold(given))


def texts(telling: Telling) -> dict[str, str]:
    """Every free text of a telling by the name of its field."""
    own = {name: value for name in _OWN if isinstance(value := getattr(telling, name), str)}
    source = {
        f"source.{name}": value
        for name in _SOURCE
        if isinstance(value := getattr(telling.source, name), str)
    }
    return own | source | {"topics": " · ".join(telling.topics)}


def free_texts(telling: Telling, note: str = "") -> dict[str, str]:
    """Those of the texts that are told in a person's own words, as they are looked at."""
    given = texts(telling) | {"note": note}
    return {name: given[name] for name in FREE}


def _too_long(telling: Telling, given: dict[str, str]) -> list[Problem]:
    found = [problem for name in _LIMITS for problem in _fits(name, given[name], _LIMITS[name])]
    if len(telling.topics) > MAX_TOPICS:
        found.append(Problem("topics", Code.TOO_MANY, MAX_TOPICS, len(telling.topics)))
    longest = max(map(fold, telling.topics), key=len, default="")  # folded, as they are stored
    return found + _fits("topics", longest, MAX_TOPIC)


def _identifying(
    telling: Telling, given: dict[str, str], sharing: bool, seen: Seen
) -> list[Problem]:
    """What points to one person by itself, and was not looked at or may not go so far."""
    kept = dict(telling.kept)
    alone = telling.audience == "me" or not sharing
    problems = []
    told = {name: given[name] for name in FREE}
    for one in direct(told, cited(telling.source), seen.find):
        choice = kept.get(one.key)
        if choice is None:
            problems += _at(Code.IDENTIFIES, one.places)
        elif not alone and not (choice == Choice.CITE and one.kind == Kind.PERSON):
            problems += _at(Code.TOO_DIRECT, one.places)
    for name in CITING:  # names belong here, so only what has a shape is looked for
        spans = seen.direct_shapes(given[name])
        problems += [Problem(name, Code.IDENTIFIES, findings=(span,)) for span in spans]
    in_link = seen.in_link(given["source.url"])
    problems += [Problem("source.url", Code.IDENTIFIES, findings=(span,)) for span in in_link]
    return _gathered(problems)


def cited(source: SourceTelling) -> str:
    """The names that may be repeated in the text."""
    return source.authors


def _at(code: Code, places: Iterable[Place]) -> list[Problem]:
    return [Problem(place.field, code, findings=(place.span,)) for place in places]


def _gathered(problems: list[Problem]) -> list[Problem]:
    """One problem for each field and code, with all its places in order."""
    places: dict[tuple[str, Code], list[Span]] = {}
    for problem in problems:
        places.setdefault((problem.field, problem.code), []).extend(problem.findings)
    return [
        Problem(name, code, findings=tuple(sorted(spans))) for (name, code), spans in places.items()
    ]


def _fits(name: str, text: str, limit: int) -> list[Problem]:
    return [Problem(name, Code.TOO_LONG, limit, len(text))] if len(text) > limit else []


def _unreadable(given: dict[str, str]) -> list[Problem]:
    return [
        Problem(name, Code.UNREADABLE_SIGNS)
        for name, text in given.items()
        if _UNREADABLE.search(text)
    ]


def _unlawful(telling: Telling, team_ids: frozenset[int]) -> list[Problem]:
    found = [
        Problem(name, Code.MISSING)
        for name, (words, optional) in _WORDS.items()
        if (word := getattr(telling, name)) not in words and not (optional and not word)
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


def _untold(given: dict[str, str]) -> list[Problem]:
    """A draft may lack anything, but not everything."""
    told = any(given[name].strip() for name in ("title", "text", "learned"))
    return [] if told else [Problem("text", Code.MISSING)]


def _missing(telling: Telling, given: dict[str, str]) -> list[Problem]:
    needed = ["title", "text", "voice"]
    if telling.way == "own_experience":
        needed.append("outcome")
    if telling.way in WAYS_WITH_PARTICIPANTS:
        needed.append("participants")
    if telling.way == "reports":
        needed.append("source.title")
    return [Problem(name, Code.MISSING) for name in needed if not given[name].strip()]
