"""Reading frame requests: conditions, and what leadership answers. Never who asks unasked."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, When

from handlerum.core.clock import today
from handlerum.core.text import danish_key
from handlerum.organisations.access import Reader
from handlerum.organisations.models import Membership
from handlerum.practice.access import frames, readable_frame
from handlerum.practice.models import FrameJoin, FrameRequest
from handlerum.practice.rules.frames import LEADERS, may_answer, told_number
from handlerum.practice.terms import FrameKind

#: What a list can be narrowed to, beside a kind.
WAITING, OVERDUE, ANSWERED, TO_ME = "waiting", "overdue", "answered", "to_me"
SHOWN = (WAITING, OVERDUE, ANSWERED, TO_ME)


@dataclass(frozen=True, slots=True)
class Asked:
    """A frame request as somebody sees it.

    `names` are of those who wish to be named; `number` is told where so many ask that it exposes
    nobody. The row itself holds its owner: pages show `names` and never `row.owner`.
    """

    row: FrameRequest
    names: tuple[str, ...]
    number: int | None
    is_own: bool
    is_in: bool
    #: The reader is in it, and so is somebody else.
    with_others: bool
    is_overdue: bool
    #: Its leader leads no more: any leader who can read it answers.
    leader_left: bool
    may_answer: bool
    #: The reader is neither in it nor asked to answer it.
    may_join: bool


def listed(reader: Reader, shown: str = "", kind: str = "") -> QuerySet[FrameRequest]:
    """The requests the reader may see: those that wait, by their day, then the newest answers."""
    found = frames(reader).select_related("owner")
    if kind in FrameKind.values:
        found = found.filter(kind=kind)
    if shown in SHOWN:
        found = found.filter(_narrowed(reader)[shown])
    answered = Case(When(answer="", then=0), default=1)
    return found.order_by(answered, "-answered_at", "answer_by", "-id")


def counts(reader: Reader) -> dict[str, int]:
    """How many the reader sees of each of `SHOWN`."""
    told = {name: Count("id", filter=wanted) for name, wanted in _narrowed(reader).items()}
    return frames(reader).aggregate(**told)


def waiting_for(reader: Reader) -> int:
    """How many requests wait for the reader's own answer."""
    return frames(reader).filter(_narrowed(reader)[TO_ME]).count()


def seen(reader: Reader, rows: Iterable[FrameRequest]) -> list[Asked]:
    """Requests that the reader was given, as they may see them."""
    rows = list(rows)
    joins: dict[int, list[FrameJoin]] = {row.id: [] for row in rows}
    for join in FrameJoin.objects.filter(request__in=rows).select_related("user").order_by("id"):
        joins[join.request_id].append(join)
    standing = set(leaders(reader).values_list("user_id", flat=True))
    return [_seen(reader, row, joins[row.id], row.leader_id in standing) for row in rows]


def shown(reader: Reader, frame_id: int) -> Asked:
    """One request.

    Raises:
        Denied: it is not the reader's to see.
    """
    return seen(reader, [readable_frame(reader, frame_id)])[0]


def leaders(reader: Reader) -> QuerySet[Membership]:
    """Those of the reader's organisation who can be asked."""
    return Membership.objects.filter(
        organisation_id=reader.organisation_id,
        role__in=LEADERS,
        is_active=True,
        user__is_active=True,
    )


def to_ask(reader: Reader) -> list[Membership]:
    """The leaders whom the reader can ask, in Danish order: nobody asks themselves."""
    found = leaders(reader).exclude(user_id=reader.user_id).select_related("user")
    return sorted(found, key=lambda one: danish_key(one.user.name))


def _narrowed(reader: Reader) -> dict[str, Q]:
    unanswered = Q(answer="")
    return {
        WAITING: unanswered,
        OVERDUE: unanswered & Q(answer_by__lt=today()),
        ANSWERED: ~unanswered,
        TO_ME: unanswered & _mine_to_answer(reader),
    }


def _mine_to_answer(reader: Reader) -> Q:
    if reader.role not in LEADERS:
        return Q(pk__in=[])
    standing = leaders(reader).filter(user_id=OuterRef("leader_id"))
    left = Q(leader=None) | ~Exists(standing)
    return Q(leader_id=reader.user_id) | left & ~Q(owner_id=reader.user_id)


def _seen(reader: Reader, row: FrameRequest, joins: list[FrameJoin], stands: bool) -> Asked:
    named = [row.owner.name] if row.shows_name else []
    named += [join.user.name for join in joins if join.shows_name]
    is_own = row.owner_id == reader.user_id
    is_in = is_own or any(join.user_id == reader.user_id for join in joins)
    return Asked(
        row=row,
        names=tuple(sorted(named, key=danish_key)),
        number=told_number(1 + len(joins)),
        is_own=is_own,
        is_in=is_in,
        with_others=is_in and bool(joins),
        is_overdue=not row.answer and row.answer_by < today(),
        leader_left=not stands,
        may_join=not is_in and row.leader_id != reader.user_id,
        may_answer=not is_own
        and may_answer(reader.user_id, reader.role, row.leader_id, leader_stands=stands),
    )
