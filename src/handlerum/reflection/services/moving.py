"""Starting, moving between steps, changing them, and showing what was written."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from handlerum.core.clock import now
from handlerum.reflection.access import Seat, Who
from handlerum.reflection.models import ActionOption, Assumption, Entry, Session
from handlerum.reflection.problems import Stale, refuse, refuse_for
from handlerum.reflection.rules.choosing import answers_key, may_show
from handlerum.reflection.rules.session_problem import Code, Problem
from handlerum.reflection.rules.session_steps import (
    MAX_MINUTES,
    ON_REVEAL,
    Move,
    asked_of,
    edit_problems,
    edited,
    moved_to,
    place_of,
    reordered,
    skipped,
)
from handlerum.reflection.services.choosing import lay_choices
from handlerum.reflection.services.planning import may_show_otherwise
from handlerum.reflection.services.writing import (
    held_leading,
    leader_id,
    moved,
    not_closed,
    running,
    undoable,
)
from handlerum.reflection.telling import Step, StepTelling
from handlerum.reflection.words import Happened, SessionState

#: What is shown with the step that asks for it: table and phase.
SHOWN_WITH: dict[str, tuple[type[ActionOption] | type[Assumption], str]] = {
    "options_before": (ActionOption, "before"),
    "options_after": (ActionOption, "after"),
    "assumptions_before": (Assumption, "before"),
    "assumptions_after": (Assumption, "after"),
}


@transaction.atomic
def start(who: Who, session_id: int) -> Session:
    """Begin with the first step; again changes nothing.

    Raises:
        Denied: not somebody who leads.
        Refused: the session is over.
    """
    here = held_leading(who, session_id)
    not_closed(here)
    if here.session.state == SessionState.PREPARING:
        begun = {"state": SessionState.RUNNING, "step_started_at": now()}
        moved(here, Happened.STARTED, leader_id(who), **begun)
        lay_choices(here.session)
    return here.session


@transaction.atomic
def go(who: Who, session_id: int, move: Move, *, turn: int) -> Session:
    """Go to the next step or the one before, skip one, or begin this one anew.

    Args:
        turn: the session's turn when the facilitator pressed.

    Raises:
        Denied: not somebody who leads.
        Stale: somebody else has moved it since.
        Refused: it is not going on, or there is no step that way.
    """
    here = _turned(who, session_id, turn)
    running(here)
    session = here.session
    to = moved_to(session.steps, session.step, move)
    if to is None:
        refuse_for("step", Code.NO_STEP_THAT_WAY)
    before = _where(session)
    changed: dict[str, Any] = {"step": to, "turn": turn + 1, "step_started_at": now()}
    if move == "skip":
        before["steps"] = session.steps
        changed["steps"] = skipped(session.steps, session.step)
    if move == "repeat" and may_show(session.current):  # it may be answered otherwise
        before["revealed"] = session.revealed
        answered = answers_key(session.current)
        changed["revealed"] = [key for key in session.revealed if key != answered]
    undoable(here, Happened.STEPPED, **before)
    moved(here, Happened.STEPPED, leader_id(who), prolonged=0, **changed)
    lay_choices(session)
    return session


@transaction.atomic
def prolong(who: Who, session_id: int, minutes: int, *, turn: int) -> None:
    """Give the step that goes on more minutes.

    Raises:
        Denied: not somebody who leads.
        Stale: somebody else has moved the session since.
        Refused: too many minutes, or the session is not going on.
    """
    here = _turned(who, session_id, turn)
    running(here)
    total = here.session.prolonged + minutes
    if not 0 <= total <= MAX_MINUTES:
        refuse([Problem("minutes", Code.TOO_MANY, MAX_MINUTES, total)])
    undoable(here, Happened.PROLONGED, prolonged=here.session.prolonged)
    moved(here, Happened.PROLONGED, leader_id(who), prolonged=total, turn=turn + 1)


@transaction.atomic
def reorder(who: Who, session_id: int, keys: Sequence[str], *, turn: int) -> None:
    """Put the steps that are still to come in another order.

    Raises:
        Denied: not somebody who leads.
        Stale: somebody else has moved the session since.
        Refused: `keys` are not just those steps, or the session is over.
    """
    here = _turned(who, session_id, turn)
    not_closed(here)
    session = here.session
    begun = session.step if session.state == SessionState.RUNNING else -1
    steps = reordered(session.steps, begun, keys)
    if steps is None:
        refuse_for("steps", Code.NO_SUCH_STEP)
    undoable(here, Happened.REORDERED, steps=session.steps)
    moved(here, Happened.REORDERED, leader_id(who), steps=steps, turn=turn + 1)


@transaction.atomic
def edit_step(who: Who, session_id: int, key: str, telling: StepTelling, *, turn: int) -> None:
    """Rewrite a step in this session.

    Raises:
        Denied: not somebody who leads.
        Stale: somebody else has moved the session since.
        Refused: it may not be stored as it is, there is no such step, or the session is over.
    """
    here = _turned(who, session_id, turn)
    not_closed(here)
    refuse(edit_problems(telling))
    at = _place_of(here.session, key)
    may_show_otherwise(here.session, at, telling)
    undoable(here, Happened.EDITED, steps=here.session.steps)
    steps = edited(here.session.steps, at, telling)
    moved(here, Happened.EDITED, leader_id(who), steps=steps, turn=turn + 1)


@transaction.atomic
def reveal(who: Who, session_id: int, key: str) -> None:
    """Show everybody what was written in a step, where its method lets it be shown.

    What is written in the step afterwards is everybody's at once. Again changes nothing.

    Raises:
        Denied: not somebody who leads.
        Refused: no such step, it stays with those who wrote it, or the session is not going on.
    """
    here = held_leading(who, session_id)
    running(here)
    session = here.session
    step = session.steps[_place_of(session, key)]
    if step.get("reveal") != ON_REVEAL:
        refuse_for("step", Code.NOT_HERE)
    if key in session.revealed:
        return
    undoable(here, Happened.REVEALED, revealed=session.revealed)
    show(session, step, shown=True)
    moved(here, Happened.REVEALED, leader_id(who), revealed=[*session.revealed, key])


def show(session: Session, step: Step, *, shown: bool) -> None:
    """Show what was written in a step, or hide it again."""
    at = now() if shown else None
    rows = Entry.objects.filter(session=session, step=step["key"])
    rows.filter(revealed_at__isnull=shown).update(revealed_at=at)
    for what in asked_of(step):
        if what in SHOWN_WITH:
            table, phase = SHOWN_WITH[what]
            told = table._default_manager.filter(session=session, phase=phase)
            told.filter(revealed_at__isnull=shown).update(revealed_at=at)


def _turned(who: Who, session_id: int, turn: int) -> Seat:
    here = held_leading(who, session_id)
    if here.session.turn != turn:
        raise Stale
    return here


def _where(session: Session) -> dict[str, Any]:
    started = session.step_started_at
    return {
        "step": session.step,
        "step_started_at": started.isoformat() if started else None,
        "prolonged": session.prolonged,
    }


def _place_of(session: Session, key: str) -> int:
    at = place_of(session.steps, key)
    if at is None:
        refuse_for("step", Code.NO_SUCH_STEP)
    return at
