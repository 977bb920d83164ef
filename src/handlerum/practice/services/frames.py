"""Asking for other frames, asking along, leaving again, and answering."""

from django.db import transaction

from handlerum.core.clock import now, today
from handlerum.core.database import scrub
from handlerum.dilemmas.rules.problem import Problem
from handlerum.knowledge.terms import Audience
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.models import Membership
from handlerum.practice.access import frames, readable_frame
from handlerum.practice.models import FrameJoin, FrameRequest
from handlerum.practice.problems import refuse
from handlerum.practice.queries.frames import leaders, shown
from handlerum.practice.rules.frames import answer_problems, problems
from handlerum.practice.rules.problem import Code
from handlerum.practice.telling import FrameTelling, Kept
from handlerum.privacy import ledger
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb


@transaction.atomic
def ask(reader: Reader, telling: FrameTelling, *, is_example: bool = False) -> FrameRequest:
    """Ask a leader to change a condition. The same again while it waits is the same request.

    Raises:
        Refused: it may not be stored as it is, or who is asked leads nothing here.
    """
    refuse(
        problems(telling, reader.team_ids, today()) + _leader_problems(reader, telling.leader_id)
    )
    _wait_for(reader)
    made = _told(reader, telling)
    made.is_example = is_example
    if same := _same(made):
        return same
    made.save()
    _record(reader, Verb.ASKED, made)
    return made


@transaction.atomic
def join(reader: Reader, frame_id: int, *, shows_name: bool = False) -> None:
    """Ask for the same; again changes whether one's name is shown.

    Raises:
        Denied: it is not the reader's to see.
        Refused: it is the reader's own, or theirs to answer.
    """
    row = _held(reader, frame_id)
    if reader.user_id in (row.owner_id, row.leader_id):
        refuse([Problem("request", Code.NOT_NEEDED)])
    _, is_new = FrameJoin.objects.update_or_create(
        request=row, user_id=reader.user_id, defaults={"shows_name": shows_name}
    )
    if is_new:
        _record(reader, Verb.JOINED, row)


@transaction.atomic
def leave(reader: Reader, frame_id: int) -> None:
    """Ask for it no more. What its owner leaves is the next one's who asks; alone, it is erased.

    Raises:
        Denied: it is not the reader's to see.
        OSError: the deletion ledger cannot be written.
    """
    row = _held(reader, frame_id)
    if row.owner_id == reader.user_id:
        give_on(row, reader.user_id)
        return
    left, _ = FrameJoin.objects.filter(request=row, user_id=reader.user_id).delete()
    if left:
        _record(reader, Verb.LEFT, row)


@transaction.atomic
def show_name(reader: Reader, frame_id: int, *, shows_name: bool) -> None:
    """Say whether one's name is shown beside one's own request.

    Raises:
        Denied: not the reader's own, or not theirs to see.
    """
    row = _held(reader, frame_id)
    if row.owner_id != reader.user_id:
        raise Denied
    row.shows_name = shows_name
    row.save(update_fields=["shows_name"])
    _record(reader, Verb.CHANGED, row)


@transaction.atomic
def answer(
    reader: Reader, frame_id: int, answer: str, reason: str, kept: Kept = ()
) -> FrameRequest:
    """Answer a request with a reason. Again replaces the answer, and the trail tells of each.

    Where its leader leads no more, any leader who can read it answers, and has it from then on.

    Raises:
        Denied: it is not the reader's to answer, or not theirs to see.
        Refused: the answer or its reason is missing, or may not be stored as it is.
    """
    row = _held(reader, frame_id)
    if not shown(reader, frame_id).may_answer:
        raise Denied
    refuse(answer_problems(answer, reason, kept))
    if (row.answer, row.reason, row.answered_by_id) == (answer, reason.strip(), reader.user_id):
        return row
    row.answer, row.reason = answer, reason.strip()
    row.leader_id = row.answered_by_id = reader.user_id
    row.answered_at = now()
    row.save()
    _record(reader, Verb.ANSWERED, row)
    return row


@transaction.atomic
def ask_another(reader: Reader, frame_id: int, leader_id: int | None) -> FrameRequest:
    """Turn one's own request to another leader, where the one who was asked leads no more.

    Raises:
        Denied: not the reader's own, not theirs to see, or its leader is still there.
        Refused: who is asked leads nothing here, or it is answered.
    """
    row = _held(reader, frame_id)
    if row.owner_id != reader.user_id or not shown(reader, frame_id).leader_left:
        raise Denied
    if row.answer:
        refuse([Problem("leader", Code.OVER)])
    refuse(_leader_problems(reader, leader_id))
    row.leader_id, row.told_on = leader_id, None
    row.save(update_fields=["leader", "told_on"])
    _record(reader, Verb.CHANGED, row)
    return row


def give_on(row: FrameRequest, actor_id: int | None) -> bool:
    """End one person's part in a request of theirs: to the first who asks along, else it goes.

    Returns:
        Whether it was erased.
    """
    heir = row.joins.select_for_update().order_by("id").first()
    if heir is None:
        ledger.note(ledger.Erased(Thing.FRAME_REQUEST, row.id, row.created_at))
        take_away(row, actor_id)
        return True
    row.owner_id, row.shows_name = heir.user_id, heir.shows_name
    row.save(update_fields=["owner", "shows_name"])
    heir.delete()
    _tell(Verb.LEFT, row, actor_id)
    return False


def take_away(row: FrameRequest, actor_id: int | None) -> None:
    """Erase a request with all that hangs on it; a line in the trail stays."""
    _tell(Verb.ERASED, row, actor_id)
    row.delete()
    transaction.on_commit(scrub)


def _leader_problems(reader: Reader, leader_id: int | None) -> list[Problem]:
    """Whether that person is somebody the reader can ask."""
    if leader_id is None or leader_id == reader.user_id:
        return [Problem("leader", Code.NOT_A_LEADER)]
    known = leaders(reader).filter(user_id=leader_id).exists()
    return [] if known else [Problem("leader", Code.NOT_A_LEADER)]


def _told(reader: Reader, telling: FrameTelling) -> FrameRequest:
    assert telling.answer_by is not None
    return FrameRequest(
        organisation_id=reader.organisation_id,
        owner_id=reader.user_id,
        shows_name=telling.shows_name,
        kind=telling.kind,
        condition=telling.condition.strip(),
        hinders=telling.hinders.strip(),
        asks=telling.asks.strip(),
        leader_id=telling.leader_id,
        answer_by=telling.answer_by,
        audience=telling.audience,
        team_id=telling.team_id if telling.audience == Audience.TEAM else None,
        kept=dict(telling.kept),
    )


def _same(made: FrameRequest) -> FrameRequest | None:
    """The same request of the same person, where it waits: the button was pressed twice."""
    names = (
        *("organisation_id", "owner_id", "kind", "condition", "hinders", "asks"),
        *("leader_id", "answer_by", "audience", "team_id"),
    )
    same = {name: getattr(made, name) for name in names}
    return FrameRequest.objects.filter(answer="", **same).first()


def _wait_for(reader: Reader) -> None:
    """Of two presses at once, the second waits, and finds what the first stored."""
    here = Membership.objects.filter(user_id=reader.user_id)
    here.filter(organisation_id=reader.organisation_id).select_for_update().first()


def _held(reader: Reader, frame_id: int) -> FrameRequest:
    """A request the reader may see. Whoever else would change it waits."""
    frames(reader).filter(id=frame_id).select_for_update().first()
    return readable_frame(reader, frame_id)


def _record(reader: Reader, verb: Verb, row: FrameRequest) -> None:
    _tell(verb, row, reader.user_id)


def _tell(verb: Verb, row: FrameRequest, actor_id: int | None) -> None:
    record(
        verb,
        Thing.FRAME_REQUEST,
        row.id,
        organisation_id=row.organisation_id,
        actor_id=actor_id,
    )
