"""What makes a dilemma and its considerations fit to store. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from handlerum.dilemmas.rules.problem import Code, Problem, in_texts
from handlerum.dilemmas.telling import ConsiderationTelling, DilemmaTelling
from handlerum.dilemmas.terms import Bearer
from handlerum.knowledge.terms import Audience

MAX_QUESTION = 200
MAX_NAME = 100
MAX_TEXT = 20_000
MAX_AT_STAKE = 2_000
#: A question with one side is no dilemma; more than eight do not fit on a board.
MIN_SIDES = 2
MAX_SIDES = 8
#: Who may read a dilemma. The whole field may not yet.
AUDIENCES = (Audience.ME, Audience.TEAM, Audience.ORGANISATION)

#: A consideration told anew, or the id of one that exists.
Named = ConsiderationTelling | int


def problems(telling: DilemmaTelling, team_ids: frozenset[int]) -> list[Problem]:
    """Everything that stands in the way of storing the owner's words."""
    return [
        *in_texts(
            free_texts(telling),
            {"question": MAX_QUESTION, "text": MAX_TEXT},
            needed=["question"],
            kept=telling.kept,
            alone=telling.audience == Audience.ME,
        ),
        *_unlawful(telling, team_ids),
    ]


def free_texts(telling: DilemmaTelling) -> dict[str, str]:
    """What is told in the owner's own words, as it is looked at."""
    return {"question": telling.question, "text": telling.text}


def consideration_problems(telling: ConsiderationTelling) -> list[Problem]:
    """Everything that stands in the way of storing a consideration.

    It is made to be used again, so it is held to what may be shared, whoever reads it today.
    """
    found = in_texts(
        {"name": telling.name, "at_stake": telling.at_stake},
        {"name": MAX_NAME, "at_stake": MAX_AT_STAKE},
        needed=["name"],
        kept=telling.kept,
    )
    return found + bearer_problems(telling.bearer)


def bearer_problems(bearer: str) -> list[Problem]:
    """Whether it is one of those who can bear something."""
    return [] if bearer in Bearer.values else [Problem("bearer", Code.MISSING)]


def sides_problems(named: Sequence[Named]) -> list[Problem]:
    """Whether considerations can make a dilemma; their fields are named `considerations.0.name`."""
    found = count_problems(len(named))
    ids = [one for one in named if isinstance(one, int)]
    if len(set(ids)) < len(ids):
        found.append(Problem("considerations", Code.TWICE))
    for number, one in enumerate(named):
        if not isinstance(one, int):
            found += [
                replace(problem, field=f"considerations.{number}.{problem.field}")
                for problem in consideration_problems(one)
            ]
    return found


def count_problems(sides: int) -> list[Problem]:
    """Whether a dilemma may have that many sides."""
    if sides < MIN_SIDES:
        return [Problem("considerations", Code.TOO_FEW_SIDES, MIN_SIDES, sides)]
    if sides > MAX_SIDES:
        return [Problem("considerations", Code.TOO_MANY, MAX_SIDES, sides)]
    return []


def _unlawful(telling: DilemmaTelling, team_ids: frozenset[int]) -> list[Problem]:
    if telling.audience not in AUDIENCES:
        return [Problem("audience", Code.MISSING)]
    if telling.audience == Audience.TEAM and telling.team_id not in team_ids:
        return [Problem("audience", Code.TEAM_NOT_YOURS)]
    return []
