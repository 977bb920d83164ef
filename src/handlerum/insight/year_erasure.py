"""Forgetting a person in the year's status, and handing out what they told there."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from handlerum.core.database import scrub
from handlerum.insight.models import EarlierText, Nomination, Principle, YearStatus
from handlerum.insight.services.nominating import erased
from handlerum.organisations.access import Reader
from handlerum.privacy import ledger
from handlerum.trail.terms import Thing


@transaction.atomic
def erase_all(reader: Reader) -> int:
    """Take away the reader's nominations, and their name from what the organisation wrote.

    The document is the organisation's: its texts stay without saying who wrote them. So does a
    nomination that a group has chosen.

    Returns:
        How many nominations were erased.

    Raises:
        OSError: the deletion ledger cannot be written.
    """
    mine = _nominations(reader)
    rows = list(mine.filter(chosen_at=None))
    ledger.note(*(erased(row) for row in rows))
    mine.filter(chosen_at=None).delete()
    mine.update(by=None)
    here = YearStatus.objects.filter(organisation_id=reader.organisation_id)
    here.filter(begun_by_id=reader.user_id).update(begun_by=None)
    here.filter(published_by_id=reader.user_id).update(published_by=None)
    _texts(reader).update(by=None)
    _principles(reader).update(by=None)
    Nomination.objects.filter(
        organisation_id=reader.organisation_id, chosen_by_id=reader.user_id
    ).update(chosen_by=None)
    transaction.on_commit(scrub)
    return len(rows)


def everything_of(reader: Reader) -> dict[str, Any]:
    """All that a person told for the year's status in one organisation, as plain values."""
    named = ("contribution_id", "trial_id", "reason")
    return {
        "nominations": _values(_nominations(reader), *named),
        "year_texts": _values(_texts(reader), "part__part", "text"),
        "principles": _values(_principles(reader), "name", "meaningful", "followed", "results"),
    }


@transaction.atomic
def replay_erasures() -> int:
    """Erase again what the ledger names, after an older database was put back.

    Returns:
        How many drafts and nominations had come back.
    """
    wanted = {(one.id, one.made) for one in ledger.entries(Thing.YEAR_STATUS)}
    ids = [number for number, _ in wanted]
    drafts = YearStatus.objects.filter(id__in=ids)
    named = Nomination.objects.filter(id__in=ids)
    back: list[YearStatus | Nomination] = [
        *(row for row in drafts if (row.id, row.created_at) in wanted),
        *(row for row in named if (row.id, row.at) in wanted),
    ]
    for row in back:
        row.delete()
    return len(back)


def _nominations(reader: Reader) -> QuerySet[Nomination]:
    return Nomination.objects.filter(organisation_id=reader.organisation_id, by_id=reader.user_id)


def _texts(reader: Reader) -> QuerySet[EarlierText]:
    return EarlierText.objects.filter(
        part__status__organisation_id=reader.organisation_id, by_id=reader.user_id
    )


def _principles(reader: Reader) -> QuerySet[Principle]:
    return Principle.objects.filter(
        status__organisation_id=reader.organisation_id, by_id=reader.user_id
    )


def _values(rows: QuerySet[Any], *names: str) -> list[dict[str, Any]]:
    return list(rows.order_by("id").values("id", *names))
