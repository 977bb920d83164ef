"""What a process reads for all who follow a session there, when it has moved."""

from dataclasses import dataclass

from handlerum.reflection.models import Facilitation, Session
from handlerum.reflection.queries.common import Common, common


class Gone(Exception):
    """The session is deleted."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What everybody sees, and who may see it: participants by id, and the accounts that lead."""

    common: Common
    participants: frozenset[int]
    leaders: frozenset[int]


def followed(session_id: int, known: int) -> Followed | None:
    """A session where its version is past the one that is known; None where it is not.

    For the process that hands it on: it asks `participants` and `leaders` for each follower.

    Raises:
        Gone: it is deleted.
    """
    session = Session.objects.filter(id=session_id).first()
    if session is None:
        raise Gone
    if session.version <= known:
        return None
    told = common(session)
    leaders = Facilitation.objects.filter(session=session).values_list("user_id", flat=True)
    people = frozenset(person.id for person in told.people)
    return Followed(told, people, frozenset(leaders))
