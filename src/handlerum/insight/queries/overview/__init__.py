"""The overview, counted by the database in a number of queries that does not grow with rows.

Everything is in the reader's scope, and nothing is counted by person.
"""

from handlerum.insight.queries.overview.acting import (
    Agreed,
    Asked,
    RoomForAction,
    Trying,
    Weighing,
    agreed,
    asked,
    room_for_action,
    trying,
    weighing,
)
from handlerum.insight.queries.overview.knowing import Knowing, knowing
from handlerum.insight.queries.overview.scope import PERIODS, Scope, scope, teams

__all__ = [
    "PERIODS",
    "Agreed",
    "Asked",
    "Knowing",
    "RoomForAction",
    "Scope",
    "Trying",
    "Weighing",
    "agreed",
    "asked",
    "knowing",
    "room_for_action",
    "scope",
    "teams",
    "trying",
    "weighing",
]
