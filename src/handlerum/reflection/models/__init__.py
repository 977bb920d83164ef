"""Tables of live sessions."""

from handlerum.reflection.models.moving import Event, Undo
from handlerum.reflection.models.people import Facilitation, Link, Participant
from handlerum.reflection.models.session import Session
from handlerum.reflection.models.typed import (
    ActionOption,
    Assumption,
    CardGroup,
    CarriedOver,
    Entry,
    NextStep,
    Share,
    TypedRow,
)
from handlerum.reflection.models.variant import Variant

__all__ = [
    "ActionOption",
    "Assumption",
    "CardGroup",
    "CarriedOver",
    "Entry",
    "Event",
    "Facilitation",
    "Link",
    "NextStep",
    "Participant",
    "Session",
    "Share",
    "TypedRow",
    "Undo",
    "Variant",
]
