"""What a participant may write and choose. Pure."""

from collections.abc import Collection, Mapping, Sequence

from handlerum.privacy.entities import Finder
from handlerum.privacy.find import find
from handlerum.reflection.rules.session_problem import Code, Problem, in_texts
from handlerum.reflection.telling import (
    AssumptionTelling,
    CarriedTelling,
    EntryTelling,
    NextStepTelling,
    OptionTelling,
    Step,
)

MAX_TEXT = 2_000
MAX_KEY = 100
MAX_ROLE = 60
#: Rows of one kind by one participant; nobody who writes by hand comes near it.
MAX_ROWS = 200
#: A place on a line, from one end to the other.
LINE = range(101)
VOTES = frozenset({"agree", "disagree", "pass"})
#: What is written in words; the other kinds are chosen.
WRITTEN = frozenset({"text", "card", "question", "statement", "note"})
#: What an entry is kept as, by the kind of input of its step; steps of other kinds have no text.
KINDS = {
    "silent_writing": "text",
    "questions_only": "question",
    "listening_task": "text",
    "cards": "card",
    "anchored_notes": "note",
    "statements": "statement",
}
PHASES = frozenset({"before", "after"})

AnyTelling = EntryTelling | OptionTelling | AssumptionTelling | NextStepTelling | CarriedTelling


def problems(telling: AnyTelling, find: Finder = find) -> list[Problem]:
    """Everything that stands in the way of storing what somebody typed.

    Args:
        find: what reads it; see `privacy.entities.gather`.
    """
    texts = {"text": telling.text}
    if isinstance(telling, NextStepTelling):
        texts["owner_role"] = telling.owner_role
    limits = {"text": MAX_TEXT, "owner_role": MAX_ROLE}
    return [
        *in_texts(texts, limits, needed=["text"], kept=telling.kept, find=find),
        *key_problems(telling.key),
        *_unlawful(telling),
    ]


def kind_written(steps: Sequence[Step], key: str) -> str:
    """What is written in the step of that key is kept as this kind."""
    asked = next((step.get("input") for step in steps if step["key"] == key), "")
    return KINDS.get(str(asked), "text")


def key_problems(key: str) -> list[Problem]:
    """Whether a phone's name of a row can be one. What begins with a colon is the house's own."""
    if not key or key.startswith(":"):
        return [Problem("key", Code.MISSING)]
    too_long = len(key) > MAX_KEY or not key.isprintable()
    return [Problem("key", Code.TOO_LONG, MAX_KEY, len(key))] if too_long else []


def dots_problems(dots: Mapping[int, int], cards: Collection[int], limit: int) -> list[Problem]:
    """Whether dots may lie so: on cards that can be seen, and no more than each has."""
    if any(one not in cards for one in dots) or any(many < 1 for many in dots.values()):
        return [Problem("dots", Code.NOT_HERE)]
    spent = sum(dots.values())
    return [Problem("dots", Code.TOO_MANY, limit, spent)] if spent > limit else []


def line_problems(place: int) -> list[Problem]:
    """Whether it is a place on the line."""
    return [] if place in LINE else [Problem("place", Code.NOT_HERE)]


def vote_problems(vote: str) -> list[Problem]:
    """Whether it is an answer to a statement."""
    return [] if vote in VOTES else [Problem("vote", Code.MISSING)]


def _unlawful(telling: AnyTelling) -> list[Problem]:
    if isinstance(telling, EntryTelling) and telling.kind not in {"", *WRITTEN}:
        return [Problem("kind", Code.MISSING)]
    if isinstance(telling, OptionTelling | AssumptionTelling) and telling.phase not in PHASES:
        return [Problem("phase", Code.MISSING)]
    return []
