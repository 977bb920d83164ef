"""What earlier sessions on the same subject left to the next one."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from handlerum.organisations.access import Denied, Reader
from handlerum.reflection.access import Who, visible
from handlerum.reflection.models import Assumption, CarriedOver, NextStep, Session
from handlerum.reflection.queries.common import Agreed, Noted, agreed, noted, shown
from handlerum.reflection.words import SessionState, SubjectKind


@dataclass(frozen=True, slots=True)
class LastTime:
    """The newest closed session on the same subject, and what it left."""

    session_id: int
    closed_at: datetime | None
    carried: tuple[Noted, ...]
    #: What was taken for granted at its end; gone when its words are.
    assumptions: tuple[Noted, ...]
    next_steps: tuple[Agreed, ...]


def last_time(who: Who, session_id: int) -> LastTime | None:
    """What was left to this session; None where nothing was, and for guests.

    Raises:
        Denied: the session is not theirs.
    """
    if not isinstance(who, Reader):
        return None
    session = visible(who).filter(id=session_id).first()
    if session is None:
        raise Denied
    rows = _earlier(who, session.subject_kind, session.subject_id, session.question)
    return _left(rows.exclude(id=session.id))


def left_about(
    reader: Reader, subject_kind: str, subject_id: int | None, question: str
) -> LastTime | None:
    """What earlier sessions left to one that is being prepared on that subject."""
    return _left(_earlier(reader, subject_kind, subject_id, question))


def _earlier(reader: Reader, kind: str, subject_id: int | None, question: str) -> QuerySet[Session]:
    """Closed sessions on the same subject that the reader may see; a question is its own words."""
    same: dict[str, object] = {"subject_kind": kind, "subject_id": subject_id}
    if kind == SubjectKind.QUESTION:
        same["question"] = question.strip()
    closed = visible(reader).filter(state=SessionState.CLOSED, is_rehearsal=False, **same)
    return closed.order_by("-closed_at", "-id")


def _left(rows: QuerySet[Session]) -> LastTime | None:
    session = rows.first()
    if session is None:
        return None
    found = LastTime(
        session.id,
        session.closed_at,
        noted(shown(CarriedOver, session)),
        noted(shown(Assumption, session).filter(phase="after")),
        agreed(shown(NextStep, session)),
    )
    return found if found.carried or found.assumptions or found.next_steps else None
