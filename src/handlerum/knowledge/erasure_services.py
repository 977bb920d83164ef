"""Erasing for good, and putting together all that a person told."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from handlerum.core.clock import now
from handlerum.core.database import scrub
from handlerum.knowledge.access import own
from handlerum.knowledge.models import CONTENT_FIELDS, Contribution, Link
from handlerum.knowledge.services import forget_unused
from handlerum.legislation.citing_services import forget_citations
from handlerum.organisations.access import Reader
from handlerum.privacy import ledger
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb

_SOURCE = ("title", "authors", "year", "publisher", "url")


@transaction.atomic
def erase(reader: Reader, contribution_id: int) -> None:
    """Erase one's own contribution with its versions and links; a line in the trail stays.

    Raises:
        Denied: not the reader's own.
        OSError: the deletion ledger cannot be written.
    """
    _erase([own(reader, contribution_id)], reader.user_id)


@transaction.atomic
def erase_all(reader: Reader) -> int:
    """Erase everything the reader has told in the organisation.

    Returns:
        How many contributions there were.

    Raises:
        OSError: the deletion ledger cannot be written.
    """
    rows = list(_everything(reader))
    _erase(rows, reader.user_id)
    return len(rows)


@transaction.atomic
def replay_erasures() -> int:
    """Erase again what the ledger names, after an older database was put back.

    Returns:
        How many contributions had come back.
    """
    wanted = {(one.id, one.made) for one in ledger.entries(Thing.CONTRIBUTION)}
    back: list[Contribution] = []
    ids = sorted(number for number, _ in wanted)
    for start in range(0, len(ids), 500):
        rows = Contribution.objects.filter(id__in=ids[start : start + 500])
        back += [row for row in rows if (row.id, row.created_at) in wanted]
    _erase(back, None, noted=True)
    return len(back)


def everything_of(reader: Reader) -> dict[str, Any]:
    """All that a person told in one organisation, in words that need no Handlerum to be read."""
    rows = (
        _everything(reader).select_related("source", "team").prefetch_related("topics", "versions")
    )
    return {"exported_at": now().isoformat(), "contributions": [_as_data(row) for row in rows]}


def _everything(reader: Reader) -> Any:
    mine = Contribution.objects.filter(
        organisation_id=reader.organisation_id, author_id=reader.user_id
    )
    return mine.order_by("id")


def _erase(rows: Iterable[Contribution], actor_id: int | None, *, noted: bool = False) -> None:
    rows = list(rows)
    if not noted:
        ledger.note(*(ledger.Erased(Thing.CONTRIBUTION, row.id, row.created_at) for row in rows))
    forget_citations(Thing.CONTRIBUTION, [row.id for row in rows])
    for row in rows:
        record(
            Verb.ERASED,
            Thing.CONTRIBUTION,
            row.id,
            organisation_id=row.organisation_id,
            actor_id=actor_id,
        )
        sources = {row.source, *(version.source for version in row.versions.all())}
        topics = list(row.topics.all())
        row.delete()
        for source in sources:
            forget_unused(source, topics)
    # What was overwritten in the database still stands in its log until that is emptied.
    transaction.on_commit(scrub)


def _as_data(row: Contribution) -> dict[str, Any]:
    return {
        "id": row.id,
        **_content(row),
        "topics": sorted(topic.name for topic in row.topics.all()),
        "audience": row.audience,
        "team": row.team.name if row.team else None,
        "kept": row.kept,
        "state": row.state,
        "created_at": row.created_at.isoformat(),
        "versions": [
            {"number": version.number, "at": version.at.isoformat(), "note": version.note}
            | _content(version)
            for version in row.versions.all()
        ],
        "links": list(Link.objects.filter(origin=row).values("target_id", "stance")),
    }


def _content(row: Any) -> dict[str, Any]:
    told = {name: getattr(row, name) for name in CONTENT_FIELDS if name != "source"}
    told["law_date"] = row.law_date.isoformat() if row.law_date else None
    source = row.source and {name: getattr(row.source, name) for name in _SOURCE}
    return told | {"source": source}
