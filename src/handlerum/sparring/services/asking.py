"""Asking a colleague, or all who offered a topic."""

from collections.abc import Iterable

from django.db import transaction

from handlerum.dilemmas.access import readable as readable_dilemma
from handlerum.knowledge.access import readable as readable_contribution
from handlerum.organisations.access import Reader
from handlerum.organisations.models import Membership
from handlerum.sparring.models import Asked, Offer, Question
from handlerum.sparring.problems import refuse, refuse_for
from handlerum.sparring.rules.asking import question_problems, topic_key
from handlerum.sparring.rules.problem import Code
from handlerum.sparring.services.writing import held_own, move, one_at_a_time, tell
from handlerum.sparring.telling import QuestionTelling, To
from handlerum.sparring.terms import QuestionState, Turn
from handlerum.trail.terms import Verb


@transaction.atomic
def ask(reader: Reader, telling: QuestionTelling) -> Question:
    """Put a question to a colleague, or to all who offered a topic. Sent twice, it asks once.

    Raises:
        Denied: what it is about is not the reader's to see.
        Refused: it may not be stored as it is, or there is nobody to ask.
    """
    refuse(question_problems(telling))
    one_at_a_time(reader)
    before = Question.objects.filter(asker_id=reader.user_id, key=telling.key or None).first()
    if before:
        return before
    question = Question(
        organisation_id=reader.organisation_id,
        asker_id=reader.user_id,
        question=telling.question.strip(),
        text=telling.text.strip(),
        key=telling.key,
    )
    if telling.dilemma_id is not None:
        question.dilemma = readable_dilemma(reader, telling.dilemma_id)
    if telling.contribution_id is not None:
        question.about = readable_contribution(reader, telling.contribution_id)
    people = _people(reader, question, telling.to)
    question.save()
    _put(question, people, by_name=not telling.to.topic)
    tell(reader, Verb.ASKED, question)
    return question


@transaction.atomic
def ask_again(reader: Reader, question_id: int, to: To) -> Question:
    """Put one's own question, which nobody has yet, to somebody else too.

    Raises:
        Denied: not the reader's own.
        Refused: there is nobody new to ask, or somebody has it already.
    """
    question = held_own(reader, question_id)
    if question.state != QuestionState.OPEN:
        refuse_for(Code.HAS_SOMEBODY if question.holder_id else Code.OVER)
    if to.colleague_id is None and not to.topic:
        refuse_for(Code.MISSING, "to")
    people = _people(reader, question, to)
    if not _put(question, people, by_name=not to.topic):
        refuse_for(Code.ASKED_BEFORE, "to")
    move(question, Turn.ASKED)
    tell(reader, Verb.ASKED, question)
    return question


def _people(reader: Reader, question: Question, to: To) -> list[int]:
    """The users to ask; a topic is noted on the question."""
    members = Membership.objects.filter(
        organisation_id=reader.organisation_id, is_active=True, user__is_active=True
    ).exclude(user_id=reader.user_id)
    if not to.topic:
        found = members.filter(user_id=to.colleague_id or 0).values_list("user_id", flat=True)
        if not found:
            refuse_for(Code.NOT_A_COLLEAGUE, "to")
        return list(found)
    offers = Offer.objects.filter(
        organisation_id=reader.organisation_id,
        key=topic_key(to.topic),
        user_id__in=members.values("user_id"),
    ).order_by("id")
    if not offers:
        refuse_for(Code.NOBODY_OFFERED, "to")
    question.topic, question.topic_key = offers[0].topic, offers[0].key
    return [offer.user_id for offer in offers]


def _put(question: Question, people: Iterable[int], *, by_name: bool) -> int:
    """Note who is asked. Returns how many were not asked before."""
    before = set(question.asked.values_list("user_id", flat=True))
    new = [Asked(question=question, user_id=p, by_name=by_name) for p in people if p not in before]
    return len(Asked.objects.bulk_create(new))
