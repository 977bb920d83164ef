"""Changing the plan of a session: before it begins, and the steps to come while it goes on."""

from collections.abc import Callable

from django.db import transaction

from handlerum.reflection.access import Seat, Who
from handlerum.reflection.models import ActionOption, Assumption, Entry, Session, TypedRow
from handlerum.reflection.problems import Stale, refuse, refuse_for
from handlerum.reflection.rules import session_plan as plan
from handlerum.reflection.rules.session_plan import Steps, new_step_problems
from handlerum.reflection.rules.session_problem import Code
from handlerum.reflection.rules.session_steps import asked_of, place_of
from handlerum.reflection.services.writing import (
    held_leading,
    leader_id,
    moved,
    not_closed,
    undoable,
)
from handlerum.reflection.telling import NewStep, Step, StepTelling
from handlerum.reflection.words import Happened, SessionState

#: Gives the steps anew from the place of the step that goes on; None: it cannot be done.
Change = Callable[[list[Step], int], Steps | None]
_TABLES: dict[str, tuple[type[TypedRow], ...]] = {
    "options": (ActionOption,),
    "assumptions": (Assumption,),
}


@transaction.atomic
def shift_step(who: Who, session_id: int, key: str, by: int, *, turn: int) -> None:
    """Move a step that is still to come one place up (-1) or down (1).

    Raises:
        Denied: not somebody who leads.
        Stale: somebody else has moved the session since.
        Refused: there is no such step, it cannot go further, or the session is over.
    """
    here = _turned(who, session_id, turn)
    _change(who, here, Happened.REORDERED, lambda steps, at: plan.shifted(steps, at, key, by))


@transaction.atomic
def leave_out(who: Who, session_id: int, key: str, *, out: bool = True, turn: int) -> None:
    """Let a step that is still to come be passed over, or take it after all.

    Raises:
        Denied, Stale: as `shift_step`.
        Refused: there is no such step to come, it is the only one, or the session is over.
    """
    here = _turned(who, session_id, turn)
    _change(who, here, Happened.EDITED, lambda steps, at: plan.left_out(steps, at, key, out=out))


@transaction.atomic
def copy_step(who: Who, session_id: int, key: str, *, turn: int) -> None:
    """Have a step once more, later.

    Raises:
        Denied, Stale: as `shift_step`.
        Refused: there is no such step, there are too many, or the session is over.
    """
    here = _turned(who, session_id, turn)
    _change(who, here, Happened.ADDED, lambda steps, at: plan.copied(steps, at, key))


@transaction.atomic
def add_step(who: Who, session_id: int, after: str, telling: NewStep, *, turn: int) -> None:
    """Put in a step right after that one; as the first where `after` is empty.

    Raises:
        Denied, Stale: as `shift_step`.
        Refused: it may not be stored as it is, there are too many, that place is passed, or the
            session is over.
    """
    here = _turned(who, session_id, turn)
    refuse(new_step_problems(telling))
    _change(who, here, Happened.ADDED, lambda steps, at: plan.added(steps, at, after, telling))


@transaction.atomic
def remove_step(who: Who, session_id: int, key: str, *, turn: int) -> None:
    """Take out a step that is still to come and that nobody has written in.

    Raises:
        Denied, Stale: as `shift_step`.
        Refused: there is no such step to come, somebody has written in it, it is the only one, or
            the session is over.
    """
    here = _turned(who, session_id, turn)
    at = place_of(here.session.steps, key)
    if at is not None and _is_written_in(here.session, here.session.steps[at]):
        refuse_for("step", Code.WRITTEN_IN)
    _change(who, here, Happened.REMOVED, lambda steps, at: plan.removed(steps, at, key))


def may_show_otherwise(session: Session, at: int, telling: StepTelling) -> None:
    """Go on where it may be changed when others see what is written in the step.

    Whoever wrote under one promise is not read under another.

    Raises:
        Refused: it is begun, somebody has written in it, or there is no such word.
    """
    step = session.steps[at]
    refuse(plan.how_problems(step, telling.reveal, telling.rule))
    if telling.reveal in (None, step.get("reveal")):
        return
    if at <= begun(session) or _is_written_in(session, step):
        refuse_for("reveal", Code.WRITTEN_IN)


def begun(session: Session) -> int:
    """The place of the step that goes on; -1 before the session begins."""
    return -1 if session.state == SessionState.PREPARING else session.step


def _turned(who: Who, session_id: int, turn: int) -> Seat:
    here = held_leading(who, session_id)
    not_closed(here)
    if here.session.turn != turn:
        raise Stale
    return here


def _change(who: Who, here: Seat, happened: Happened, change: Change) -> None:
    session, at = here.session, begun(here.session)
    steps = change(session.steps, at)
    if steps is None:
        refuse_for("step", Code.STEP_FIXED)
    undoable(here, happened, steps=session.steps, step=session.step)
    step = session.step if at >= 0 else plan.first(steps)
    moved(here, happened, leader_id(who), steps=steps, step=step, turn=session.turn + 1)


def _is_written_in(session: Session, step: Step) -> bool:
    """Whether somebody has written in the step, or what it asks for."""
    if Entry.objects.filter(session=session, step=step["key"], withdrawn_at=None).exists():
        return True
    asks = {ask.rpartition("_")[::2] for ask in asked_of(step)}
    return any(
        table._default_manager.filter(session=session, **{"phase": phase}).exists()
        for what, phase in asks
        for table in _TABLES.get(what, ())
    )
