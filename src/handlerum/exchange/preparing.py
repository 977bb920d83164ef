"""What a file holds made ready to store: looked at, blurred, and checked. Pure.

Many pieces are read at once, and a text is not read twice. It may run in any process: texts come
and go by pipe, and nothing is kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from handlerum.core.text import shorten
from handlerum.knowledge.checking import Checked, check
from handlerum.knowledge.rules import IDENTIFYING, MAX_LINE, MAX_TITLE, free_texts
from handlerum.knowledge.telling import SourceTelling, Telling
from handlerum.privacy.blur import Choice, Decision, Look, look
from handlerum.privacy.entities import Found, reading
from handlerum.privacy.seen import Seen
from handlerum.privacy.terms import Kind

#: Other words around it can make something else look like a name, so it is looked at again.
_LOOKS = 3


@dataclass(frozen=True, slots=True)
class Part:
    """What becomes one contribution: a piece, or so much of a long one as fits.

    `places` counts those that were blurred.
    """

    key: str
    title: str
    text: str
    source: SourceTelling
    places: int = 0


@dataclass(frozen=True, slots=True)
class Task:
    """Parts to make ready, and what they all get.

    `only_direct`: whether only that is blurred which points to one person by itself.
    """

    parts: tuple[Part, ...]
    like: Telling
    only_direct: bool
    team_ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class Ready:
    """A part after its last look: what may be shown of it, and what was found to be wrong.

    Nothing of what it was before comes back.
    """

    key: str
    title: str
    places: int
    checked: Checked


def prepare(task: Task) -> list[Ready]:
    """Blur each part until nothing is found in it, three times at most; in the order given."""
    done: dict[int, Ready] = {}
    left = dict(enumerate(task.parts))
    seen = Seen()
    for looks in range(1, _LOOKS + 1):
        seen.read(_readings(left.values(), task))
        left = {number: _blurred(part, task, seen) for number, part in left.items()}
        for number, ready in zip(left, _checked(left.values(), task, seen), strict=True):
            done[number] = ready
        left = {
            number: part
            for number, part in left.items()
            if looks < _LOOKS and _looks_again(done[number].checked)
        }
    return [done[number] for number in sorted(done)]


def _looks_again(checked: Checked) -> bool:
    problems = checked.problems
    return bool(problems) and all(problem.code in IDENTIFYING for problem in problems)


def _checked(parts: Iterable[Part], task: Task, seen: Seen) -> list[Ready]:
    parts = list(parts)
    tellings = [_telling(part, task.like) for part in parts]
    seen.read(reading(free_texts(telling)) for telling in tellings)
    found = check(tellings, task.team_ids, seen)
    return [
        Ready(part.key, part.title, part.places, checked)
        for part, checked in zip(parts, found, strict=True)
    ]


def _readings(parts: Iterable[Part], task: Task) -> Iterable[str]:
    return [reading(_texts(part, task.like)) for part in parts]


def _texts(part: Part, like: Telling) -> dict[str, str]:
    """What is looked at. Where the source is called as the piece is, as the check will see it."""
    if part.source.title == part.title:
        return free_texts(_telling(part, like))
    return {"title": part.title, "text": part.text, "source": part.source.title}


def _blurred(part: Part, task: Task, seen: Seen) -> Part:
    given = _texts(part, task.like)
    spans = seen.find(reading(given))
    if not any(span.direct for span in spans) if task.only_direct else not spans:
        return part
    found = look(given, find=lambda _: spans)
    decided = {one.key: _decided(one) for one in found.found} if task.only_direct else {}
    return _written(part, found, decided)


def _written(part: Part, found: Look, decided: dict[str, Decision]) -> Part:
    changes, texts = found.changes(decided), found.blurred(decided)
    return replace(
        part,
        title=shorten(texts["title"], MAX_TITLE),
        text=texts["text"],
        source=replace(part.source, title=texts.get("source", texts["title"])),
        places=part.places + len(changes["title"]) + len(changes["text"]),
    )


def _decided(one: Found) -> Decision:
    """In what was published nobody is the citizen, so a person is called nothing."""
    if not one.direct:
        return Decision(Choice.KEEP)
    return Decision(words="[navn]" if one.kind == Kind.PERSON else None)


def _telling(part: Part, like: Telling) -> Telling:
    source = replace(part.source, title=shorten(part.source.title, MAX_LINE))
    return replace(like, title=part.title, text=part.text, source=source)
