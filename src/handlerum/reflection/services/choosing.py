"""Choosing without words: dots, a place on a line, an answer to a statement, points shared out.

Each participant has one answer of each kind. Choosing again changes it while the step is on, until
the answers are shown: two pictures with one answer between them tell how that one answered.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from handlerum.core.clock import now
from handlerum.reflection.access import Seat, Who
from handlerum.reflection.models import Entry, Session
from handlerum.reflection.problems import refuse, refuse_for
from handlerum.reflection.rules.choosing import (
    about,
    allocation_problems,
    answers_key,
    answers_shown,
    choices_of,
    may_show,
    total_of,
)
from handlerum.reflection.rules.session_problem import Code
from handlerum.reflection.rules.session_steps import dots_of, place_of
from handlerum.reflection.rules.session_writing import dots_problems, line_problems, vote_problems
from handlerum.reflection.services.entries import put_entry
from handlerum.reflection.services.writing import (
    held,
    held_leading,
    leader_id,
    moved,
    running,
    undoable,
)
from handlerum.reflection.telling import EntryTelling, Step
from handlerum.reflection.words import CHOSEN, EntryKind, Happened

#: As what a step's own choices are kept; cards elsewhere.
_GIVEN_AS = {"statements": EntryKind.STATEMENT}


@transaction.atomic
def lay_dots(who: Who, session_id: int, step: str, dots: Mapping[int, int]) -> Entry:
    """Lay all of one's dots in a step: how many on which entry.

    Raises:
        Denied: the session is not theirs.
        Refused: too many, on something that cannot be seen there, or not now.
    """
    here, told = _open(who, session_id, step)
    cards = _seen(here).filter(id__in=dots).values_list("id", flat=True)
    refuse(dots_problems(dots, set(cards), dots_of(told)))
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
    here, _ = _open(who, session_id, step)
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
    here, _ = _open(who, session_id, step)
    refuse(vote_problems(said))
    _must_see(here, statement_id, kind=EntryKind.STATEMENT, step=step)
    value = {"statement": statement_id, "vote": said}
    return _choose(who, here, step, EntryKind.VOTE, f":vote:{statement_id}", value)


@transaction.atomic
def allocate(who: Who, session_id: int, step: str, parts: Mapping[int, int]) -> Entry:
    """Share the step's whole sum out: how much to which entry.

    Raises:
        Denied: the session is not theirs.
        Refused: it is not the whole sum, it goes to something that cannot be seen there, or not
            now.
    """
    here, told = _open(who, session_id, step)
    steps = here.session.steps
    among = about(steps, place_of(steps, step) or 0)
    choices = _seen(here).filter(step=among).values_list("id", flat=True)
    given = {choice: part for choice, part in sorted(parts.items()) if part}
    refuse(allocation_problems(given, set(choices), total_of(told)))
    value = {str(choice): part for choice, part in given.items()}
    return _choose(who, here, step, EntryKind.ALLOCATION, ":allocation", value)


@transaction.atomic
def show_answers(who: Who, session_id: int, key: str) -> None:
    """Show everybody how a step was answered. Nobody answers after that; again changes nothing.

    Raises:
        Denied: not somebody who leads.
        Refused: no such step, it has no answers to show, or the session is not going on.
    """
    here = held_leading(who, session_id)
    running(here)
    session = here.session
    step = _step(session, key)
    if not may_show(step):
        refuse_for("step", Code.NOT_HERE)
    if answers_shown(step, session.revealed):
        return
    undoable(here, Happened.REVEALED, revealed=session.revealed)
    rows = Entry.objects.filter(session=session, step=key, kind__in=CHOSEN)
    rows.update(revealed_at=now())
    revealed = [*session.revealed, answers_key(step)]
    moved(here, Happened.REVEALED, leader_id(who), revealed=revealed)


def lay_choices(session: Session) -> None:
    """Put what the present step has to choose among before everybody; again changes nothing.

    They are entries of nobody, so that they are voted on, placed and counted like all others.
    """
    step = session.current
    given = choices_of(step)
    rows = Entry.objects.filter(session=session, step=step["key"], participant=None)
    known = set(rows.values_list("key", flat=True))
    kind = _GIVEN_AS.get(str(step.get("input")), EntryKind.CARD)
    Entry.objects.bulk_create(
        Entry(
            session=session,
            step=step["key"],
            key=f":choice:{number}",
            kind=kind,
            text=choice["da"],
            value={"en": choice["en"]} if choice.get("en") else {},
            place=number,
            revealed_at=now(),
        )
        for number, choice in enumerate(given)
        if f":choice:{number}" not in known
    )


def _open(who: Who, session_id: int, key: str) -> tuple[Seat, Step]:
    """Who chooses, and in which step, while its answers are not shown."""
    here = held(who, session_id)
    step = _step(here.session, key)
    if answers_shown(step, here.session.revealed):
        refuse_for("step", Code.ANSWERS_SHOWN)
    return here, step


def _step(session: Session, key: str) -> Step:
    at = place_of(session.steps, key)
    if at is None:
        refuse_for("step", Code.NO_SUCH_STEP)
    found: Step = session.steps[at]
    return found


def _choose(who: Who, here: Seat, step: str, kind: str, key: str, value: dict[str, Any]) -> Entry:
    telling = EntryTelling(step, f"{key}:{step}"[:100], "", kind)
    # What was taken back holds nothing, and the same may be chosen anew.
    mine = Entry.objects.filter(participant=here.participant or -1, key=telling.key)
    mine.filter(withdrawn_at__isnull=False).delete()
    return put_entry(who, here, telling, {"step": step, "kind": kind, "value": value})


def _seen(here: Seat) -> Any:
    """The entries that everybody in the session can see."""
    shown = Entry.objects.filter(session=here.session, revealed_at__isnull=False)
    return shown.filter(withdrawn_at=None).exclude(kind__in=CHOSEN)


def _must_see(here: Seat, entry_id: int, **more: str) -> None:
    if not _seen(here).filter(id=entry_id, **more).exists():
        refuse_for("entry", Code.NOT_HERE)
