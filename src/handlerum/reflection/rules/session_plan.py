"""The plan of a session: steps to come, moved, left out, copied, put in or taken out.

Each function gives the steps anew, or None where it cannot be done. `begun` is the place of the
step that goes on; -1 before the session begins. Pure.
"""

from collections.abc import Sequence
from typing import Any

from handlerum.reflection.rules.session_problem import Code, Problem, in_texts
from handlerum.reflection.rules.session_steps import (
    MAX_INSTRUCTION,
    MAX_MINUTES,
    MAX_NAME,
    MAX_STEPS,
    edited,
    place_of,
)
from handlerum.reflection.telling import NewStep, Step, StepTelling

Steps = list[dict[str, Any]]
#: What can be done in a step that is put in, and what is written down in it.
INPUTS: dict[str, tuple[str, ...]] = {
    "talk": (),
    "silent_writing": (),
    "questions_only": (),
    "cards": (),
    "statements": (),
    "dots": (),
    "line": (),
    "allocation": (),
    "options": ("options_after",),
    "assumptions": ("assumptions_after",),
    "next_steps": ("next_steps",),
}
REVEALS = ("on_reveal", "shared_at_once", "private", "facilitator_only")
RULES = ("", "questions_only", "silent", "one_sided", "no_advice", "at_least_three")
#: Under these, what is written is never everybody's.
_NEVER_SHOWN = ("private", "facilitator_only")


def new_step_problems(telling: NewStep) -> list[Problem]:
    """Everything that stands in the way of putting the step in."""
    texts = {"name": telling.name, "instruction": telling.instruction}
    limits = {"name": MAX_NAME, "instruction": MAX_INSTRUCTION}
    found = in_texts(texts, limits, needed=texts)
    if not 0 <= telling.minutes <= MAX_MINUTES:
        found.append(Problem("minutes", Code.TOO_MANY, MAX_MINUTES, telling.minutes))
    if telling.input not in INPUTS:
        found.append(Problem("input", Code.NOT_HERE))
    asks = INPUTS.get(telling.input, ())
    return found + how_problems({"asks": asks}, telling.reveal, telling.rule)


def how_problems(step: Step, reveal: str | None, rule: str | None) -> list[Problem]:
    """What is wrong with when others see a step's answers, and with its rule; None: unchanged."""
    found = []
    hidden = reveal in _NEVER_SHOWN and step.get("asks")
    if reveal is not None and (reveal not in REVEALS or hidden):
        found.append(Problem("reveal", Code.NOT_HERE))
    if rule is not None and rule not in RULES:
        found.append(Problem("rule", Code.NOT_HERE))
    return found


def shifted(steps: Sequence[Step], begun: int, key: str, by: int) -> Steps | None:
    """The steps with that one moved one place up (-1) or down (1)."""
    at = place_of(steps, key)
    if at is None or at <= begun or not begun < at + by < len(steps):
        return None
    found = [dict(step) for step in steps]
    found[at], found[at + by] = found[at + by], found[at]
    return found


def left_out(steps: Sequence[Step], begun: int, key: str, *, out: bool) -> Steps | None:
    """The steps with that one to be passed over, or to be taken after all."""
    at = place_of(steps, key)
    if at is None or at <= begun:
        return None
    found = [dict(step) for step in steps]
    found[at] = {name: value for name, value in found[at].items() if name != "skipped"}
    if out:
        found[at]["skipped"] = True
    return found if begun >= 0 or first(found) is not None else None


def copied(steps: Sequence[Step], begun: int, key: str) -> Steps | None:
    """The steps with that one once more, as the next that comes after it."""
    at = place_of(steps, key)
    if at is None or len(steps) >= MAX_STEPS:
        return None
    again = {**steps[at], "key": _free(steps, key)}
    again.pop("skipped", None)
    return _put(steps, max(at, begun), again)


def added(steps: Sequence[Step], begun: int, after: str, telling: NewStep) -> Steps | None:
    """The steps with a new one right after that one; at the front where `after` is empty."""
    at = place_of(steps, after) if after else -1
    if at is None or at < begun or len(steps) >= MAX_STEPS:
        return None
    step = {
        "key": _free(steps, "own"),
        "sees": "everyone",
        "input": telling.input,
        "asks": list(INPUTS[telling.input]),
        "optional": False,
        "frame": False,
        "stage": steps[max(at, 0)].get("stage", 1),
    }
    words = StepTelling(
        telling.name, telling.instruction, telling.minutes, telling.rule, telling.reveal
    )
    return _put(steps, at, edited([step], 0, words)[0])


def removed(steps: Sequence[Step], begun: int, key: str) -> Steps | None:
    """The steps without that one."""
    at = place_of(steps, key)
    if at is None or at <= begun or len(steps) == 1:
        return None
    found = [dict(step) for step in steps if step["key"] != key]
    return found if begun >= 0 or first(found) is not None else None


def first(steps: Sequence[Step]) -> int | None:
    """The place of the first step that is not left out; None if all are."""
    return next((n for n, step in enumerate(steps) if not step.get("skipped")), None)


def _put(steps: Sequence[Step], at: int, step: dict[str, Any]) -> Steps:
    found = [dict(one) for one in steps]
    return [*found[: at + 1], step, *found[at + 1 :]]


def _free(steps: Sequence[Step], key: str) -> str:
    """A key that no step has."""
    taken = {step["key"] for step in steps}
    numbered = (f"{key[:54]}-{number}" for number in range(2, MAX_STEPS + 3))
    return next(one for one in numbered if one not in taken)
