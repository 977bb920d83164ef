"""Erasing for good, and putting together all that a person told in sparring."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from handlerum.core.database import scrub
from handlerum.organisations.access import Reader
from handlerum.privacy import ledger
from handlerum.sparring.models import Asked, Offer, Question, Reply
from handlerum.sparring.services.holding import give_back
from handlerum.sparring.services.writing import move
from handlerum.sparring.terms import QuestionState, Turn
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb


@transaction.atomic
def erase_all(reader: Reader) -> int:
    """Erase the reader's questions and offers, and what they wrote to the questions of others.

    Questions of others that the reader had said yes to wait for somebody else again; those that
    were answered are closed.

    Returns:
        How many questions there were.

    Raises:
        OSError: the deletion ledger cannot be written.
    """
    rows = list(_questions(reader))
    ledger.note(*(ledger.Erased(Thing.QUESTION, row.id, row.created_at) for row in rows))
    _erase(rows, reader.user_id)
    _leave(reader)
    transaction.on_commit(scrub)
    return len(rows)


@transaction.atomic
def replay_erasures() -> int:
    """Erase again what the ledger names, after an older database was put back.

    Returns:
        How many questions had come back.
    """
    wanted = {(one.id, one.made) for one in ledger.entries(Thing.QUESTION)}
    back: list[Question] = []
    ids = sorted(number for number, _ in wanted)
    for start in range(0, len(ids), 500):
        rows = Question.objects.filter(id__in=ids[start : start + 500])
        back += [row for row in rows if (row.id, row.created_at) in wanted]
    _erase(back, None)
    return len(back)


def everything_of(reader: Reader) -> dict[str, Any]:
    """All that a person told of sparring in one organisation, as plain values."""
    offers = _offers(reader).order_by("id").values("topic", "created_at")
    replies = _replies(reader).order_by("id").values("question_id", "text", "at")
    names = ("id", "question", "text", "topic", "state", "created_at")
    return {
        "offers": [_plain(row) for row in offers],
        "questions": [_plain(row) for row in _questions(reader).values(*names)],
        "replies": [_plain(row) for row in replies],
    }


def _erase(rows: list[Question], actor_id: int | None) -> None:
    for row in rows:
        record(
            Verb.ERASED,
            Thing.QUESTION,
            row.id,
            organisation_id=row.organisation_id,
            actor_id=actor_id,
        )
        row.delete()


def _leave(reader: Reader) -> None:
    """Take away what the reader wrote to others, and their place among those who were asked."""
    here = Question.objects.filter(organisation_id=reader.organisation_id)
    _replies(reader).delete()
    _offers(reader).delete()
    Asked.objects.filter(user_id=reader.user_id, question__in=here).delete()
    for question in here.filter(holder_id=reader.user_id):
        if question.state == QuestionState.TAKEN:
            give_back(question)
        else:
            question.times.all().delete()
            question.holder = None
            move(question, Turn.NOBODY, QuestionState.CLOSED)
    alone = here.filter(state=QuestionState.OPEN, turn=Turn.ASKED).exclude(
        id__in=Asked.objects.filter(declined_at=None).values("question_id")
    )
    alone.update(turn=Turn.ASKER)


def _questions(reader: Reader) -> QuerySet[Question]:
    mine = Question.objects.filter(organisation_id=reader.organisation_id, asker_id=reader.user_id)
    return mine.order_by("id")


def _offers(reader: Reader) -> QuerySet[Offer]:
    return Offer.objects.filter(organisation_id=reader.organisation_id, user_id=reader.user_id)


def _replies(reader: Reader) -> QuerySet[Reply]:
    return Reply.objects.filter(
        by_id=reader.user_id, question__organisation_id=reader.organisation_id
    )


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """Moments as text, as a file has them."""
    return {n: v.isoformat() if hasattr(v, "isoformat") else v for n, v in row.items()}
