"""A method made one's own: steps left out, repeated, moved, prolonged or rewritten. Pure.

Each function gives a new method that remembers the key of the one it comes from.
"""

from collections.abc import Sequence
from dataclasses import replace

from handlerum.reflection.rules.method import Method, Step, Text
from handlerum.reflection.rules.session_steps import (
    MAX_INSTRUCTION,
    MAX_MINUTES,
    MAX_STEPS,
)


class Unfit(ValueError):
    """The change would leave no method; the message is the key of the step, or the number."""


def renamed(method: Method, key: str, name: Text) -> Method:
    """The same steps under a key and a name of their own."""
    return replace(method.of(method.steps), key=key, name=name)


def without(method: Method, key: str) -> Method:
    """The method with that step left out.

    Raises:
        Unfit: there is no such step, or it is the only one.
    """
    at = _place(method, key)
    if len(method.steps) == 1:
        raise Unfit(key)
    return method.of(_joined(method.steps[:at] + method.steps[at + 1 :]))


def repeated(method: Method, key: str) -> Method:
    """The method with that step once more, right after itself and under a key of its own.

    Raises:
        Unfit: there is no such step, or there are too many already.
    """
    at = _place(method, key)
    if len(method.steps) >= MAX_STEPS:
        raise Unfit(str(MAX_STEPS))
    again = replace(method.steps[at], key=_free(method, key))
    return method.of((*method.steps[: at + 1], again, *method.steps[at + 1 :]))


def reordered(method: Method, keys: Sequence[str]) -> Method:
    """The method with its steps in that order.

    Raises:
        Unfit: the keys are not just those of the steps.
    """
    steps = {step.key: step for step in method.steps}
    if sorted(keys) != sorted(steps):
        raise Unfit(", ".join(sorted(set(keys) ^ set(steps)) or keys))
    return method.of(_joined([steps[key] for key in keys]))


def timed(method: Method, key: str, minutes: int) -> Method:
    """The method with that step taking so many minutes.

    Raises:
        Unfit: there is no such step, or nobody sits so long.
    """
    at = _place(method, key)
    if not 0 <= minutes <= MAX_MINUTES:
        raise Unfit(str(minutes))
    return _with(method, at, replace(method.steps[at], minutes=minutes))


def prolonged(method: Method, key: str, minutes: int) -> Method:
    """The method with that step taking so many minutes more; fewer, below 0.

    Raises:
        Unfit: as `timed`.
    """
    return timed(method, key, method.steps[_place(method, key)].minutes + minutes)


def edited(method: Method, key: str, instruction: Text) -> Method:
    """The method with another instruction of that step.

    Raises:
        Unfit: there is no such step, or the words are missing or too many in a language.
    """
    at = _place(method, key)
    told = Text(instruction.da.strip(), instruction.en.strip())
    if not all(0 < len(words) <= MAX_INSTRUCTION for words in (told.da, told.en)):
        raise Unfit(key)
    return _with(method, at, replace(method.steps[at], instruction=told))


def _with(method: Method, at: int, step: Step) -> Method:
    return method.of((*method.steps[:at], step, *method.steps[at + 1 :]))


def _joined(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The steps, where one that is about a step that is no longer before it is about none."""
    before: set[str] = set()
    found = []
    for step in steps:
        found.append(step if step.about in before else replace(step, about=""))
        before.add(step.key)
    return tuple(found)


def _place(method: Method, key: str) -> int:
    for at, step in enumerate(method.steps):
        if step.key == key:
            return at
    raise Unfit(key)


def _free(method: Method, key: str) -> str:
    """A key that no step has: the step's own and a number, within what a file takes."""
    taken = {step.key for step in method.steps}
    numbered = (f"{key[:54]}-{number}" for number in range(2, MAX_STEPS + 2))
    return next(one for one in numbered if one not in taken)
