"""Laying cards in groups by hand. Those who lead do it, and can take it back."""

from django.db import transaction
from django.db.models import Max

from handlerum.organisations.access import Denied
from handlerum.reflection.access import Seat, Who
from handlerum.reflection.models import CardGroup, Entry
from handlerum.reflection.problems import refuse, refuse_for
from handlerum.reflection.rules.grouping_cards import Laid, laid
from handlerum.reflection.rules.session_problem import Code, in_texts
from handlerum.reflection.rules.session_steps import place_of
from handlerum.reflection.services.writing import (
    held_leading,
    leader_id,
    moved,
    running,
    undoable,
)
from handlerum.reflection.words import Happened

MAX_NAME = 100


@transaction.atomic
def make_group(who: Who, session_id: int, step: str, name: str = "") -> CardGroup:
    """Make an empty group for the cards of a step.

    Raises:
        Denied: not somebody who leads.
        Refused: the name may not be stored as it is, no such step, or not now.
    """
    here = _leading(who, session_id)
    refuse(in_texts({"name": name}, {"name": MAX_NAME}))
    if place_of(here.session.steps, step) is None:
        refuse_for("step", Code.NO_SUCH_STEP)
    others = CardGroup.objects.filter(session=here.session, step=step)
    last = others.aggregate(last=Max("place"))["last"]
    place = 0 if last is None else last + 1
    group = CardGroup.objects.create(
        session=here.session, step=step, name=name.strip(), place=place
    )
    undoable(here, Happened.GROUPED, unmake=[group.id])
    moved(here, Happened.GROUPED, leader_id(who))
    return group


@transaction.atomic
def rename_group(who: Who, session_id: int, group_id: int, name: str) -> None:
    """Give a group another name.

    Raises:
        Denied: not somebody who leads, or no such group in this session.
        Refused: the name may not be stored as it is, or not now.
    """
    here = _leading(who, session_id)
    refuse(in_texts({"name": name}, {"name": MAX_NAME}))
    group = _group(here, group_id)
    undoable(here, Happened.GROUPED, names=[[group.id, group.name]])
    group.name = name.strip()
    group.save(update_fields=["name"])
    moved(here, Happened.GROUPED, leader_id(who))


@transaction.atomic
def remove_group(who: Who, session_id: int, group_id: int) -> None:
    """Take a group away; its cards lie beside the others again.

    Raises:
        Denied: not somebody who leads, or no such group in this session.
    """
    here = _leading(who, session_id)
    group = _group(here, group_id)
    cards = [list(card) for card in group.cards.values_list("id", "group_id", "place")]
    made = [group.id, group.step, group.name, group.place]
    undoable(here, Happened.GROUPED, make=[made], cards=cards)
    group.delete()
    moved(here, Happened.GROUPED, leader_id(who))


@transaction.atomic
def move_card(
    who: Who, session_id: int, entry_id: int, group_id: int | None, place: int = 0
) -> None:
    """Lay a card at a place of a group, or beside the groups.

    Raises:
        Denied: not somebody who leads, or no such card or group in this session.
        Refused: the card cannot be seen yet, the group is another step's, or not now.
    """
    here = _leading(who, session_id)
    card = Entry.objects.filter(session=here.session, id=entry_id).first()
    if card is None:
        raise Denied
    if card.revealed_at is None or card.withdrawn_at:
        refuse_for("card", Code.NOT_HERE)
    if group_id is not None and _group(here, group_id).step != card.step:
        refuse_for("group", Code.NOT_HERE)
    before = _lying(here, card)
    after = laid(before, card.id, group_id, place)
    changed = {one.card for one in after}
    was = [[one.card, one.group, one.place] for one in before if one.card in changed]
    undoable(here, Happened.GROUPED, cards=was)
    Entry.objects.bulk_update(
        [Entry(id=one.card, group_id=one.group, place=one.place) for one in after],
        ["group", "place"],
    )
    moved(here, Happened.GROUPED, leader_id(who))


def _leading(who: Who, session_id: int) -> Seat:
    here = held_leading(who, session_id)
    running(here)
    return here


def _group(here: Seat, group_id: int) -> CardGroup:
    found = CardGroup.objects.filter(session=here.session, id=group_id).first()
    if found is None:
        raise Denied
    return found


def _lying(here: Seat, card: Entry) -> list[Laid]:
    """The cards of the step as they lie."""
    rows = Entry.objects.filter(session=here.session, step=card.step, kind=card.kind)
    seen = rows.filter(revealed_at__isnull=False, withdrawn_at=None)
    return [Laid(*row) for row in seen.values_list("id", "group_id", "place")]
