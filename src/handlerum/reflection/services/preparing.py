"""Preparing a session, rehearsing it alone, and letting people in."""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction

from handlerum.core.clock import now
from handlerum.dilemmas.access import readable as readable_dilemma
from handlerum.knowledge.access import readable as readable_contribution
from handlerum.knowledge.terms import Audience
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.secrets import digest, new_token
from handlerum.reflection.access import Seat, Who, leading
from handlerum.reflection.models import Facilitation, Link, Session
from handlerum.reflection.problems import refuse
from handlerum.reflection.rules.session_steps import telling_problems
from handlerum.reflection.services.writing import held_leading, leader_id, moved, not_closed
from handlerum.reflection.telling import SessionTelling
from handlerum.reflection.words import Happened, SessionState, SubjectKind
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb

LINK_DAYS = 7
#: How a subject is looked up; a kind that is not here cannot be chosen yet.
SUBJECTS: dict[str, Callable[[Reader, int], object]] = {
    SubjectKind.DILEMMA: readable_dilemma,
    SubjectKind.CONTRIBUTION: readable_contribution,
}


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


@transaction.atomic
def invite(who: Who, session_id: int, *, days: int = LINK_DAYS, uses: int | None = None) -> str:
    """Make a link that lets people in.

    Args:
        uses: how many may come by it; None: as many as like.

    Returns:
        The secret that belongs in the link; it cannot be shown again.

    Raises:
        Denied: not somebody who leads.
        Refused: the session is over.
    """
    here = held_leading(who, session_id)
    not_closed(here)
    token = new_token()
    Link.objects.create(
        session=here.session,
        digest=digest(token),
        expires_at=now() + timedelta(days=days),
        uses_left=uses,
    )
    moved(here, Happened.INVITED, leader_id(who))
    return token


@transaction.atomic
def revoke_links(who: Who, session_id: int) -> None:
    """Make every link of the session useless; those who came by one stay.

    Raises:
        Denied: not somebody who leads.
    """
    here = held_leading(who, session_id)
    Link.objects.filter(session=here.session).delete()
    moved(here, Happened.INVITED, leader_id(who))


def _look_up(reader: Reader, telling: SessionTelling) -> None:
    if telling.subject_kind == SubjectKind.QUESTION:
        return
    look_up = SUBJECTS.get(telling.subject_kind)
    if look_up is None or telling.subject_id is None:
        raise Denied
    look_up(reader, telling.subject_id)


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
