"""What makes a trial fit to begin, and fit to be told of afterwards. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from handlerum.dilemmas.rules.problem import Code as Common
from handlerum.dilemmas.rules.problem import Problem, in_texts
from handlerum.knowledge.rules import MAX_TITLE
from handlerum.knowledge.telling import Telling
from handlerum.knowledge.terms import Audience, Form, Outcome, Voice, Way
from handlerum.organisations.terms import Role
from handlerum.practice.rules.problem import audience_problems, day_problems
from handlerum.practice.telling import Kept, TrialTelling

MAX_WHAT = 300
MAX_BEFORE = 2_000
MAX_TOLD = 20_000
MAX_WHY = 300
#: How a trial can end. "We do not know yet" is no end: then it goes on.
ENDS = (Outcome.SUCCEEDED, Outcome.FAILED, Outcome.MIXED)
#: So long a trial lasts if nothing else is said.
USUAL = timedelta(weeks=4)
#: Those who look after what others left. The role opens nothing to read.
_TAKERS = frozenset({Role.ADMINISTRATOR.value, Role.KEY_PERSON.value})


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a trial, and who may read that."""

    outcome: str
    title: str
    happened: str
    learned: str = ""
    audience: str = "team"
    team_id: int | None = None
    kept: Kept = ()


def problems(telling: TrialTelling, team_ids: frozenset[int], today: date) -> list[Problem]:
    """Everything that stands in the way of beginning a trial."""
    return [
        *in_texts(
            free_texts(telling),
            {"what": MAX_WHAT, **dict.fromkeys(("expected", "surprise", "sign"), MAX_BEFORE)},
            needed=["what"],
            kept=telling.kept,
            alone=telling.audience == Audience.ME,
        ),
        *day_problems("until", telling.until, today, needed=True),
        *audience_problems(telling.audience, telling.team_id, team_ids),
        *_team_problems(telling, team_ids),
    ]


def free_texts(telling: TrialTelling) -> dict[str, str]:
    """What is told in the owner's own words, as it is looked at."""
    return {
        "what": telling.what,
        "expected": telling.expected,
        "surprise": telling.surprise,
        "sign": telling.sign,
    }


def told_problems(told: Told, team_ids: frozenset[int]) -> list[Problem]:
    """Everything that stands in the way of telling what became of a trial."""
    found = in_texts(
        {"title": told.title, "happened": told.happened, "learned": told.learned},
        {"title": MAX_TITLE, "happened": MAX_TOLD, "learned": MAX_TOLD},
        needed=["title", "happened"],
        kept=told.kept,
        alone=told.audience == Audience.ME,
    )
    if told.outcome not in ENDS:
        found.append(Problem("outcome", Common.MISSING))
    return found + audience_problems(told.audience, told.team_id, team_ids)


def why_problems(why: str, kept: Kept, *, alone: bool) -> list[Problem]:
    """What stands in the way of saying why a trial was given up; nothing need be said."""
    return in_texts({"why": why}, {"why": MAX_WHY}, kept=kept, alone=alone)


def as_contribution(told: Told) -> Telling:
    """What became of a trial as knowledge: one's own experience."""
    return Telling(
        way=Way.OWN_EXPERIENCE.value,
        form=Form.EXPERIENCE.value,
        voice=Voice.PRACTITIONER.value,
        outcome=told.outcome,
        title=told.title,
        text=told.happened,
        learned=told.learned,
        audience=told.audience,
        team_id=told.team_id,
        kept=told.kept,
    )


def may_act(user_id: int, team_ids: frozenset[int], owner_id: int, by_team_id: int | None) -> bool:
    """Whether a person who can see a trial tells of it: its owner, or who is on its team."""
    return user_id == owner_id or by_team_id in team_ids


def may_take_over(role: str, *, owner_stopped: bool) -> bool:
    """Whether somebody of that role may become the owner of a trial they can read."""
    return owner_stopped and role in _TAKERS


def _team_problems(telling: TrialTelling, team_ids: frozenset[int]) -> list[Problem]:
    """The team that tries it is one's own, and can read it."""
    if telling.by_team_id is None:
        return []
    if telling.by_team_id not in team_ids:
        return [Problem("by", Common.TEAM_NOT_YOURS)]
    reads = telling.audience == Audience.ORGANISATION or telling.team_id == telling.by_team_id
    return [] if reads else [Problem("audience", Common.TEAM_NOT_YOURS)]
