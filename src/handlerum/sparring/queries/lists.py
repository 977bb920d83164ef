"""The reader's questions, and one of them with all that was written."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from handlerum.dilemmas.access import visible as visible_dilemmas
from handlerum.dilemmas.models import Dilemma
from handlerum.knowledge.access import visible as visible_contributions
from handlerum.knowledge.models import Contribution
from handlerum.organisations.access import Denied, Reader
from handlerum.sparring.access import may_read_words, readable, visible, waits_for
from handlerum.sparring.models import Question, Reply, Time
from handlerum.sparring.terms import QuestionState


@dataclass(frozen=True, slots=True)
class Listed:
    """A question in a list: whether the reader asked it, has it, and may read its words."""

    question: Question
    mine: bool
    holds: bool
    reads: bool


@dataclass(frozen=True, slots=True)
class Lists:
    """The reader's questions: those that wait for the reader, their own, others' and the past."""

    waiting: list[Listed] = field(default_factory=list)
    mine: list[Listed] = field(default_factory=list)
    asked: list[Listed] = field(default_factory=list)
    over: list[Listed] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Opened:
    """One question with all that the reader may see of it."""

    listed: Listed
    waits: bool
    named: str
    nobody_can: bool
    replies: Sequence[Reply] = ()
    times: Sequence[Time] = ()
    agreed: Time | None = None
    dilemma: Dilemma | None = None
    about: Contribution | None = None
    contribution: Contribution | None = None

    @property
    def talked(self) -> bool:
        """Whether the two have had something to say to each other."""
        question = self.listed.question
        over = question.state in (QuestionState.ANSWERED, QuestionState.CLOSED)
        return question.holder_id is not None and (over or self.agreed is not None)


def waiting_count(reader: Reader) -> int:
    """How many questions wait for the reader to do something."""
    return visible(reader).filter(waits_for(reader)).count()


def listed(reader: Reader) -> Lists:
    """The reader's questions, the newest first."""
    rows = visible(reader).select_related("asker", "holder").order_by("-moved_at", "-id")
    found = Lists()
    waiting = set(visible(reader).filter(waits_for(reader)).values_list("id", flat=True))
    for row in rows:
        one = _listed(reader, row)
        if row.state in (QuestionState.CLOSED, QuestionState.WITHDRAWN) or _gone(one):
            found.over.append(one)
        elif row.id in waiting:
            found.waiting.append(one)
        else:
            (found.mine if one.mine else found.asked).append(one)
    return found


def opened(reader: Reader, question_id: int) -> Opened:
    """One question that the reader asked or was asked.

    Its words, and what was written, are given only to those they are for.

    Raises:
        Denied: it is not the reader's to see.
    """
    row = readable(reader, question_id)
    one = _listed(reader, row)
    waits = visible(reader).filter(waits_for(reader), id=row.id).exists()
    asked = list(row.asked.select_related("user")) if one.mine else []
    named = ", ".join(a.user.name for a in asked if a.by_name)
    nobody = one.mine and all(a.declined_at for a in asked)
    if not one.reads:
        return Opened(one, waits, "", nobody_can=False)
    times = list(row.times.all()) if one.mine or one.holds else []
    kept = (row.contribution_id, row.about_id)
    pieces = visible_contributions(reader).in_bulk([piece for piece in kept if piece])
    return Opened(
        one,
        waits,
        named,
        nobody_can=nobody and row.state == QuestionState.OPEN,
        replies=list(row.replies.select_related("by")) if one.mine or one.holds else [],
        times=[time for time in times if not time.agreed],
        agreed=next((time for time in times if time.agreed), None),
        dilemma=visible_dilemmas(reader).filter(id=row.dilemma_id or 0).first(),
        about=pieces.get(row.about_id or 0),
        contribution=pieces.get(row.contribution_id or 0),
    )


def _listed(reader: Reader, row: Question) -> Listed:
    me = reader.user_id
    return Listed(row, row.asker_id == me, row.holder_id == me, may_read_words(reader, row))


def _gone(one: Listed) -> bool:
    """Whether somebody else has it, or the reader said no: nothing is left to do there."""
    return not one.mine and not one.reads


def own_reply(reader: Reader, reply_id: int) -> Reply:
    """Something the reader wrote to a question they may see.

    Raises:
        Denied: somebody else wrote it, or there is none.
    """
    mine = Reply.objects.filter(by_id=reader.user_id, question__in=visible(reader).values("id"))
    found = mine.filter(id=reply_id).first()
    if found is None:
        raise Denied
    return found
