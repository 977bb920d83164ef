"""Saying what one likes to spar on, and taking it back."""

from django.db import transaction
from django.db.models import QuerySet

from handlerum.organisations.access import Denied, Reader
from handlerum.sparring.models import Asked, Offer, Question
from handlerum.sparring.problems import refuse
from handlerum.sparring.rules.asking import offer_problems, topic_key
from handlerum.sparring.services.writing import move, one_at_a_time
from handlerum.sparring.telling import Kept
from handlerum.sparring.terms import QuestionState, Turn
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb


@transaction.atomic
def offer(reader: Reader, topic: str, kept: Kept = ()) -> Offer:
    """Offer to spar on a topic; questions that wait for somebody there now wait for the reader too.

    Raises:
        Refused: it may not be stored as it is, or the reader offers enough.
    """
    one_at_a_time(reader)
    topic, key = " ".join(topic.split()), topic_key(topic)
    mine = _mine(reader)
    before = mine.filter(key=key).first()
    if before:
        return before
    refuse(offer_problems(topic, kept, mine.count()))
    made = Offer.objects.create(
        organisation_id=reader.organisation_id,
        user_id=reader.user_id,
        topic=_spelt(reader, key) or topic,
        key=key,
    )
    for question in _waiting(reader, key).select_for_update():
        new = Asked.objects.get_or_create(question=question, user_id=reader.user_id)[1]
        if new and question.turn == Turn.ASKER:
            move(question, Turn.ASKED)
    _tell(reader, Verb.CREATED, made)
    return made


@transaction.atomic
def take_back(reader: Reader, offer_id: int) -> None:
    """Offer a topic no more; questions to it that nobody has yet are no longer put to the reader.

    Raises:
        Denied: it is not the reader's own.
    """
    row = _mine(reader).filter(id=offer_id).first()
    if row is None:
        raise Denied
    for question in _waiting(reader, row.key).select_for_update():
        put = question.asked.filter(user_id=reader.user_id, by_name=False, declined_at=None)
        gone = put.delete()[0]
        if gone and not question.asked.filter(declined_at=None).exists():
            move(question, Turn.ASKER)
    _tell(reader, Verb.DELETED, row)
    row.delete()


def _mine(reader: Reader) -> QuerySet[Offer]:
    return Offer.objects.filter(organisation_id=reader.organisation_id, user_id=reader.user_id)


def _waiting(reader: Reader, key: str) -> QuerySet[Question]:
    return Question.objects.filter(
        organisation_id=reader.organisation_id, topic_key=key, state=QuestionState.OPEN
    ).exclude(asker_id=reader.user_id)


def _spelt(reader: Reader, key: str) -> str | None:
    """How the topic is spelt by the first who offered it."""
    first = Offer.objects.filter(organisation_id=reader.organisation_id, key=key).order_by("id")
    return first.values_list("topic", flat=True).first()


def _tell(reader: Reader, verb: Verb, row: Offer) -> None:
    record(
        verb,
        Thing.OFFER,
        row.id,
        organisation_id=reader.organisation_id,
        actor_id=reader.user_id,
    )
