"""Looking critically at a practice: dated, named, and with what came of it."""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from handlerum.core.clock import now, today
from handlerum.organisations.access import Reader
from handlerum.practice.models import Look
from handlerum.practice.problems import refuse
from handlerum.practice.rules.making import look_problems
from handlerum.practice.rules.problem import day_problems
from handlerum.practice.services.writing import cite, held_editable, tell
from handlerum.practice.telling import Kept
from handlerum.trail.terms import Verb


@transaction.atomic
def looked(
    reader: Reader,
    practice_id: int,
    *,
    conclusion: str,
    next_look: date | None,
    session_id: int | None = None,
    settle_notes: Collection[int] = (),
    kept: Kept = (),
) -> Look:
    """Say what came of a critical look. The law of today is meant from now on.

    Args:
        next_look: when it is looked at again; None: no day is set.
        session_id: the session in which it was done; whoever calls has looked it up.
        settle_notes: ids of the notes that were dealt with.

    Raises:
        Denied: it is not the reader's to change.
        Refused: the conclusion is missing or may not be stored, or the day is past.
    """
    practice = held_editable(reader, practice_id)
    refuse(
        look_problems(conclusion, kept)
        + day_problems("next_look", next_look, today(), needed=False)
    )
    row = Look.objects.create(
        practice=practice,
        session_id=session_id,
        conclusion=conclusion.strip(),
        by_id=reader.user_id,
    )
    standing = practice.notes.filter(settled_at=None, id__in=list(settle_notes))
    standing.update(settled_at=now())
    practice.next_look, practice.law_as_of = next_look, today()
    practice.save(update_fields=["next_look", "law_as_of"])
    cite(practice)
    tell(reader, Verb.LOOKED, practice)
    return row


@transaction.atomic
def plan_look(reader: Reader, practice_id: int, day: date | None) -> None:
    """Set the day of the next look, or none.

    Raises:
        Denied: it is not the reader's to change.
        Refused: the day is past, or too far off.
    """
    practice = held_editable(reader, practice_id)
    refuse(day_problems("next_look", day, today(), needed=False))
    practice.next_look = day
    practice.save(update_fields=["next_look"])
    tell(reader, Verb.CHANGED, practice)
