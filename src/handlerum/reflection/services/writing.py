"""What every write to a session begins and ends with."""

from collections.abc import Iterable
from functools import partial
from typing import Any, TypeVar

from django.db import connection, transaction

from handlerum.core.clock import now
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.models import User
from handlerum.reflection.access import Seat, Who, leading, seat
from handlerum.reflection.models import Event, Participant, Session, TypedRow, Undo
from handlerum.reflection.problems import refuse_for
from handlerum.reflection.rules.session_problem import Code
from handlerum.reflection.rules.session_writing import MAX_ROWS, AnyTelling
from handlerum.reflection.services.hearing import tell
from handlerum.reflection.words import Happened, SessionState

Row = TypeVar("Row", bound=TypedRow)
#: How many of the facilitators' changes can be taken back.
UNDOS = 20
#: What many do at the same time, and nobody else waits for.
_MAY_WAIT = frozenset({Happened.JOINED, Happened.WROTE})


def wait_for(session_id: int) -> None:
    """Whoever else would change the session waits until this transaction is over."""
    if not connection.features.has_select_for_update:
        return  # SQLite: nobody else is writing anything
    Session.objects.filter(id=session_id).select_for_update().values_list("id").first()


def held(who: Who, session_id: int) -> Seat:
    """Somebody's place in a session. Whoever else would change the session waits.

    Raises:
        Denied: the session is not theirs.
    """
    wait_for(session_id)
    return seat(who, session_id)


def held_leading(who: Who, session_id: int) -> Seat:
    """The place of somebody who may lead; see `held`.

    Raises:
        Denied: they may not.
    """
    wait_for(session_id)
    return leading(who, session_id)


def running(here: Seat) -> None:
    """Go on where the session is going on.

    Raises:
        Refused: it has not begun, or is over.
    """
    if here.session.state == SessionState.PREPARING:
        refuse_for("session", Code.NOT_RUNNING)
    not_closed(here)


def not_closed(here: Seat) -> None:
    """Go on where the session is not over.

    Raises:
        Refused: it is.
    """
    if here.session.state == SessionState.CLOSED:
        refuse_for("session", Code.CLOSED)


def writer(who: Who, here: Seat) -> Participant:
    """Who writes. A facilitator takes part from the first word they write."""
    if here.participant:
        return here.participant
    user = User.objects.get(id=leader_id(who))
    return Participant.objects.create(
        session=here.session,
        user=user,
        name=user.get_short_name()[:40],
        joined_step=here.session.step,
    )


def leader_id(who: Who) -> int:
    """The account of a member.

    Raises:
        Denied: it is a guest.
    """
    if not isinstance(who, Reader):
        raise Denied
    return who.user_id


def put(
    who: Who,
    here: Seat,
    table: type[Row],
    telling: AnyTelling,
    values: dict[str, Any],
    *,
    is_open: bool = True,
    shown: bool = True,
) -> Row:
    """Store a row under the name that its writer's phone gave it: once, however often it is sent.

    Args:
        values: the fields beside the text.
        is_open: whether what was sent before may still be changed.
        shown: whether a new row is everybody's at once.

    Raises:
        Refused: the session is not going on, there are too many, or it may not be changed.
    """
    by = writer(who, here)
    told = table._default_manager.filter(participant=by)
    keys = set(told.order_by().values_list("key", flat=True))
    row = told.get(key=telling.key) if telling.key in keys else None
    if row is None:
        running(here)
        _not_too_many(keys)
        row = table(session=here.session, participant=by, key=telling.key)
        row.revealed_at = now() if shown else None
    elif not _is_news(row, telling, values):
        return row
    else:
        running(here)
        if not is_open:
            refuse_for("text", Code.STEP_OVER)
    _fill(row, telling, values)
    row.save()
    moved(here, Happened.WROTE)
    return row


def moved(here: Seat, happened: Happened, user_id: int | None = None, **changed: Any) -> None:
    """End a write: the session is one version on, and whoever follows it hears so.

    Args:
        user_id: who did it, where a facilitator did.
        changed: fields of the session that change with it.
    """
    session = here.session
    session.version += 1
    for name, value in changed.items():
        setattr(session, name, value)
    session.save(update_fields=["version", *changed])
    Event.objects.create(
        session=session, version=session.version, happened=happened, user_id=user_id
    )
    at_once = happened not in _MAY_WAIT
    transaction.on_commit(partial(tell, session.id, session.version, at_once=at_once))


def undoable(here: Seat, happened: Happened, **before: Any) -> None:
    """Remember what a facilitator's change was made from; see `undoing.py` for the names."""
    Undo.objects.create(session=here.session, happened=happened, before=before)
    newest = Undo.objects.filter(session=here.session).order_by("-id")
    old = list(newest.values_list("id", flat=True)[UNDOS:])
    Undo.objects.filter(id__in=old).delete()


def _not_too_many(keys: Iterable[str]) -> None:
    # What is chosen has keys of the house, and there are only so many statements.
    if sum(not key.startswith(":") for key in keys) >= MAX_ROWS:
        refuse_for("text", Code.TOO_MANY)


def _is_news(row: TypedRow, telling: AnyTelling, values: dict[str, Any]) -> bool:
    """Whether a row that is stored already is told differently, and not by an older edition."""
    if row.withdrawn_at:
        refuse_for("text", Code.WITHDRAWN)
    if "step" in values and values["step"] != getattr(row, "step", None):
        refuse_for("key", Code.KEY_USED)
    if telling.edition < row.edition:
        return False
    same = all(getattr(row, name) == value for name, value in values.items())
    return not (same and row.text == telling.text.strip())


def _fill(row: TypedRow, telling: AnyTelling, values: dict[str, Any]) -> None:
    row.text, row.edition = telling.text.strip(), telling.edition
    for name, value in values.items():
        setattr(row, name, value)
