"""Cards in their order within groups. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Laid:
    """Where a card lies: in a group, or beside them all, and its place there."""

    card: int
    group: int | None
    place: int


def laid(cards: Sequence[Laid], card: int, group: int | None, place: int) -> list[Laid]:
    """The cards that must be written when one is laid at a place of a group.

    Places are counted from 0 without gaps, in the group it goes to and the one it leaves; a place
    beyond the end is the end.
    """
    before = {one.card: one for one in cards}
    groups = {group, before[card].group}
    after: list[Laid] = []
    for of in groups:
        row = [one.card for one in _in_order(cards) if one.group == of and one.card != card]
        if of == group:
            row.insert(max(0, min(place, len(row))), card)
        after += [Laid(one, of, number) for number, one in enumerate(row)]
    return [one for one in after if before[one.card] != one]


def _in_order(cards: Sequence[Laid]) -> list[Laid]:
    return sorted(cards, key=lambda one: (one.place, one.card))
