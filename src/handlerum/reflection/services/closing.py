"""Closing a session, keeping it on purpose, and forgetting what was said in it."""

from datetime import timedelta

from django.db import transaction

from handlerum.core.clock import now
from handlerum.core.database import scrub
from handlerum.reflection.access import Seat, Who
from handlerum.reflection.models import (
    ActionOption,
    Assumption,
    CardGroup,
    Entry,
    Link,
    Participant,
    Session,
    Undo,
)
from handlerum.reflection.services.writing import held_leading, leader_id, moved
from handlerum.reflection.words import Happened, SessionState
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb


@transaction.atomic
def close(who: Who, session_id: int) -> Session:
    """End a session; from now on nothing is written in it. Again changes nothing.

    A rehearsal leaves nothing behind.

    Raises:
        Denied: not somebody who leads.
    """
    here = held_leading(who, session_id)
    session = here.session
    if session.is_rehearsal:
        session.delete()
        transaction.on_commit(scrub)
    elif session.state != SessionState.CLOSED:
        _close(who, here)
    return session


@transaction.atomic
def keep(who: Who, session_id: int, *, kept: bool = True) -> None:
    """Keep what was said in a session on purpose, or let it be forgotten in its time.

    Raises:
        Denied: not somebody who leads.
    """
    here = held_leading(who, session_id)
    moved(here, Happened.KEPT, leader_id(who), is_kept=kept)


def forget_expired() -> int:
    """Forget what was said in every session whose days are over and that nobody kept.

    Options lose their words and keep what opened them. What was agreed (next steps, what is
    carried over) and what became contributions stays, without who said it.

    Returns:
        How many sessions were forgotten.
    """
    due = Session.objects.filter(keep_until__lte=now(), is_kept=False, forgotten_at=None)
    ids = list(due.values_list("id", flat=True))
    return sum(_forget(session_id) for session_id in ids)


def _close(who: Who, here: Seat) -> None:
    session, at = here.session, now()
    Link.objects.filter(session=session).delete()
    Undo.objects.filter(session=session).delete()
    until = at + timedelta(days=session.keep_days)
    closed = {"state": SessionState.CLOSED, "closed_at": at, "keep_until": until}
    moved(here, Happened.CLOSED, leader_id(who), **closed)
    record(
        Verb.CLOSED,
        Thing.SESSION,
        session.id,
        organisation_id=session.organisation_id,
        actor_id=leader_id(who),
    )


@transaction.atomic
def _forget(session_id: int) -> bool:
    due = Session.objects.select_for_update().filter(id=session_id, is_kept=False)
    session = due.filter(forgotten_at=None).first()
    if session is None:  # kept in the same moment
        return False
    for table in (Entry, CardGroup, Assumption, Undo, Participant):
        table._default_manager.filter(session=session).delete()
    ActionOption.objects.filter(session=session).update(text="")
    moved(Seat(session, None, facilitates=False), Happened.FORGOT, forgotten_at=now())
    transaction.on_commit(scrub)
    return True
