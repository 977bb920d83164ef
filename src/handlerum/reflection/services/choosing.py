"""Choosing without words: dots on cards, a place on a line, an answer to a statement.

Each participant has one answer of each kind; choosing again changes it while the step is on.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from handlerum.reflection.access import Seat, Who
from handlerum.reflection.models import Entry
from handlerum.reflection.problems import refuse, refuse_for
from handlerum.reflection.rules.session_problem import Code
from handlerum.reflection.rules.session_steps import dots_of, place_of
from handlerum.reflection.rules.session_writing import dots_problems, line_problems, vote_problems
from handlerum.reflection.services.entries import put_entry
from handlerum.reflection.services.writing import held
from handlerum.reflection.telling import EntryTelling
from handlerum.reflection.words import EntryKind


@transaction.atomic
def lay_dots(who: Who, session_id: int, step: str, dots: Mapping[int, int]) -> Entry:
    """Lay all of one's dots in a step: how many on which entry.

    Raises:
        Denied: the session is not theirs.
        Refused: too many, on something that cannot be seen there, or not now.
    """
    here = held(who, session_id)
    at = place_of(here.session.steps, step)
    if at is None:
        refuse_for("step", Code.NO_SUCH_STEP)
    cards = _seen(here).filter(id__in=dots).values_list("id", flat=True)
    refuse(dots_problems(dots, set(cards), dots_of(here.session.steps[at])))
    value = {str(card): many for card, many in sorted(dots.items())}
    return _choose(who, here, step, EntryKind.DOTS, ":dots", value)


@transaction.atomic
def place_on_line(
    who: Who, session_id: int, step: str, place: int, entry_id: int | None = None
) -> Entry:
    """Choose a place on the step's line, from 0 to 100; for the step, or for one of its entries.

    Raises:
        Denied: the session is not theirs.
        Refused: no such place or entry, or not now.
    """
    here = held(who, session_id)
    refuse(line_problems(place))
    if entry_id is not None:
        _must_see(here, entry_id)
    value = {"place": place} | ({} if entry_id is None else {"entry": entry_id})
    return _choose(who, here, step, EntryKind.LINE, f":line:{entry_id or ''}", value)


@transaction.atomic
def vote(who: Who, session_id: int, step: str, statement_id: int, said: str) -> Entry:
    """Say agree, disagree or pass to a statement that can be seen.

    Raises:
        Denied: the session is not theirs.
        Refused: no such statement or answer, or not now.
    """
    here = held(who, session_id)
    refuse(vote_problems(said))
    _must_see(here, statement_id, kind=EntryKind.STATEMENT)
    value = {"statement": statement_id, "vote": said}
    return _choose(who, here, step, EntryKind.VOTE, f":vote:{statement_id}", value)


def _choose(who: Who, here: Seat, step: str, kind: str, key: str, value: dict[str, Any]) -> Entry:
    telling = EntryTelling(step, f"{key}:{step}"[:100], "", kind)
    return put_entry(who, here, telling, {"step": step, "kind": kind, "value": value})


def _seen(here: Seat) -> Any:
    """The entries that everybody in the session can see."""
    shown = Entry.objects.filter(session=here.session, revealed_at__isnull=False)
    return shown.filter(withdrawn_at=None)


def _must_see(here: Seat, entry_id: int, **more: str) -> None:
    if not _seen(here).filter(id=entry_id, **more).exists():
        refuse_for("entry", Code.NOT_HERE)
