"""Ending a question: closing, taking back, erasing, and what was made of it."""

from django.db import transaction

from handlerum.core.database import scrub
from handlerum.knowledge.access import own as own_contribution
from handlerum.organisations.access import Denied, Reader
from handlerum.privacy import ledger
from handlerum.sparring.models import Question
from handlerum.sparring.problems import refuse_for
from handlerum.sparring.rules.problem import Code
from handlerum.sparring.services.writing import held_between, held_own, move, tell
from handlerum.sparring.terms import QuestionState, Turn
from handlerum.trail.terms import Thing, Verb


@transaction.atomic
def close(reader: Reader, question_id: int) -> None:
    """Say that the two are done; either of them may.

    Raises:
        Denied: the reader neither asked it nor has it.
        Refused: nobody has said yes to it yet.
    """
    question = held_between(reader, question_id)
    if question.holder_id is None:
        refuse_for(Code.NOBODY_YET)
    if question.state not in (QuestionState.CLOSED, QuestionState.WITHDRAWN):
        move(question, Turn.NOBODY, QuestionState.CLOSED)
        tell(reader, Verb.CLOSED, question)


@transaction.atomic
def withdraw(reader: Reader, question_id: int) -> None:
    """Take back one's own question: nobody else sees it from now on.

    Raises:
        Denied: not the reader's own.
        Refused: it was answered or closed.
    """
    question = held_own(reader, question_id)
    if question.state in (QuestionState.ANSWERED, QuestionState.CLOSED):
        refuse_for(Code.HAS_ANSWERED)
    if question.state != QuestionState.WITHDRAWN:
        move(question, Turn.NOBODY, QuestionState.WITHDRAWN)
        tell(reader, Verb.WITHDREW, question)


@transaction.atomic
def erase(reader: Reader, question_id: int) -> None:
    """Erase one's own question with all that was written to it; a line in the trail stays.

    What became a contribution stays.

    Raises:
        Denied: not the reader's own.
        OSError: the deletion ledger cannot be written.
    """
    question = held_own(reader, question_id)
    ledger.note(ledger.Erased(Thing.QUESTION, question.id, question.created_at))
    tell(reader, Verb.ERASED, question)
    question.delete()
    transaction.on_commit(scrub)


@transaction.atomic
def became(reader: Reader, question_id: int, contribution_id: int) -> Question:
    """Note which contribution one of the two made of their talk. The first stays.

    Raises:
        Denied: the reader is not one of the two, nobody has the question, or the contribution is
            not the reader's own.
    """
    question = held_between(reader, question_id)
    made = own_contribution(reader, contribution_id)
    if question.holder_id is None:
        raise Denied
    if question.contribution_id is None:
        question.contribution = made
        question.save(update_fields=["contribution"])
        tell(reader, Verb.PUBLISHED, question)
    return question
