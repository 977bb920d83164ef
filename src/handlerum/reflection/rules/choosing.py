"""What is chosen without words in a step, and when it is shown. Pure.

What a method's step may hold for it, beside what every step holds:

- `ends`: the two ends of a line, `{"left": {"da", "en"}, "right": {"da", "en"}}`.
- `choices`: what is there from the start to choose among or to answer: a list of `{"da", "en"}`.
- `about`: the key of an earlier step whose entries are placed, given dots, or shared out between.
- `total`: what is shared out in an allocation; 100 where it is not told.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from handlerum.reflection.opinions.allocations import TOTAL, Uneven, checked
from handlerum.reflection.rules.session_problem import Code, Problem
from handlerum.reflection.rules.session_steps import ON_REVEAL
from handlerum.reflection.telling import Step

#: Steps in which something is chosen.
CHOOSING = frozenset({"statements", "line", "allocation", "dots"})
#: Steps whose entries can be placed on a line, be given dots, or be shared out between.
LAID = frozenset({"cards", "statements", "questions_only"})
#: Follows a step's key where its answers are shown apart from its words.
ANSWERS = ":answers"
MAX_CHOICES = 12


def answers_key(step: Step) -> str:
    """What stands among a session's revealed when the step's answers are shown.

    Where there are words to write too, they are shown first and what was answered later.
    """
    is_alone = step.get("input") != "statements" and step.get("reveal") == ON_REVEAL
    return str(step["key"]) if is_alone else f"{step['key']}{ANSWERS}"


def may_show(step: Step) -> bool:
    """Whether the step has answers that everybody may see once somebody who leads shows them."""
    return step.get("input") in CHOOSING and step.get("reveal") in (ON_REVEAL, "shared_at_once")


def answers_shown(step: Step, revealed: Sequence[str]) -> bool:
    """Whether everybody sees what was answered; from then on it does not change."""
    return answers_key(step) in revealed


def total_of(step: Step) -> int:
    """What is shared out in the step."""
    return int(step.get("total") or TOTAL)


def choices_of(step: Step) -> list[Mapping[str, str]]:
    """What the step has to choose among from the start."""
    found: Any = step.get("choices") or ()
    return list(found)[:MAX_CHOICES]


def about(steps: Sequence[Step], at: int) -> str:
    """The key of the step whose entries are chosen among; "" where the step asks one thing alone.

    The step's own choices come first, then the step that it names. Dots and allocations without
    either go to the nearest step before that holds such entries.
    """
    step = steps[at]
    named = str(step.get("about") or "")
    if step.get("input") == "statements" or choices_of(step):
        return str(step["key"])
    if named in {str(one["key"]) for one in steps}:
        return named
    if step.get("input") == "line":
        return ""
    before = [one for one in steps[:at] if one.get("input") in LAID and not one.get("skipped")]
    return str(before[-1]["key"]) if before else str(step["key"])


def allocation_problems(
    parts: Mapping[int, int], choices: Collection[int], total: int
) -> list[Problem]:
    """Whether the whole sum is shared out, and only between what can be seen.

    `length` of the problem tells how much was shared out.
    """
    try:
        checked(parts, choices, total)
    except Uneven as error:
        return [Problem("parts", Code.UNEVEN, total, total - error.left)]
    except ValueError:
        return [Problem("parts", Code.NOT_HERE)]
    return []
