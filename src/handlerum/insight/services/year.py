"""Making a year status from the data, writing in it, publishing it."""

from django.db import transaction
from django.db.models import F

from handlerum.core.clock import now, today
from handlerum.core.database import scrub
from handlerum.dilemmas.rules.problem import Code as Common
from handlerum.dilemmas.rules.problem import Problem
from handlerum.insight.access import drafter, editable, part, principle
from handlerum.insight.models import EarlierText, Principle, YearPart, YearStatus
from handlerum.insight.problems import refuse
from handlerum.insight.queries.year_facts import gather
from handlerum.insight.rules.year import (
    MOST_PRINCIPLES,
    Code,
    part_problems,
    period_problems,
    principle_problems,
)
from handlerum.insight.terms import Part, YearState
from handlerum.insight.year_sentences import proposed
from handlerum.insight.year_telling import Kept, Period, PrincipleTelling
from handlerum.knowledge.services import Stale
from handlerum.organisations.access import Reader
from handlerum.privacy import ledger
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb


@transaction.atomic
def make(reader: Reader, period: Period, *, is_example: bool = False) -> YearStatus:
    """A draft of the year, with figures and a proposed text for every part.

    Returns:
        The one of exactly that period where it was made already, as it stands.

    Raises:
        Denied: the reader may not write the year's status.
        Refused: there can be none of that period.
    """
    drafter(reader)
    refuse(period_problems(period, today()))
    assert period.starts
    assert period.ends
    status, is_new = YearStatus.objects.get_or_create(
        organisation_id=reader.organisation_id,
        starts=period.starts,
        ends=period.ends,
        defaults={
            "begun_by_id": reader.user_id,
            "counted_at": now(),
            "is_example": is_example,
        },
    )
    if is_new:
        facts = gather(reader, period.starts, period.ends)
        YearPart.objects.bulk_create(
            YearPart(status=status, part=one, facts=facts[one], text=proposed(one, facts[one]))
            for one in Part
        )
        _tell(reader, Verb.CREATED, status)
    return status


@transaction.atomic
def count_again(reader: Reader, status_id: int) -> YearStatus:
    """Take the figures anew. Text that somebody wrote stays; the rest is proposed anew.

    Raises:
        Denied: the reader may not write it.
        Refused: it is published.
    """
    status = _held(reader, status_id)
    facts = gather(reader, status.starts, status.ends)
    for row in status.parts.all():
        row.facts = facts[Part(row.part)]
        if not row.version:
            row.text = proposed(row.part, row.facts)
        row.save(update_fields=["facts", "text"])
    status.counted_at = now()
    status.save(update_fields=["counted_at"])
    _tell(reader, Verb.CHANGED, status)
    return status


@transaction.atomic
def write_part(
    reader: Reader, part_id: int, text: str, *, version: int, kept: Kept = ()
) -> YearPart:
    """Write a part anew. What it said before is kept and can be read.

    Args:
        version: the version number the writer started from.

    Raises:
        Denied: the reader may not write it.
        Stale: somebody else wrote it since `version`.
        Refused: it is published, or the text may not be stored as it is.
    """
    row = part(reader, part_id)
    status = _held(reader, row.status_id)
    # Counted in the database: of two at once, the second finds the number moved.
    same = YearPart.objects.filter(id=row.id, version=version)
    if not same.update(version=F("version") + 1):
        raise Stale
    refuse(part_problems(text, kept))
    row.refresh_from_db()
    before, row.text, row.kept = row.text, text.strip(), dict(kept)
    _keep_earlier(row, before)
    row.save(update_fields=["text", "kept"])
    EarlierText.objects.create(part=row, number=row.version, text=row.text, by_id=reader.user_id)
    _tell(reader, Verb.EDITED, status)
    return row


@transaction.atomic
def name_principle(reader: Reader, status_id: int, telling: PrincipleTelling) -> Principle:
    """Name a principle, and say what there is to say of the three questions.

    Raises:
        Denied: the reader may not write it.
        Refused: it is published, there are too many, or it may not be stored as it is.
    """
    status = _held(reader, status_id)
    refuse(principle_problems(telling))
    many = status.principles.count()
    if many >= MOST_PRINCIPLES:
        refuse([Problem("name", Common.TOO_MANY, MOST_PRINCIPLES, many + 1)])
    row = Principle(status=status, by_id=reader.user_id)
    _fill(row, telling)
    row.save()
    _tell(reader, Verb.EDITED, status)
    return row


@transaction.atomic
def write_principle(
    reader: Reader, principle_id: int, telling: PrincipleTelling, *, version: int
) -> Principle:
    """Write a principle anew; see `write_part`."""
    row = principle(reader, principle_id)
    status = _held(reader, row.status_id)
    same = Principle.objects.filter(id=row.id, version=version)
    if not same.update(version=F("version") + 1):
        raise Stale
    refuse(principle_problems(telling))
    row.version = version + 1
    _fill(row, telling)
    row.save()
    _tell(reader, Verb.EDITED, status)
    return row


@transaction.atomic
def drop_principle(reader: Reader, principle_id: int) -> YearStatus:
    """Take a principle out of a draft.

    Raises:
        Denied: the reader may not write it.
        Refused: it is published.
    """
    row = principle(reader, principle_id)
    status = _held(reader, row.status_id)
    row.delete()
    transaction.on_commit(scrub)
    _tell(reader, Verb.EDITED, status)
    return status


@transaction.atomic
def publish(reader: Reader, status_id: int) -> YearStatus:
    """Let the whole organisation read it. Again changes nothing.

    Raises:
        Denied: the reader may not write it.
    """
    status = _waited_for(reader, status_id)
    if status.state != YearState.PUBLISHED:
        status.state = YearState.PUBLISHED
        status.published_at, status.published_by_id = now(), reader.user_id
        status.save(update_fields=["state", "published_at", "published_by"])
        _tell(reader, Verb.PUBLISHED, status)
    return status


@transaction.atomic
def take_back(reader: Reader, status_id: int) -> YearStatus:
    """Make it a draft again, so that it can be written in.

    Raises:
        Denied: the reader may not write it.
    """
    status = _waited_for(reader, status_id)
    if status.state != YearState.DRAFT:
        status.state, status.published_at, status.published_by_id = YearState.DRAFT, None, None
        status.save(update_fields=["state", "published_at", "published_by"])
        _tell(reader, Verb.WITHDREW, status)
    return status


@transaction.atomic
def delete(reader: Reader, status_id: int) -> None:
    """Erase a draft with all that was written in it; a line in the trail stays.

    Raises:
        Denied: the reader may not write it.
        Refused: it is published.
        OSError: the deletion ledger cannot be written.
    """
    status = _held(reader, status_id)
    ledger.note(ledger.Erased(Thing.YEAR_STATUS, status.id, status.created_at))
    _tell(reader, Verb.ERASED, status)
    status.delete()
    transaction.on_commit(scrub)


def _held(reader: Reader, status_id: int) -> YearStatus:
    """A draft that the reader may write; whoever else would write in it waits."""
    status = _waited_for(reader, status_id)
    if status.state == YearState.PUBLISHED:
        refuse([Problem("status", Code.PUBLISHED)])
    return status


def _waited_for(reader: Reader, status_id: int) -> YearStatus:
    drafter(reader)
    YearStatus.objects.filter(id=status_id).select_for_update().first()
    return editable(reader, status_id)


def _keep_earlier(row: YearPart, text: str) -> None:
    """The proposed text is kept once, under the number 0."""
    if row.version == 1:
        EarlierText.objects.get_or_create(part=row, number=0, defaults={"text": text})


def _fill(row: Principle, telling: PrincipleTelling) -> None:
    row.name, row.meaningful = telling.name.strip(), telling.meaningful.strip()
    row.followed, row.results = telling.followed.strip(), telling.results.strip()
    row.kept = dict(telling.kept)


def _tell(reader: Reader, verb: Verb, status: YearStatus) -> None:
    record(
        verb,
        Thing.YEAR_STATUS,
        status.id,
        organisation_id=reader.organisation_id,
        actor_id=reader.user_id,
    )
