"""The steps of a session as plain values: moving between them and changing them. Pure."""

from collections.abc import Sequence
from typing import Any, Literal

from handlerum.reflection.rules.session_problem import Code, Problem, in_texts
from handlerum.reflection.telling import SessionTelling, Step, StepTelling

MAX_STEPS = 40
MAX_QUESTION = 300
MAX_NAME = 100
MAX_INSTRUCTION = 2_000
MAX_MINUTES = 240
MAX_KEEP_DAYS = 365
#: The reveal policy under which an answer is everybody's at once.
AT_ONCE = "shared_at_once"
#: The policy under which a facilitator shows everybody's answers; the others are never shown so.
ON_REVEAL = "on_reveal"
#: How many dots a participant has where a step does not say.
DOTS = 3

Move = Literal["next", "previous", "skip", "repeat"]
_WAYS: dict[Move, int] = {"next": 1, "skip": 1, "previous": -1, "repeat": 0}


def telling_problems(telling: SessionTelling, team_ids: frozenset[int]) -> list[Problem]:
    """Everything that stands in the way of preparing the session."""
    found = in_texts(
        {"question": telling.question}, {"question": MAX_QUESTION}, needed=["question"]
    )
    keys = [step.get("key") for step in telling.steps]
    if not all(keys):
        found.append(Problem("steps", Code.MISSING))
    if len(keys) > MAX_STEPS:
        found.append(Problem("steps", Code.TOO_MANY, MAX_STEPS, len(keys)))
    if not keys or len(set(keys)) < len(keys):
        found.append(Problem("steps", Code.NO_SUCH_STEP))
    if telling.audience not in ("me", "team", "organisation"):
        found.append(Problem("audience", Code.MISSING))
    if telling.audience == "team" and telling.team_id not in team_ids:
        found.append(Problem("audience", Code.TEAM_NOT_YOURS))
    if not 1 <= telling.keep_days <= MAX_KEEP_DAYS:
        found.append(Problem("keep_days", Code.TOO_MANY, MAX_KEEP_DAYS, telling.keep_days))
    return found


def moved_to(steps: Sequence[Step], at: int, move: Move) -> int | None:
    """The place of the step that follows a move; None where there is no step that way.

    Steps that were skipped, or are to be, are passed over in both directions.
    """
    to, way = at + _WAYS[move], _WAYS[move]
    while way and (to > 0 or way > 0) and to < len(steps) and steps[to].get("skipped"):
        to += way
    return to if 0 <= to < len(steps) else None


def skipped(steps: Sequence[Step], at: int) -> list[dict[str, Any]]:
    """The steps with that one marked as skipped."""
    return [dict(step) | ({"skipped": True} if n == at else {}) for n, step in enumerate(steps)]


def reordered(steps: Sequence[Step], at: int, keys: Sequence[str]) -> list[dict[str, Any]] | None:
    """The steps with those after `at` in the order of `keys`; None unless it names just those."""
    coming = {step["key"]: dict(step) for step in steps[at + 1 :]}
    if sorted(keys) != sorted(coming):
        return None
    return [*map(dict, steps[: at + 1]), *(coming[key] for key in keys)]


def place_of(steps: Sequence[Step], key: str) -> int | None:
    """Where the step of that key stands; None if there is none."""
    return next((n for n, step in enumerate(steps) if step["key"] == key), None)


def edit_problems(telling: StepTelling) -> list[Problem]:
    """Everything that stands in the way of rewriting a step."""
    limits = {"name": MAX_NAME, "instruction": MAX_INSTRUCTION}
    texts = {"name": telling.name, "instruction": telling.instruction}
    told = {name: text for name, text in texts.items() if text is not None}
    found = in_texts(told, limits, needed=told, kept=telling.kept)
    if telling.minutes is not None and not 0 <= telling.minutes <= MAX_MINUTES:
        found.append(Problem("minutes", Code.TOO_MANY, MAX_MINUTES, telling.minutes))
    return found


def edited(steps: Sequence[Step], at: int, telling: StepTelling) -> list[dict[str, Any]]:
    """The steps with that one rewritten. The facilitator's words stand in every language."""
    changed: dict[str, Any] = {}
    if telling.name is not None:
        changed["name"] = dict.fromkeys(("da", "en"), telling.name.strip())
    if telling.instruction is not None:
        changed["instruction"] = dict.fromkeys(("da", "en"), telling.instruction.strip())
    if telling.minutes is not None:
        changed["minutes"] = telling.minutes
    if telling.rule is not None:
        changed["rule"] = telling.rule
    if telling.reveal is not None:
        changed["reveal"] = telling.reveal
    return [dict(step) | (changed if n == at else {}) for n, step in enumerate(steps)]


def shown_at_once(step: Step, revealed: Sequence[str]) -> bool:
    """Whether what is written in the step is everybody's at once."""
    return step.get("reveal") == AT_ONCE or step["key"] in revealed


def asked_of(step: Step) -> tuple[str, ...]:
    """What is written down in the step beside answers: `options_before`, `next_steps` ..."""
    asks = step.get("asks") or ()
    return (asks,) if isinstance(asks, str) else tuple(asks)


def asking(steps: Sequence[Step], what: str) -> list[Step]:
    """The steps that ask for it."""
    return [step for step in steps if what in asked_of(step)]


def dots_of(step: Step) -> int:
    """How many dots each participant has in the step."""
    return int(step.get("dots", DOTS))
