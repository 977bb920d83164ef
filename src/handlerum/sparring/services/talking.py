"""Writing to each other, and finding a time to talk."""

from django.db import transaction

from handlerum.core.clock import now
from handlerum.core.database import scrub
from handlerum.organisations.access import Denied, Reader
from handlerum.sparring.models import Question, Reply, Time
from handlerum.sparring.problems import refuse, refuse_for
from handlerum.sparring.rules.asking import reply_problems, times_problems
from handlerum.sparring.rules.problem import Code
from handlerum.sparring.services.writing import go_on, held, held_own, move, take, tell
from handlerum.sparring.telling import Kept, TimesTelling
from handlerum.sparring.terms import QuestionState, Turn
from handlerum.trail.terms import Verb


@transaction.atomic
def write(reader: Reader, question_id: int, text: str, *, kept: Kept = (), key: str = "") -> Reply:
    """Answer in writing, which also says yes; or, as the asker, write back. Twice counts once.

    Args:
        key: made when the form was opened.

    Raises:
        Denied: the reader neither asked nor was asked.
        Refused: it may not be stored as it is, somebody else has it, or it is over.
    """
    question = held(reader, question_id)
    before = question.replies.filter(by_id=reader.user_id, key=key or None).first()
    if before:
        return before
    refuse(reply_problems(text, kept))
    asking = question.asker_id == reader.user_id
    if asking:
        go_on(question)
        move(question, Turn.HOLDER if question.holder_id else Turn(question.turn))
    else:
        take(reader, question)
        move(question, Turn.ASKER, QuestionState.ANSWERED)
    made = Reply.objects.create(question=question, by_id=reader.user_id, text=text.strip(), key=key)
    tell(reader, Verb.NOTED if asking else Verb.ANSWERED, question)
    return made


@transaction.atomic
def remove_reply(reader: Reader, reply_id: int) -> Question:
    """Erase what one wrote oneself, whether or not the question is over.

    Raises:
        Denied: somebody else wrote it, or there is none.
    """
    row = Reply.objects.filter(
        id=reply_id, by_id=reader.user_id, question__organisation_id=reader.organisation_id
    ).first()
    if row is None:
        raise Denied
    question = held(reader, row.question_id)
    row.delete()
    tell(reader, Verb.DELETED, question)
    transaction.on_commit(scrub)
    return question


@transaction.atomic
def propose_times(reader: Reader, question_id: int, telling: TimesTelling) -> None:
    """Propose times to talk, which also says yes. New ones take the place of those before.

    Raises:
        Denied: the reader was not asked.
        Refused: a time has gone, there are too many, somebody else has it, or it is over.
    """
    question = held(reader, question_id)
    refuse(times_problems(telling, now()))
    take(reader, question)
    question.times.all().delete()
    Time.objects.bulk_create(
        Time(question=question, at=at, how=telling.how.strip()) for at in sorted(set(telling.times))
    )
    move(question, Turn.ASKER)
    tell(reader, Verb.PROPOSED, question)


@transaction.atomic
def agree(reader: Reader, question_id: int, time_id: int) -> Time:
    """Confirm one of the times, as the one who asked; the others fall away.

    Raises:
        Denied: not the reader's own question.
        Refused: the time is not proposed any more, or it is over.
    """
    question = held_own(reader, question_id)
    go_on(question)
    time = question.times.filter(id=time_id).first()
    if time is None:
        refuse_for(Code.NO_SUCH_TIME)
    if not time.agreed:
        question.times.exclude(id=time.id).delete()
        time.agreed = True
        time.save(update_fields=["agreed"])
        move(question, Turn.NOBODY)
        tell(reader, Verb.CHOSE, question)
    return time


@transaction.atomic
def no_time_fits(reader: Reader, question_id: int) -> None:
    """Take the times away, as the one who asked, so that others can be proposed.

    Raises:
        Denied: not the reader's own question.
        Refused: it is over.
    """
    question = held_own(reader, question_id)
    go_on(question)
    if question.times.all().delete()[0]:
        move(question, Turn.HOLDER)
        tell(reader, Verb.CHANGED, question)
