"""What makes a frame request fit to ask, and its answer fit to give. Pure."""

from datetime import date, timedelta

from handlerum.dilemmas.rules.problem import Code as Common
from handlerum.dilemmas.rules.problem import Problem, in_texts
from handlerum.knowledge.terms import Audience
from handlerum.organisations.terms import Role
from handlerum.practice.rules.problem import AUDIENCES, audience_problems, day_problems
from handlerum.practice.telling import FrameTelling, Kept
from handlerum.practice.terms import FrameAnswer, FrameKind

MAX_CONDITION = 200
MAX_TEXT = 5_000
#: Who can change frames, and so is asked about them.
LEADERS = (Role.LEADER, Role.ADMINISTRATOR)
#: So many ask before their number is told: fewer could be guessed.
COUNTED_FROM = 5
#: So long a leader has if nothing else is said.
USUAL = timedelta(weeks=3)
#: Who may read beside the leader. What nobody else sees, nobody can join.
READERS = tuple(one for one in AUDIENCES if one != Audience.ME)


def problems(telling: FrameTelling, team_ids: frozenset[int], today: date) -> list[Problem]:
    """Everything that stands in the way of asking, but whether the leader is one."""
    found = in_texts(
        free_texts(telling),
        {"condition": MAX_CONDITION, "hinders": MAX_TEXT, "asks": MAX_TEXT},
        needed=["condition", "hinders", "asks"],
        kept=telling.kept,
    )
    if telling.kind not in FrameKind.values:
        found.append(Problem("kind", Common.MISSING))
    if telling.audience not in READERS:
        return [*found, Problem("audience", Common.MISSING)]
    found += day_problems("answer_by", telling.answer_by, today, needed=True)
    return found + audience_problems(telling.audience, telling.team_id, team_ids)


def free_texts(telling: FrameTelling) -> dict[str, str]:
    """What is told in somebody's own words, as it is looked at."""
    return {"condition": telling.condition, "hinders": telling.hinders, "asks": telling.asks}


def answer_problems(answer: str, reason: str, kept: Kept) -> list[Problem]:
    """Everything that stands in the way of an answer."""
    found = in_texts({"reason": reason}, {"reason": MAX_TEXT}, needed=["reason"], kept=kept)
    return found if answer in FrameAnswer.values else [*found, Problem("answer", Common.MISSING)]


def told_number(asking: int) -> int | None:
    """How many ask for the same, where so many do that it exposes nobody; else None."""
    return asking if asking >= COUNTED_FROM else None


def may_answer(user_id: int, role: str, leader_id: int | None, *, leader_stands: bool) -> bool:
    """Whether a person who can see a request answers it: its leader, or any where that one left."""
    if role not in LEADERS:
        return False
    return not leader_stands or user_id == leader_id
