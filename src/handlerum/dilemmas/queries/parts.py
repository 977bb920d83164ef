"""Single parts of boards, for pages that show them before anything is done; and their number."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Count, Model, QuerySet

from handlerum.dilemmas.access import visible
from handlerum.dilemmas.models import Option, Side, Weighing
from handlerum.knowledge.access import visible as visible_contributions
from handlerum.knowledge.terms import State
from handlerum.organisations.access import Denied, Reader

Row = TypeVar("Row", bound=Model)


def side_of(reader: Reader, side_id: int) -> Side:
    """A side of a dilemma that the reader may see, with both at hand.

    Raises:
        Denied: there is none.
    """
    return _one(reader, Side.objects.select_related("dilemma", "consideration"), side_id)


def option_of(reader: Reader, option_id: int) -> Option:
    """An option in a dilemma that the reader may see.

    Raises:
        Denied: there is none.
    """
    return _one(reader, Option.objects.select_related("dilemma"), option_id)


def weighing_of(reader: Reader, weighing_id: int) -> Weighing:
    """A contribution's place on a board that the reader may see.

    Raises:
        Denied: there is none.
    """
    return _one(reader, Weighing.objects.all(), weighing_id)


def pieces(reader: Reader, dilemma_ids: Iterable[int]) -> dict[int, int]:
    """How many contributions the reader sees on each of those boards; none where it is missing."""
    seen = visible_contributions(reader).filter(state=State.SHARED)
    there = Weighing.objects.filter(
        dilemma__in=visible(reader).filter(id__in=list(dilemma_ids)), contribution__in=seen
    )
    counted = there.values("dilemma_id").annotate(n=Count("contribution", distinct=True))
    return dict(counted.values_list("dilemma_id", "n"))


def _one(reader: Reader, rows: QuerySet[Row], part_id: int) -> Row:
    found = rows.filter(dilemma__in=visible(reader), id=part_id).first()
    if found is None:
        raise Denied
    return found
