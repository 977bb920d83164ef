"""Taking back the facilitators' newest change.

What was before is kept by name: fields of the session as they were; `cards` as they lay; `names`
of groups; groups to `unmake`, and to `make` again.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction

from handlerum.reflection.access import Seat, Who
from handlerum.reflection.models import CardGroup, Entry, Undo
from handlerum.reflection.problems import refuse_for
from handlerum.reflection.rules.session_problem import Code
from handlerum.reflection.rules.session_steps import place_of
from handlerum.reflection.services.moving import show
from handlerum.reflection.services.writing import held_leading, leader_id, moved, not_closed
from handlerum.reflection.words import Happened

FIELDS = ("step", "prolonged", "steps", "revealed")


@transaction.atomic
def undo(who: Who, session_id: int) -> str:
    """Take back the newest change that those who lead have made.

    Returns:
        Which change it was, one of `words.Happened`.

    Raises:
        Denied: not somebody who leads.
        Refused: there is none, or the session is over.
    """
    here = held_leading(who, session_id)
    not_closed(here)
    last = Undo.objects.filter(session=here.session).order_by("-id").first()
    if last is None:
        refuse_for("undo", Code.NOTHING_TO_UNDO)
    before = last.before
    last.delete()
    if "revealed" in before:
        _hide_again(here, before["revealed"])
    for name, put_back in _ROWS.items():
        put_back(here, before.get(name, []))
    moved(here, Happened.UNDID, leader_id(who), **_fields(here, before))
    return str(last.happened)


def _fields(here: Seat, before: dict[str, Any]) -> dict[str, Any]:
    """The session's fields as they were. A turn is never taken back: others may have pressed."""
    fields = {name: before[name] for name in FIELDS if name in before}
    if started := before.get("step_started_at"):
        fields["step_started_at"] = datetime.fromisoformat(started)
    return fields | {"turn": here.session.turn + 1}


def _hide_again(here: Seat, revealed: list[str]) -> None:
    session = here.session
    for key in set(session.revealed) - set(revealed):
        at = place_of(session.steps, key)
        if at is not None:
            show(session, session.steps[at], shown=False)


def _make(here: Seat, groups: list[list[Any]]) -> None:
    for id_, step, name, place in groups:
        CardGroup.objects.create(id=id_, session=here.session, step=step, name=name, place=place)


def _lay(here: Seat, cards: list[list[Any]]) -> None:
    known = set(CardGroup.objects.filter(session=here.session).values_list("id", flat=True))
    for card, group, place in cards:
        rows = Entry.objects.filter(session=here.session, id=card)
        rows.update(group=group if group in known else None, place=place)


def _name(here: Seat, names: list[list[Any]]) -> None:
    for group, name in names:
        CardGroup.objects.filter(session=here.session, id=group).update(name=name)


def _unmake(here: Seat, groups: list[int]) -> None:
    CardGroup.objects.filter(session=here.session, id__in=groups).delete()


#: In this order: a group is there again before its cards are laid in it.
_ROWS: dict[str, Callable[[Seat, list[Any]], None]] = {
    "make": _make,
    "cards": _lay,
    "names": _name,
    "unmake": _unmake,
}
