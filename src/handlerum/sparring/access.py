"""Who may see a question, and who may read its words: one place for every room and door."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from handlerum.organisations.access import Denied, Reader
from handlerum.sparring.models import Asked, Question
from handlerum.sparring.terms import QuestionState, Turn


def visible(reader: Reader) -> QuerySet[Question]:
    """Questions the reader asked, and those that were put to them; no role sees any other.

    A question that was taken back is its asker's alone. Each row says whether the reader
    was asked (`was_asked`) and said no (`declined`).
    """
    own = Asked.objects.filter(question=OuterRef("pk"), user_id=reader.user_id)
    found = Question.objects.filter(organisation_id=reader.organisation_id).annotate(
        was_asked=Exists(own), declined=Exists(own.filter(declined_at__isnull=False))
    )
    asked = Q(was_asked=True) & ~Q(state=QuestionState.WITHDRAWN)
    return found.filter(Q(asker_id=reader.user_id) | asked)


def readable(reader: Reader, question_id: int) -> Question:
    """One question that the reader asked or was asked.

    Raises:
        Denied: it does not exist, or is not for this reader; which of them is not told.
    """
    found = visible(reader).select_related("asker", "holder").filter(id=question_id).first()
    if found is None:
        raise Denied
    return found


def own(reader: Reader, question_id: int) -> Question:
    """One of the reader's own questions.

    Raises:
        Denied: it does not exist or somebody else asked it.
    """
    found = readable(reader, question_id)
    if found.asker_id != reader.user_id:
        raise Denied
    return found


def may_read_words(reader: Reader, question: Question) -> bool:
    """Whether what was written is for the reader: its asker, who has it, and who could take it.

    Args:
        question: a row of `visible`.
    """
    if reader.user_id in (question.asker_id, question.holder_id):
        return True
    return question.state == QuestionState.OPEN and not getattr(question, "declined", True)


def between(reader: Reader, question_id: int) -> Question:
    """A question in which the reader is one of the two who talk.

    Raises:
        Denied: the reader neither asked it nor has it.
    """
    found = readable(reader, question_id)
    if reader.user_id not in (found.asker_id, found.holder_id):
        raise Denied
    return found


def waits_for(reader: Reader) -> Q:
    """The condition under which a row of `visible` waits for the reader to do something."""
    me = reader.user_id
    asked = Q(turn=Turn.ASKED, was_asked=True, declined=False)
    return asked | Q(turn=Turn.HOLDER, holder_id=me) | Q(turn=Turn.ASKER, asker_id=me)
