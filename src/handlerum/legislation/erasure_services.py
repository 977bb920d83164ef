"""Erasing how one person read provisions, and putting it together to be handed out."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from handlerum.core.database import scrub
from handlerum.legislation.models import Correction
from handlerum.organisations.access import Reader
from handlerum.privacy import ledger
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb


@transaction.atomic
def erase_all(reader: Reader) -> int:
    """Erase the reader's readings in the organisation; the provisions' own words speak again.

    Returns:
        How many there were.

    Raises:
        OSError: the deletion ledger cannot be written.
    """
    rows = list(_readings(reader))
    ledger.note(*(ledger.Erased(Thing.CORRECTION, row.id, row.at) for row in rows))
    _erase(rows, reader.user_id)
    transaction.on_commit(scrub)
    return len(rows)


@transaction.atomic
def replay_erasures() -> int:
    """Erase again what the ledger names, after an older database was put back.

    Returns:
        How many readings had come back.
    """
    erased = {one.id: one.made for one in ledger.entries(Thing.CORRECTION)}
    rows = Correction.objects.filter(id__in=erased)
    # One that is written later has got the same number and is another.
    back = [row for row in rows if row.at <= erased[row.id]]
    _erase(back, None)
    return len(back)


def everything_of(reader: Reader) -> dict[str, Any]:
    """How the reader read provisions, as plain values."""
    rows = _readings(reader).select_related("act")
    return {"readings_of_law": [_as_data(row) for row in rows]}


def _erase(rows: list[Correction], actor_id: int | None) -> None:
    for row in rows:
        record(
            Verb.ERASED,
            Thing.CORRECTION,
            row.id,
            organisation_id=row.organisation_id,
            actor_id=actor_id,
        )
        row.delete()


def _readings(reader: Reader) -> QuerySet[Correction]:
    mine = Correction.objects.filter(organisation_id=reader.organisation_id)
    return mine.filter(by_id=reader.user_id).order_by("id")


def _as_data(row: Correction) -> dict[str, Any]:
    return {
        "act": row.act.name,
        "section": row.section,
        "subsection": row.subsection,
        "gives": row.gives,
        "reason": row.reason,
        "at": row.at.isoformat(),
    }
