"""What a session leaves behind: options, assumptions, next steps, what is carried over."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import transaction

from handlerum.knowledge.access import visible as visible_contributions
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.models import Membership
from handlerum.reflection.access import Seat, Who, seat
from handlerum.reflection.models import (
    ActionOption,
    Assumption,
    CarriedOver,
    Entry,
    NextStep,
    TypedRow,
)
from handlerum.reflection.problems import refuse
from handlerum.reflection.queries.laid_out import for_everybody
from handlerum.reflection.rules.session_steps import asking, place_of, shown_at_once
from handlerum.reflection.rules.session_writing import AnyTelling, problems
from handlerum.reflection.services.writing import held, put
from handlerum.reflection.telling import (
    AssumptionTelling,
    CarriedTelling,
    NextStepTelling,
    OptionTelling,
)

Row = TypeVar("Row", bound=TypedRow)


def note_option(who: Who, session_id: int, telling: OptionTelling) -> ActionOption:
    """Note something that could be done, and what opened it: a contribution or an entry.

    Raises:
        Denied: the session is not theirs, or they cannot see what is said to have opened it.
        Refused: it may not be stored as it is, or not now.
    """
    opened = {
        "phase": telling.phase,
        "contribution_id": telling.contribution_id,
        "entry_id": telling.entry_id,
    }
    return _note(who, session_id, ActionOption, telling, opened, f"options_{telling.phase}")


def note_assumption(who: Who, session_id: int, telling: AssumptionTelling) -> Assumption:
    """Note something that is taken for granted.

    Raises:
        Denied: the session is not theirs.
        Refused: it may not be stored as it is, or not now.
    """
    asked = f"assumptions_{telling.phase}"
    return _note(who, session_id, Assumption, telling, {"phase": telling.phase}, asked)


def note_next_step(who: Who, session_id: int, telling: NextStepTelling) -> NextStep:
    """Note what will be done, by whom, before when. Everybody sees it at once.

    Raises:
        Denied: the session is not theirs, or the owner is no member of its organisation.
        Refused: it may not be stored as it is, or not now.
    """
    values = {
        "owner_id": telling.owner_id,
        "owner_role": telling.owner_role.strip(),
        "due": telling.due,
    }
    return _note(who, session_id, NextStep, telling, values)


def carry_over(who: Who, session_id: int, telling: CarriedTelling) -> CarriedOver:
    """Note what is taken along to next time. Everybody sees it at once.

    Raises:
        Denied: the session is not theirs.
        Refused: it may not be stored as it is, or not now.
    """
    return _note(who, session_id, CarriedOver, telling, {})


def _note(
    who: Who,
    session_id: int,
    table: type[Row],
    telling: AnyTelling,
    values: dict[str, Any],
    asked: str = "",
) -> Row:
    seat(who, session_id)
    refuse(problems(telling))
    with transaction.atomic():
        here = held(who, session_id)
        must_be_theirs(who, here, values)
        return put(
            who,
            here,
            table,
            telling,
            values,
            is_open=not asked or _is_asked_now(here, asked),
            shown=not asked or _is_shown(here, asked),
        )


def must_be_theirs(who: Who, here: Seat, values: Mapping[str, Any]) -> None:
    """See that what a row names can be seen by who writes it.

    Raises:
        Denied: an entry that is not shown, a contribution that is not theirs to read and was not
            laid out for everybody, or an owner who is no member.
    """
    session = here.session
    if entry_id := values.get("entry_id"):
        shown = Entry.objects.filter(session=session, revealed_at__isnull=False)
        mine = Entry.objects.filter(session=session, participant=here.participant or -1)
        if not (shown | mine).filter(id=entry_id).exists():
            raise Denied
    if contribution_id := values.get("contribution_id"):
        _must_see(who, here, contribution_id)
    if owner_id := values.get("owner_id"):
        members = Membership.objects.filter(organisation_id=session.organisation_id)
        if not members.filter(user_id=owner_id, is_active=True).exists():
            raise Denied


def _must_see(who: Who, here: Seat, contribution_id: int) -> None:
    laid_out = contribution_id in here.session.laid_out
    if laid_out and for_everybody(here.session, [contribution_id]):
        return
    if not isinstance(who, Reader):
        raise Denied
    if not visible_contributions(who).filter(id=contribution_id).exists():
        raise Denied


def _is_asked_now(here: Seat, asked: str) -> bool:
    """Whether it may still be changed: while its step is on, or where no step asks for it."""
    session = here.session
    steps = asking(session.steps, asked)
    return not steps or any(place_of(session.steps, s["key"]) == session.step for s in steps)


def _is_shown(here: Seat, asked: str) -> bool:
    session = here.session
    return any(shown_at_once(step, session.revealed) for step in asking(session.steps, asked))
