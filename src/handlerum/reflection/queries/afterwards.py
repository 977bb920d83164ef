"""What becomes of a session after it is over: when its words go, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from handlerum.core.text import danish_key
from handlerum.knowledge.models import Contribution
from handlerum.organisations.access import Denied, Reader
from handlerum.reflection.access import Who, seat
from handlerum.reflection.models import NextStep, Session, Share
from handlerum.reflection.queries.common import Agreed, Common, agreed, common
from handlerum.reflection.queries.laid_out import for_everybody
from handlerum.reflection.words import SessionState


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What it was about, and when what was said is deleted.

    `keep_until` says nothing where it is kept on purpose.
    """

    session_id: int
    subject_kind: str
    subject_id: int | None
    is_kept: bool
    keep_days: int
    keep_until: datetime | None
    forgotten_at: datetime | None


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a session, for those who were there."""

    common: Common
    closed_at: datetime | None
    #: What opened options and may be read by everybody present, by id.
    opened: Mapping[int, Contribution]
    #: What became contributions.
    shared: tuple[Contribution, ...]
    afterwards: Afterwards


def afterwards(who: Who, session_id: int) -> Afterwards:
    """When what was said in a session is deleted; its access is one look-up.

    Raises:
        Denied: there is no such session, or it is not theirs.
    """
    return _afterwards(seat(who, session_id).session)


def summary(who: Who, session_id: int) -> Summary:
    """What came of a closed session, without what nobody has shown and what was withdrawn.

    Raises:
        Denied: there is no such session, it is not theirs, or it is not closed.
    """
    session = seat(who, session_id).session
    if session.state != SessionState.CLOSED:
        raise Denied
    told = common(session)
    opening = {one.contribution_id for one in told.options if one.contribution_id}
    shares = Share.objects.filter(entry__session=session).exclude(contribution=None)
    made = list(shares.values_list("contribution_id", flat=True))
    pieces = {row.id: row for row in for_everybody(session, [*opening, *made])}
    return Summary(
        common=told,
        closed_at=session.closed_at,
        opened={one: pieces[one] for one in opening if one in pieces},
        shared=tuple(
            sorted(
                (pieces[one] for one in set(made) if one in pieces),
                key=lambda row: danish_key(row.title),
            )
        ),
        afterwards=_afterwards(session),
    )


def next_steps(reader: Reader, session_id: int) -> tuple[Agreed, ...]:
    """What was agreed to do, with the ids of its rows, for those who take part or lead.

    Raises:
        Denied: there is no such session, or it is not theirs.
    """
    session = seat(reader, session_id).session
    return agreed(NextStep.objects.filter(session=session, withdrawn_at=None).order_by("id"))


def _afterwards(session: Session) -> Afterwards:
    return Afterwards(
        session.id,
        session.subject_kind,
        session.subject_id,
        session.is_kept,
        session.keep_days,
        session.keep_until,
        session.forgotten_at,
    )
