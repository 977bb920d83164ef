"""Preparing a session, and rehearsing it alone."""

from django.db import transaction

from handlerum.knowledge.terms import Audience
from handlerum.organisations.access import Denied, Reader
from handlerum.reflection.access import Seat, leading
from handlerum.reflection.models import Facilitation, Session
from handlerum.reflection.problems import refuse
from handlerum.reflection.queries import subject_title
from handlerum.reflection.rules.session_steps import telling_problems
from handlerum.reflection.services.writing import moved
from handlerum.reflection.telling import SessionTelling
from handlerum.reflection.words import Happened, SessionState, SubjectKind
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb


@transaction.atomic
def prepare(reader: Reader, telling: SessionTelling) -> Session:
    """Make a session ready; who prepares it leads it.

    Raises:
        Denied: what it is about is not the reader's to see.
        Refused: it may not be stored as it is.
    """
    _look_up(reader, telling)
    refuse(telling_problems(telling, reader.team_ids))
    session = _made(reader, telling)
    record(
        Verb.CREATED,
        Thing.SESSION,
        session.id,
        organisation_id=session.organisation_id,
        actor_id=reader.user_id,
    )
    return session


@transaction.atomic
def rehearse(reader: Reader, session_id: int) -> Session:
    """A copy of a session to go through alone; nobody else sees it, and closing it deletes it.

    Raises:
        Denied: the reader does not lead the session.
    """
    real = leading(reader, session_id).session
    copy = SessionTelling(
        real.method, real.steps, real.question, real.subject_kind, real.subject_id
    )
    return _made(reader, copy, is_rehearsal=True)


def _look_up(reader: Reader, telling: SessionTelling) -> None:
    if telling.subject_kind == SubjectKind.QUESTION:
        return
    if telling.subject_id is None:
        raise Denied
    subject_title(reader, telling.subject_kind, telling.subject_id)


def _made(reader: Reader, telling: SessionTelling, *, is_rehearsal: bool = False) -> Session:
    about = telling.subject_kind != SubjectKind.QUESTION
    session = Session.objects.create(
        organisation_id=reader.organisation_id,
        facilitator_id=reader.user_id,
        method=telling.method,
        steps=[dict(step) for step in telling.steps],
        subject_kind=telling.subject_kind,
        subject_id=telling.subject_id if about else None,
        question=telling.question.strip(),
        audience=telling.audience,
        team_id=telling.team_id if telling.audience == Audience.TEAM else None,
        keep_days=telling.keep_days,
        is_rehearsal=is_rehearsal,
        state=SessionState.PREPARING,
    )
    Facilitation.objects.create(session=session, user_id=reader.user_id)
    moved(Seat(session, None, facilitates=True), Happened.PREPARED, reader.user_id)
    return session
