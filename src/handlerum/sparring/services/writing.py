"""What every write to a question begins and ends with."""

from handlerum.core.clock import now
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.models import Membership
from handlerum.sparring.access import between, own, readable
from handlerum.sparring.models import Question
from handlerum.sparring.problems import refuse_for
from handlerum.sparring.rules.problem import Code
from handlerum.sparring.terms import QuestionState, Turn
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb

_OVER = (QuestionState.CLOSED, QuestionState.WITHDRAWN)


def held(reader: Reader, question_id: int) -> Question:
    """A question the reader asked or was asked. Whoever else would write to it waits.

    Raises:
        Denied: it is not the reader's to see.
    """
    _wait_for(reader, question_id)
    return readable(reader, question_id)


def held_own(reader: Reader, question_id: int) -> Question:
    """One of the reader's own questions; see `held`.

    Raises:
        Denied: somebody else asked it.
    """
    _wait_for(reader, question_id)
    return own(reader, question_id)


def held_between(reader: Reader, question_id: int) -> Question:
    """A question in which the reader is one of the two; see `held`.

    Raises:
        Denied: the reader neither asked it nor has it.
    """
    _wait_for(reader, question_id)
    return between(reader, question_id)


def go_on(question: Question) -> None:
    """Stop where there is nothing more to say.

    Raises:
        Refused: it was closed or taken back.
    """
    if question.state in _OVER:
        refuse_for(Code.OVER)


def take(reader: Reader, question: Question) -> None:
    """Let the reader, who was asked, have the question; of two at once the first has it.

    Raises:
        Denied: the reader is the one who asked.
        Refused: somebody else has it, or it is over.
    """
    if question.asker_id == reader.user_id:
        raise Denied
    go_on(question)
    if question.holder_id == reader.user_id:
        return
    if question.holder_id is not None:
        refuse_for(Code.TAKEN)
    question.holder_id = reader.user_id
    question.taken_at = question.taken_at or now()
    question.asked.filter(user_id=reader.user_id).update(declined_at=None)
    move(question, Turn.HOLDER, QuestionState.TAKEN)
    tell(reader, Verb.ACCEPTED, question)


def move(question: Question, turn: Turn, state: QuestionState | None = None) -> None:
    """Let the question wait for somebody else, in another state where one is named."""
    question.turn = turn
    question.state = state or QuestionState(question.state)
    question.moved_at = now()
    question.save()


def tell(reader: Reader, verb: Verb, *questions: Question) -> None:
    """An entry of the trail for each of those questions."""
    record(
        verb,
        Thing.QUESTION,
        *(question.id for question in questions),
        organisation_id=reader.organisation_id,
        actor_id=reader.user_id,
    )


def one_at_a_time(reader: Reader) -> None:
    """Let what the same person sends at the same moment wait for each other."""
    mine = Membership.objects.filter(organisation_id=reader.organisation_id, user_id=reader.user_id)
    mine.select_for_update().first()


def _wait_for(reader: Reader, question_id: int) -> None:
    rows = Question.objects.filter(organisation_id=reader.organisation_id, id=question_id)
    rows.select_for_update().first()
