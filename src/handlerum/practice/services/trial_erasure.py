"""Erasing for good what a person told in trials and frame requests, and putting it together."""

from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet

from handlerum.core.database import scrub
from handlerum.organisations.access import Reader
from handlerum.practice.models import FrameJoin, FrameRequest, Trial
from handlerum.practice.services.frames import give_on, take_away
from handlerum.privacy import ledger
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb


@transaction.atomic
def erase_all(reader: Reader) -> int:
    """Erase the reader's trials and frame requests in the organisation.

    A trial that a colleague told of becomes that colleague's. A request that others ask along for
    becomes theirs. What the reader answered as a leader stays, since others act on it, without
    their name. Call it before contributions are erased: they say who told.

    Returns:
        How many trials and requests were erased.

    Raises:
        OSError: the deletion ledger cannot be written.
    """
    _hand_on(reader)
    trials, requests = list(_trials(reader)), list(_requests(reader))
    ledger.note(*(ledger.Erased(Thing.TRIAL, row.id, row.created_at) for row in trials))
    _erase(trials, reader.user_id)
    gone = sum(give_on(row, reader.user_id) for row in requests)
    _leave(reader)
    transaction.on_commit(scrub)
    return len(trials) + gone


@transaction.atomic
def replay_erasures() -> int:
    """Erase again what the ledger names, after an older database was put back.

    Returns:
        How many trials and requests had come back.
    """
    trials = _back(Trial.objects.all(), Thing.TRIAL)
    requests = _back(FrameRequest.objects.all(), Thing.FRAME_REQUEST)
    _erase(trials, None)
    for row in requests:
        take_away(row, None)
    return len(trials) + len(requests)


def everything_of(reader: Reader) -> dict[str, Any]:
    """All that a person told of trials and frames in one organisation, as plain values."""
    return {
        "trials": [_as_data(row, *_TRIAL) for row in _trials(reader)],
        "frame_requests": [_as_data(row, *_REQUEST) for row in _requests(reader)],
        "frame_joins": [_as_data(row, "request_id", "shows_name") for row in _joins(reader)],
        "frame_answers": [_as_data(row, "condition", *_ANSWER) for row in _answered(reader)],
    }


_TRIAL = (
    *("what", "expected", "surprise", "sign", "state", "outcome", "why_dropped"),
    *("audience", "kept", "contribution_id"),
)
_REQUEST = ("kind", "condition", "hinders", "asks", "shows_name", "audience", "kept")
_ANSWER = ("answer", "reason")


def _hand_on(reader: Reader) -> None:
    """What colleagues told of is theirs from now on."""
    others = ~Q(contribution__author_id=reader.user_id) & ~Q(contribution=None)
    for row in _trials(reader).filter(others).annotate(by=F("contribution__author_id")):
        row.owner_id = row.by
        row.save(update_fields=["owner"])


def _erase(rows: list[Trial], actor_id: int | None) -> None:
    for row in rows:
        record(
            Verb.ERASED,
            Thing.TRIAL,
            row.id,
            organisation_id=row.organisation_id,
            actor_id=actor_id,
        )
        row.delete()


def _leave(reader: Reader) -> None:
    """Take the reader's name from what others asked."""
    _joins(reader).delete()
    here = FrameRequest.objects.filter(organisation_id=reader.organisation_id)
    here.filter(leader_id=reader.user_id).update(leader=None)
    _answered(reader).update(answered_by=None)


def _back(rows: QuerySet[Any], thing: Thing) -> list[Any]:
    wanted = {(one.id, one.made) for one in ledger.entries(thing)}
    ids = sorted(number for number, _ in wanted)
    found: list[Any] = []
    for start in range(0, len(ids), 500):
        there = rows.filter(id__in=ids[start : start + 500])
        found += [row for row in there if (row.id, row.created_at) in wanted]
    return found


def _trials(reader: Reader) -> QuerySet[Trial]:
    mine = Trial.objects.filter(organisation_id=reader.organisation_id, owner_id=reader.user_id)
    return mine.order_by("id")


def _requests(reader: Reader) -> QuerySet[FrameRequest]:
    here = FrameRequest.objects.filter(organisation_id=reader.organisation_id)
    return here.filter(owner_id=reader.user_id).order_by("id")


def _joins(reader: Reader) -> QuerySet[FrameJoin]:
    mine = FrameJoin.objects.filter(user_id=reader.user_id)
    return mine.filter(request__organisation_id=reader.organisation_id)


def _answered(reader: Reader) -> QuerySet[FrameRequest]:
    here = FrameRequest.objects.filter(organisation_id=reader.organisation_id)
    return here.filter(answered_by_id=reader.user_id)


def _as_data(row: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("id", *names)}
