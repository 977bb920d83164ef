"""What can be wrong in practice, beside what can be wrong with any text. Pure."""

from datetime import date
from enum import StrEnum

from handlerum.dilemmas.rules.problem import Code as Common
from handlerum.dilemmas.rules.problem import Problem
from handlerum.knowledge.terms import Audience

#: Who may read. The whole field may not yet.
AUDIENCES = (Audience.ME, Audience.TEAM, Audience.ORGANISATION)
#: A day further off than this is a slip of the finger.
MOST_YEARS_AHEAD = 5


class Code(StrEnum):
    """What is wrong with a field; `practice.problems` says it in words."""

    DATE_PAST = "date_past"
    DATE_FAR = "date_far"
    NOT_A_MEMBER = "not_a_member"
    NOT_A_LEADER = "not_a_leader"
    CIRCULAR = "circular"
    OVER = "over"
    NOT_NEEDED = "not_needed"


def day_problems(field: str, day: date | None, today: date, *, needed: bool) -> list[Problem]:
    """Whether a day lies ahead, and not too far."""
    if day is None:
        return [Problem(field, Common.MISSING)] if needed else []
    if day < today:
        return [Problem(field, Code.DATE_PAST)]
    if day.year > today.year + MOST_YEARS_AHEAD:
        return [Problem(field, Code.DATE_FAR)]
    return []


def audience_problems(
    audience: str, team_id: int | None, team_ids: frozenset[int]
) -> list[Problem]:
    """Whether those may read."""
    if audience not in AUDIENCES:
        return [Problem("audience", Common.MISSING)]
    if audience == Audience.TEAM and team_id not in team_ids:
        return [Problem("audience", Common.TEAM_NOT_YOURS)]
    return []
