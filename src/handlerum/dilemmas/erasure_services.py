"""Erasing for good, and putting together all that a person told on boards."""

from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from handlerum.core.database import scrub
from handlerum.dilemmas.models import (
    Choice,
    Consequence,
    Consideration,
    Digest,
    Dilemma,
    Dismissed,
    FalseTest,
    Follow,
    Option,
    Weighing,
)
from handlerum.dilemmas.services.making import take_away
from handlerum.dilemmas.services.sides import forget_unused
from handlerum.organisations.access import Reader
from handlerum.privacy import ledger
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb


@transaction.atomic
def erase_all(reader: Reader) -> int:
    """Erase the reader's dilemmas in the organisation, and what they wrote on others' boards.

    What others have built on stays and becomes theirs: a chosen option, a consideration in use, a
    dilemma that somebody else owns now.

    Returns:
        How many dilemmas there were.

    Raises:
        OSError: the deletion ledger cannot be written.
    """
    rows = list(_dilemmas(reader))
    ledger.note(*(ledger.Erased(Thing.DILEMMA, row.id, row.created_at) for row in rows))
    _erase(rows, reader.user_id)
    _leave_boards(reader)
    _forget_digests(reader)
    transaction.on_commit(scrub)
    return len(rows)


@transaction.atomic
def replay_erasures() -> int:
    """Erase again what the ledger names, after an older database was put back.

    Returns:
        How many dilemmas had come back.
    """
    wanted = {(one.id, one.made) for one in ledger.entries(Thing.DILEMMA)}
    back: list[Dilemma] = []
    ids = sorted(number for number, _ in wanted)
    for start in range(0, len(ids), 500):
        rows = Dilemma.objects.filter(id__in=ids[start : start + 500])
        back += [row for row in rows if (row.id, row.created_at) in wanted]
    _erase(back, None)
    return len(back)


def everything_of(reader: Reader) -> dict[str, Any]:
    """All that a person told of dilemmas in one organisation, as plain values."""
    mine = Q(by_id=reader.user_id)
    here = Q(dilemma__organisation_id=reader.organisation_id)
    return {
        "dilemmas": [_as_data(row) for row in _dilemmas(reader)],
        "dilemmas_that_others_own_now": [_as_data(row) for row in _begun(reader)],
        "considerations": _values(_considerations(reader), "name", "bearer", "at_stake"),
        "weighings": _values(Weighing.objects.filter(mine & here), "contribution_id", "stance"),
        "options": _values(Option.objects.filter(mine & here), "text"),
        "consequences": _values(_consequences(reader), "option_id", "bearer", "text"),
        "choices": _values(
            Choice.objects.filter(mine & here), "option_id", "reasons", "residue", "why_fewer"
        ),
        "false_tests": _values(FalseTest.objects.filter(mine & here), "answers", "text", "verdict"),
    }


def _erase(rows: list[Dilemma], actor_id: int | None) -> None:
    for row in rows:
        record(
            Verb.ERASED,
            Thing.DILEMMA,
            row.id,
            organisation_id=row.organisation_id,
            actor_id=actor_id,
        )
        take_away(row)


def _leave_boards(reader: Reader) -> None:
    """Take away what the reader wrote on boards of others."""
    mine = Q(by_id=reader.user_id, dilemma__organisation_id=reader.organisation_id)
    _begun(reader).update(begun_by=None)
    Weighing.objects.filter(mine).delete()
    FalseTest.objects.filter(mine).delete()
    _consequences(reader).delete()
    Option.objects.filter(mine, choices=None).delete()
    for option in Option.objects.filter(mine).select_related("dilemma"):
        option.by_id = option.dilemma.owner_id
        option.save(update_fields=["by"])
    forget_unused(_considerations(reader).values_list("id", flat=True))
    for used in _considerations(reader):
        side = used.sides.select_related("dilemma").first()
        used.by_id = side.dilemma.owner_id if side else used.by_id
        used.save(update_fields=["by"])
    followed = Follow.objects.filter(user_id=reader.user_id)
    followed.filter(dilemma__organisation_id=reader.organisation_id).delete()
    Dismissed.objects.filter(
        organisation_id=reader.organisation_id, user_id=reader.user_id
    ).delete()


def _forget_digests(reader: Reader) -> None:
    """Forget what the person was told by e-mail, unless they follow something elsewhere."""
    if not Follow.objects.filter(user_id=reader.user_id).exists():
        Digest.objects.filter(user_id=reader.user_id).delete()


def _dilemmas(reader: Reader) -> QuerySet[Dilemma]:
    mine = Dilemma.objects.filter(organisation_id=reader.organisation_id, owner_id=reader.user_id)
    return mine.order_by("id")


def _begun(reader: Reader) -> QuerySet[Dilemma]:
    """Those that the reader made and somebody else owns now."""
    theirs = Dilemma.objects.filter(organisation_id=reader.organisation_id)
    return theirs.filter(begun_by_id=reader.user_id).order_by("id")


def _considerations(reader: Reader) -> QuerySet[Consideration]:
    return Consideration.objects.filter(
        organisation_id=reader.organisation_id, by_id=reader.user_id
    )


def _consequences(reader: Reader) -> QuerySet[Consequence]:
    return Consequence.objects.filter(
        by_id=reader.user_id, option__dilemma__organisation_id=reader.organisation_id
    )


def _values(rows: QuerySet[Any], *names: str) -> list[dict[str, Any]]:
    return list(rows.order_by("id").values("id", *names))


def _as_data(row: Dilemma) -> dict[str, Any]:
    names = ("id", "question", "text", "state", "audience", "kept")
    return {name: getattr(row, name) for name in names} | {
        "created_at": row.created_at.isoformat(),
        "changed_at": row.changed_at.isoformat(),
    }
