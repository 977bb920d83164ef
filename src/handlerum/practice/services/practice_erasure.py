"""Erasing practices for good, leaving those that others work by, and all that a person told."""

from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from handlerum.core.database import scrub
from handlerum.knowledge.terms import Audience
from handlerum.legislation.citing_services import forget_citations
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.terms import Role
from handlerum.practice.models import (
    Basis,
    Look,
    Note,
    PlaceReading,
    Practice,
    PracticeVersion,
    Weighed,
)
from handlerum.practice.queries.practices import colleagues
from handlerum.practice.services.writing import held, tell
from handlerum.practice.terms import PracticeState
from handlerum.privacy import ledger
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb

#: Who is asked first to look after what somebody left.
_HEIRS = (Role.ADMINISTRATOR, Role.LEADER, Role.KEY_PERSON, Role.CONSULTANT)


@transaction.atomic
def erase(reader: Reader, practice_id: int) -> None:
    """Erase a practice of one's own with its versions, when nobody works by it.

    Raises:
        Denied: not the reader's own, or others read it and it is in use.
        OSError: the deletion ledger cannot be written.
    """
    practice = held(reader, practice_id)
    if practice.owner_id != reader.user_id or not may_erase(practice):
        raise Denied
    ledger.note(ledger.Erased(Thing.PRACTICE, practice.id, practice.created_at))
    _erase([practice], reader.user_id)


def may_erase(practice: Practice) -> bool:
    """Whether nobody else works by it: only its owner reads it, or it is not in use."""
    return practice.audience == Audience.ME or practice.state == PracticeState.RETIRED


@transaction.atomic
def erase_all(reader: Reader) -> int:
    """Erase what the reader wrote of practices in the organisation.

    A practice that colleagues may read is not torn away: it becomes an administrator's, or
    another colleague's who may read it, and the reader's name leaves it, its versions, what was
    laid under it and its looks. What the reader noted on practices is erased.

    Returns:
        How many practices were erased.

    Raises:
        OSError: the deletion ledger cannot be written.
    """
    alone = []
    for row in _practices(reader):
        heir = _heir(row)
        if heir is None:
            alone.append(row)
        else:
            row.owner_id = heir
            row.save(update_fields=["owner"])
            tell(reader, Verb.LEFT, row)
    ledger.note(*(ledger.Erased(Thing.PRACTICE, row.id, row.created_at) for row in alone))
    _erase(alone, reader.user_id)
    _theirs(reader, Note.objects.all()).delete()
    for table in (PracticeVersion, Basis, Weighed, Look, PlaceReading):
        _theirs(reader, table._default_manager.all()).update(by=None)
    transaction.on_commit(scrub)
    return len(alone)


@transaction.atomic
def replay_erasures() -> int:
    """Erase again what the ledger names, after an older database was put back.

    Returns:
        How many practices had come back.
    """
    wanted = {(one.id, one.made) for one in ledger.entries(Thing.PRACTICE)}
    back: list[Practice] = []
    ids = sorted(number for number, _ in wanted)
    for start in range(0, len(ids), 500):
        rows = Practice.objects.filter(id__in=ids[start : start + 500])
        back += [row for row in rows if (row.id, row.created_at) in wanted]
    _erase(back, None)
    return len(back)


def everything_of(reader: Reader) -> dict[str, Any]:
    """All that a person told of practices in one organisation, as plain values."""
    words = ("practice_id", "number", "title", "text", "applies_to", "law", "why")
    return {
        "practices": [_as_data(row) for row in _practices(reader)],
        "practice_versions": _values(reader, PracticeVersion.objects.all(), *words),
        "practice_notes": _values(reader, Note.objects.all(), "practice_id", "kind", "text"),
        "practice_looks": _values(reader, Look.objects.all(), "practice_id", "conclusion"),
        "practice_basis": _values(
            reader, Basis.objects.all(), "practice_id", "contribution_id", "stance"
        ),
        "practice_weighed": _values(
            reader, Weighed.objects.all(), "practice_id", "consideration_id", "residue"
        ),
        "practice_places": _values(
            reader, PlaceReading.objects.all(), "practice_id", "fingerprint", "narrower"
        ),
    }


def _erase(rows: list[Practice], actor_id: int | None) -> None:
    forget_citations(Thing.PRACTICE, [row.id for row in rows])
    for row in rows:
        record(
            Verb.ERASED,
            Thing.PRACTICE,
            row.id,
            organisation_id=row.organisation_id,
            actor_id=actor_id,
        )
        row.delete()
    if rows:
        transaction.on_commit(scrub)


def _heir(practice: Practice) -> int | None:
    """Who looks after it from now on: one who may read it already, so that nothing is opened."""
    places = list(colleagues(practice).order_by("id").values_list("role", "user_id"))
    rank = {role.value: number for number, role in enumerate(_HEIRS)}
    places.sort(key=lambda place: rank.get(place[0], len(rank)))
    return places[0][1] if places else None


def _practices(reader: Reader) -> QuerySet[Practice]:
    mine = Practice.objects.filter(organisation_id=reader.organisation_id, owner_id=reader.user_id)
    return mine.order_by("id")


def _theirs(reader: Reader, rows: QuerySet[Any]) -> QuerySet[Any]:
    mine = Q(by_id=reader.user_id, practice__organisation_id=reader.organisation_id)
    return rows.filter(mine)


def _values(reader: Reader, rows: QuerySet[Any], *names: str) -> list[dict[str, Any]]:
    return list(_theirs(reader, rows).order_by("id").values("id", *names))


def _as_data(row: Practice) -> dict[str, Any]:
    names = ("id", "kind", "title", "text", "applies_to", "law", "state", "audience", "kept")
    return {name: getattr(row, name) for name in names} | {
        "next_look": row.next_look.isoformat() if row.next_look else None,
        "created_at": row.created_at.isoformat(),
        "changed_at": row.changed_at.isoformat(),
    }
