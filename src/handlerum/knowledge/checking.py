"""Tellings that were checked before they reach the service: many at once, in any process. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from handlerum.knowledge.rules import Problem, problems
from handlerum.knowledge.telling import Telling
from handlerum.privacy.seen import Seen


@dataclass(frozen=True, slots=True)
class Checked:
    """A telling, and everything that stands in the way of sharing it.

    They are one value: what was found can be true of no other texts than those that are stored.
    Only `check` makes them.
    """

    telling: Telling
    team_ids: frozenset[int]
    problems: tuple[Problem, ...]


def check(tellings: Iterable[Telling], team_ids: frozenset[int], seen: Seen) -> list[Checked]:
    """Check tellings that are to be shared by somebody in those teams."""
    return [
        Checked(
            telling,
            team_ids,
            tuple(problems(telling, sharing=True, team_ids=team_ids, seen=seen)),
        )
        for telling in tellings
    ]
