"""Saying yes or no to a question, and giving it back."""

from django.db import transaction

from handlerum.core.clock import now
from handlerum.organisations.access import Denied, Reader
from handlerum.sparring.models import Question
from handlerum.sparring.problems import refuse_for
from handlerum.sparring.rules.problem import Code
from handlerum.sparring.services.writing import go_on, held, move, take, tell
from handlerum.sparring.terms import QuestionState, Turn
from handlerum.trail.terms import Verb


@transaction.atomic
def accept(reader: Reader, question_id: int) -> Question:
    """Say yes to a question one was asked. Of two at once the first has it; again changes nothing.

    Raises:
        Denied: the reader was not asked.
        Refused: somebody else has it, or it is over.
    """
    question = held(reader, question_id)
    take(reader, question)
    return question


@transaction.atomic
def decline(reader: Reader, question_id: int) -> None:
    """Say "not just now", without a reason; who said yes gives the question back.

    Raises:
        Denied: the reader was not asked.
        Refused: it is over, or the reader has answered already.
    """
    question = held(reader, question_id)
    if question.asker_id == reader.user_id:
        raise Denied
    go_on(question)
    if question.holder_id == reader.user_id:
        if question.state == QuestionState.ANSWERED:
            refuse_for(Code.HAS_ANSWERED)
        give_back(question)
    if question.asked.filter(user_id=reader.user_id, declined_at=None).update(declined_at=now()):
        tell(reader, Verb.DECLINED, question)
    if question.holder_id is None:
        left = question.asked.filter(declined_at=None).exists()
        move(question, Turn.ASKED if left else Turn.ASKER)


def give_back(question: Question) -> None:
    """Let the question wait for the others who were asked, as if nobody had said yes."""
    question.times.all().delete()
    question.holder = question.taken_at = None
    move(question, Turn.ASKED, QuestionState.OPEN)
