"""Who may read a year status, and who may write it."""

from django.db.models import Q, QuerySet

from handlerum.insight.models import Nomination, Principle, YearPart, YearStatus
from handlerum.insight.terms import YearState
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.terms import Audience, State
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.terms import Role
from handlerum.practice.models import Trial

#: Who may make a draft of the year, write in it, choose for it and publish it.
DRAFTERS = frozenset({Role.KEY_PERSON, Role.LEADER, Role.CONSULTANT, Role.ADMINISTRATOR})


def may_draft(reader: Reader) -> bool:
    """Whether the reader may write the year's status."""
    return reader.role in DRAFTERS


def drafter(reader: Reader) -> Reader:
    """The reader, if they may write the year's status.

    Raises:
        Denied: they may not.
    """
    if not may_draft(reader):
        raise Denied
    return reader


def statuses(reader: Reader) -> QuerySet[YearStatus]:
    """Every year status the reader may see: what is published, and drafts for those who write."""
    here = YearStatus.objects.filter(organisation_id=reader.organisation_id)
    return here if may_draft(reader) else here.filter(state=YearState.PUBLISHED)


def readable(reader: Reader, status_id: int) -> YearStatus:
    """One year status the reader may see.

    Raises:
        Denied: it does not exist, or is not for this reader; which of them is not told.
    """
    found = statuses(reader).filter(id=status_id).select_related("organisation").first()
    if found is None:
        raise Denied
    return found


def editable(reader: Reader, status_id: int) -> YearStatus:
    """One year status that the reader may write; `Denied` otherwise."""
    return readable(drafter(reader), status_id)


def part(reader: Reader, part_id: int) -> YearPart:
    """One part of a year status that the reader may write; `Denied` otherwise."""
    mine = YearPart.objects.filter(status__in=statuses(drafter(reader)), id=part_id)
    found = mine.select_related("status").first()
    if found is None:
        raise Denied
    return found


def principle(reader: Reader, principle_id: int) -> Principle:
    """One principle of a year status that the reader may write; `Denied` otherwise."""
    mine = Principle.objects.filter(status__in=statuses(drafter(reader)), id=principle_id)
    found = mine.select_related("status").first()
    if found is None:
        raise Denied
    return found


def shared_with_all(organisation_id: int) -> Q:
    """The condition under which a contribution is for the whole organisation."""
    return Q(organisation_id=organisation_id, state=State.SHARED, audience=Audience.ORGANISATION)


def for_all(organisation_id: int) -> Q:
    """The condition under which anything of practice, or a dilemma, is for the whole of it."""
    return Q(organisation_id=organisation_id, audience=Audience.ORGANISATION)


def contributions_for_all(reader: Reader) -> QuerySet[Contribution]:
    """Contributions that everybody in the organisation may read."""
    return Contribution.objects.filter(shared_with_all(reader.organisation_id))


def trials_for_all(reader: Reader) -> QuerySet[Trial]:
    """Trials that everybody in the organisation may read."""
    return Trial.objects.filter(for_all(reader.organisation_id))


def nominations(reader: Reader) -> QuerySet[Nomination]:
    """Nominations of what everybody in the organisation may still read."""
    return Nomination.objects.filter(
        Q(contribution__in=contributions_for_all(reader)) | Q(trial__in=trials_for_all(reader)),
        organisation_id=reader.organisation_id,
    )


def nomination(reader: Reader, nomination_id: int) -> Nomination:
    """One of them; `Denied` where there is none of that id."""
    found = nominations(reader).filter(id=nomination_id)
    row = found.select_related("contribution", "trial", "by").first()
    if row is None:
        raise Denied
    return row
