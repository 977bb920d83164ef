"""What every write to a practice begins and ends with."""

from typing import TypeVar

from django.db.models import Model, QuerySet

from handlerum.core.clock import now
from handlerum.legislation.citing_services import note_citations
from handlerum.organisations.access import Denied, Reader
from handlerum.practice.access import editable, may_edit, practices, readable
from handlerum.practice.models import Practice
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb

Row = TypeVar("Row", bound=Model)


def held(reader: Reader, practice_id: int) -> Practice:
    """A practice the reader may see. Whoever else would write to it waits.

    Raises:
        Denied: it is not the reader's to see.
    """
    _wait_for(reader, practice_id)
    return readable(reader, practice_id)


def held_editable(reader: Reader, practice_id: int) -> Practice:
    """A practice the reader may change; see `held`.

    Raises:
        Denied: it is not the reader's to see, or not theirs to change.
    """
    _wait_for(reader, practice_id)
    return editable(reader, practice_id)


def part(reader: Reader, rows: QuerySet[Row], part_id: int) -> Row:
    """A row that belongs to a practice the reader may see; the practice is held.

    Args:
        rows: rows with a `practice`.

    Raises:
        Denied: there is none, or it belongs to one that is not the reader's to see.
    """
    mine = rows.filter(practice__in=practices(reader), pk=part_id)
    practice_id = mine.values_list("practice_id", flat=True).first()
    if practice_id is None:
        raise Denied
    _wait_for(reader, practice_id)
    found = mine.select_related("practice").first()
    if found is None:  # taken away while we waited
        raise Denied
    return found


def may_take(reader: Reader, practice: Practice, by_id: int | None) -> bool:
    """Whether the reader may take away what somebody laid there."""
    return by_id == reader.user_id or may_edit(reader, practice)


def cite(practice: Practice) -> None:
    """Note the provisions that a practice speaks of, as they were on its day."""
    note_citations(
        Thing.PRACTICE,
        practice.id,
        practice.organisation_id,
        "\n".join([practice.law, practice.title, practice.text]),
        practice.law_as_of,
    )


def tell(reader: Reader, verb: Verb, practice: Practice) -> None:
    """End a write: the practice has moved, and the trail says how."""
    Practice.objects.filter(id=practice.id).update(changed_at=now())
    record(
        verb,
        Thing.PRACTICE,
        practice.id,
        organisation_id=reader.organisation_id,
        actor_id=reader.user_id,
    )


def _wait_for(reader: Reader, practice_id: int) -> None:
    practices(reader).filter(id=practice_id).select_for_update().first()
