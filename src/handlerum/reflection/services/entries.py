"""Writing in a step, and withdrawing what was written."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from handlerum.core.clock import now
from handlerum.core.database import scrub
from handlerum.organisations.access import Denied
from handlerum.reflection.access import Guest, Seat, Who, seat
from handlerum.reflection.models import (
    ActionOption,
    Assumption,
    CarriedOver,
    Entry,
    NextStep,
    Participant,
    Session,
    Share,
    TypedRow,
)
from handlerum.reflection.problems import refuse, refuse_for
from handlerum.reflection.rules.session_problem import Code
from handlerum.reflection.rules.session_steps import place_of, shown_at_once
from handlerum.reflection.rules.session_writing import kind_written, problems
from handlerum.reflection.services.joining import hidden
from handlerum.reflection.services.together import together
from handlerum.reflection.services.writing import held, moved, put
from handlerum.reflection.telling import EntryTelling
from handlerum.reflection.words import Happened, Typed

TABLES: dict[str, type[TypedRow]] = {
    Typed.ENTRY: Entry,
    Typed.OPTION: ActionOption,
    Typed.ASSUMPTION: Assumption,
    Typed.NEXT_STEP: NextStep,
    Typed.CARRIED: CarriedOver,
}


def write(who: Who, session_id: int, telling: EntryTelling) -> Entry:
    """Write in a step. The same key again is the same entry, and changes it while the step is on.

    What is new is taken also when its step is over: a phone may have been without a network.

    Raises:
        Denied: the session is not theirs.
        Refused: it may not be stored as it is (`proposal` says how it may), or not now.
    """
    if who != Guest(getattr(who, "participant_id", 0), session_id):
        seat(who, session_id)  # a guest of this session was looked up a moment ago
    refuse(problems(telling))  # before others have to wait: it takes the longest
    return together(session_id, lambda: _written(who, session_id, telling))


def put_entry(who: Who, here: Seat, telling: EntryTelling, values: dict[str, Any]) -> Entry:
    """Store what was written or chosen in a step.

    Raises:
        Refused: there is no such step, or it may not be stored now.
    """
    session = here.session
    at = place_of(session.steps, telling.step)
    if at is None:
        refuse_for("step", Code.NO_SUCH_STEP)
    shown = shown_at_once(session.steps[at], session.revealed)
    is_open = session.step == at
    return put(who, here, Entry, telling, values, is_open=is_open, shown=shown)


@transaction.atomic
def withdraw(who: Who, session_id: int, what: str, row_id: int) -> None:
    """Take back something one has written; its words are erased. Again changes nothing.

    Args:
        what: one of `words.Typed`.

    Raises:
        Denied: it is not in this session, or somebody else wrote it.
    """
    here = held(who, session_id)
    rows = _mine(what, here).filter(id=row_id)
    if not rows.exists():
        raise Denied
    if _take_back(what, rows.filter(withdrawn_at=None)):
        moved(here, Happened.WITHDREW)
        transaction.on_commit(scrub)


@transaction.atomic
def withdraw_by_code(session_id: int, code: str) -> int:
    """Take back everything that a guest wrote, by their code alone, also after the session.

    Returns:
        How many pieces there were.

    Raises:
        Denied: nobody in that session has the code.
    """
    row = Participant.objects.filter(code=hidden(code)).first()
    if row is None or row.session_id != session_id:
        raise Denied
    session = Session.objects.select_for_update().get(id=session_id)
    here = Seat(session, row, facilitates=False)
    count = sum(_take_back(what, _mine(what, here).filter(withdrawn_at=None)) for what in TABLES)
    if count:
        moved(here, Happened.WITHDREW)
        transaction.on_commit(scrub)
    return count


def _written(who: Who, session_id: int, telling: EntryTelling) -> Entry:
    here = held(who, session_id)
    kind = telling.kind or kind_written(here.session.steps, telling.step)
    return put_entry(
        who, here, telling, {"step": telling.step, "kind": kind, "value": _value(telling)}
    )


def _mine(what: str, here: Seat) -> QuerySet[Any]:
    table = TABLES.get(what)
    if table is None or here.participant is None:
        raise Denied
    return table._default_manager.filter(session=here.session, participant=here.participant)


def _take_back(what: str, rows: QuerySet[Any]) -> int:
    if what == Typed.ENTRY:
        Share.objects.filter(entry__in=rows).delete()
        return rows.update(text="", value={}, group=None, withdrawn_at=now())
    if what == Typed.NEXT_STEP:
        return rows.update(text="", owner_role="", owner=None, withdrawn_at=now())
    return rows.update(text="", withdrawn_at=now())


def _value(telling: EntryTelling) -> dict[str, int]:
    return {} if telling.anchor is None else {"anchor": telling.anchor}
