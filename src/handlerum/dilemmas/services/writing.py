"""What every write to a dilemma begins and ends with."""

from typing import TypeVar

from django.db.models import Model, QuerySet

from handlerum.core.clock import now
from handlerum.dilemmas.access import own, readable, visible
from handlerum.dilemmas.models import Dilemma
from handlerum.organisations.access import Denied, Reader
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb

Row = TypeVar("Row", bound=Model)


def held(reader: Reader, dilemma_id: int) -> Dilemma:
    """A dilemma the reader may see. Whoever else would write on its board waits.

    Raises:
        Denied: it is not the reader's to see.
    """
    _wait_for(reader, dilemma_id)
    return readable(reader, dilemma_id)


def held_own(reader: Reader, dilemma_id: int) -> Dilemma:
    """One of the reader's own dilemmas; see `held`.

    Raises:
        Denied: it belongs to somebody else, or is not the reader's to see.
    """
    _wait_for(reader, dilemma_id)
    return own(reader, dilemma_id)


def part(reader: Reader, rows: QuerySet[Row], part_id: int) -> Row:
    """A row of a dilemma that the reader may see, by its id; the dilemma is held.

    Args:
        rows: rows with a `dilemma`.

    Raises:
        Denied: there is none, or it lies in a dilemma that is not the reader's to see.
    """
    mine = rows.filter(dilemma__in=visible(reader), id=part_id)
    dilemma_id = mine.values_list("dilemma_id", flat=True).first()
    if dilemma_id is None:
        raise Denied
    _wait_for(reader, dilemma_id)
    found = mine.select_related("dilemma").first()
    if found is None:  # taken away while we waited
        raise Denied
    return found


def may_change(reader: Reader, dilemma: Dilemma, by_id: int) -> bool:
    """Whether the reader may change what somebody wrote on a board: their own, or on their own."""
    return reader.user_id in (by_id, dilemma.owner_id)


def tell(reader: Reader, verb: Verb, dilemma: Dilemma) -> None:
    """End a write: the dilemma has moved, and the trail says how."""
    Dilemma.objects.filter(id=dilemma.id).update(changed_at=now())
    tell_of(reader, verb, Thing.DILEMMA, dilemma.id)


def tell_of(reader: Reader, verb: Verb, thing: Thing, *ids: int) -> None:
    """An entry of the trail for each of those things."""
    record(verb, thing, *ids, organisation_id=reader.organisation_id, actor_id=reader.user_id)


def _wait_for(reader: Reader, dilemma_id: int) -> None:
    visible(reader).filter(id=dilemma_id).select_for_update().first()
