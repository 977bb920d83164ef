"""Reading live sessions. What others wrote and nobody has shown is absent from every answer."""

from handlerum.reflection.queries.changes import Changes, changes_since, versions
from handlerum.reflection.queries.common import Common, common
from handlerum.reflection.queries.everything import everything_of
from handlerum.reflection.queries.lists import listed
from handlerum.reflection.queries.state import State, state
from handlerum.reflection.queries.votes import votes

__all__ = [
    "Changes",
    "Common",
    "State",
    "changes_since",
    "common",
    "everything_of",
    "listed",
    "state",
    "versions",
    "votes",
]
