"""Erasing a session for good, and all that a person said in sessions."""

from django.db import transaction

from handlerum.core.database import scrub
from handlerum.organisations.access import Reader
from handlerum.privacy import ledger
from handlerum.reflection.access import Who
from handlerum.reflection.models import Facilitation, NextStep, Participant, Session, Variant
from handlerum.reflection.services.entries import TABLES
from handlerum.reflection.services.writing import held_leading, leader_id
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb


@transaction.atomic
def delete(who: Who, session_id: int) -> None:
    """Erase a session with all that is in it; what became contributions stays.

    Raises:
        Denied: not the one who leads now.
        OSError: the deletion ledger cannot be written.
    """
    session = held_leading(who, session_id).session
    ledger.note(ledger.Erased(Thing.SESSION, session.id, session.created_at))
    _erase([session], leader_id(who))
    transaction.on_commit(scrub)


@transaction.atomic
def erase_all(reader: Reader) -> int:
    """Erase the sessions that the reader leads alone, and all they said in those of others.

    Sessions with others on the rota go on with the next of them.

    Returns:
        How many sessions were erased.

    Raises:
        OSError: the deletion ledger cannot be written.
    """
    here = Session.objects.filter(organisation_id=reader.organisation_id)
    Facilitation.objects.filter(session__in=here, user_id=reader.user_id).delete()
    alone = []
    for session in here.filter(facilitator_id=reader.user_id):
        other = session.facilitations.first()
        if other is None:
            alone.append(session)
        else:
            session.facilitator_id = other.user_id
            session.save(update_fields=["facilitator"])
    ledger.note(*(ledger.Erased(Thing.SESSION, one.id, one.created_at) for one in alone))
    _erase(alone, reader.user_id)
    _leave(reader)
    transaction.on_commit(scrub)
    return len(alone)


@transaction.atomic
def replay_erasures() -> int:
    """Erase again what the ledger names, after an older database was put back.

    Returns:
        How many sessions had come back.
    """
    wanted = {(one.id, one.made) for one in ledger.entries(Thing.SESSION)}
    rows = Session.objects.filter(id__in=[number for number, _ in wanted])
    back = [row for row in rows if (row.id, row.created_at) in wanted]
    _erase(back, None)
    return len(back)


def _erase(rows: list[Session], actor_id: int | None) -> None:
    for row in rows:
        record(
            Verb.ERASED,
            Thing.SESSION,
            row.id,
            organisation_id=row.organisation_id,
            actor_id=actor_id,
        )
        row.delete()


def _leave(reader: Reader) -> None:
    """Take away what the reader said in sessions of others, and their place in them."""
    mine = Participant.objects.filter(
        user_id=reader.user_id, session__organisation_id=reader.organisation_id
    )
    for table in TABLES.values():
        table._default_manager.filter(participant__in=mine).delete()
    here = reader.organisation_id
    Variant.objects.filter(organisation_id=here, by_id=reader.user_id).update(by=None)
    NextStep.objects.filter(
        owner_id=reader.user_id, session__organisation_id=reader.organisation_id
    ).update(owner=None)
    mine.delete()
