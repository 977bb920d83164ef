"""The sides of a dilemma, and the considerations that stand there."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q

from handlerum.dilemmas.access import consideration
from handlerum.dilemmas.models import Consideration, Dilemma, Side
from handlerum.dilemmas.problems import refuse
from handlerum.dilemmas.rules.making import consideration_problems, count_problems
from handlerum.dilemmas.rules.problem import Code, Problem
from handlerum.dilemmas.services.writing import held, may_change, part, tell, tell_of
from handlerum.dilemmas.telling import ConsiderationTelling
from handlerum.knowledge.terms import Audience
from handlerum.organisations.access import Denied, Reader
from handlerum.trail.terms import Thing, Verb


@transaction.atomic
def add_consideration(reader: Reader, dilemma_id: int, telling: ConsiderationTelling) -> Side:
    """Add a side with a consideration that is told anew. Whoever may read may add.

    Raises:
        Denied: the dilemma is not the reader's to see.
        Refused: the consideration may not be stored as it is, or there are sides enough.
    """
    dilemma = held(reader, dilemma_id)
    refuse(consideration_problems(telling) + count_problems(dilemma.sides.count() + 1))
    side = place(reader, dilemma, told_anew(reader, telling).id)
    tell(reader, Verb.LINKED, dilemma)
    return side


@transaction.atomic
def reuse(reader: Reader, dilemma_id: int, consideration_id: int) -> Side:
    """Add a side with a consideration that exists already.

    Raises:
        Denied: the dilemma or the consideration is not the reader's to see.
        Refused: it is there already, was told to fewer readers, or there are sides enough.
    """
    dilemma = held(reader, dilemma_id)
    refuse(count_problems(dilemma.sides.count() + 1))
    side = place(reader, dilemma, consideration_id)
    tell(reader, Verb.LINKED, dilemma)
    return side


@transaction.atomic
def edit_consideration(
    reader: Reader, consideration_id: int, telling: ConsiderationTelling
) -> Consideration:
    """Change a consideration of one's own, as long as it stands in no dilemma of others.

    Raises:
        Denied: the reader did not write it.
        Refused: it may not be stored as it is, or others use it.
    """
    found = consideration(reader, consideration_id)
    if found.by_id != reader.user_id:
        raise Denied
    refuse(consideration_problems(telling))
    if found.sides.exclude(dilemma__owner_id=reader.user_id).exists():
        refuse([Problem("consideration", Code.USED_BY_OTHERS)])
    _fill(found, telling).save()
    tell_of(reader, Verb.EDITED, Thing.CONSIDERATION, found.id)
    return found


@transaction.atomic
def remove_side(reader: Reader, side_id: int) -> None:
    """Take a side off one's own dilemma, with what was weighed there.

    Raises:
        Denied: the dilemma is not the reader's own.
        Refused: fewer than two would be left.
    """
    side = part(reader, Side.objects.all(), side_id)
    if not may_change(reader, side.dilemma, side.dilemma.owner_id):
        raise Denied
    refuse(count_problems(side.dilemma.sides.count() - 1))
    side.delete()
    forget_unused([side.consideration_id])
    tell(reader, Verb.CHANGED, side.dilemma)


def told_anew(reader: Reader, telling: ConsiderationTelling) -> Consideration:
    """A new consideration of a telling that was checked."""
    made = Consideration(organisation_id=reader.organisation_id, by_id=reader.user_id)
    _fill(made, telling).save()
    tell_of(reader, Verb.CREATED, Thing.CONSIDERATION, made.id)
    return made


def place(reader: Reader, dilemma: Dilemma, consideration_id: int) -> Side:
    """Give a consideration the next place in a dilemma.

    Raises:
        Denied: it is not the reader's to see.
        Refused: it is there already, or was told to fewer readers.
    """
    found = consideration(reader, consideration_id)
    if dilemma.sides.filter(consideration=found).exists():
        refuse([Problem("considerations", Code.TWICE)])
    refuse(wide_problems(reader, [found.id], dilemma.audience, dilemma.team_id))
    last = dilemma.sides.aggregate(last=Max("place"))["last"] or 0
    return Side.objects.create(dilemma=dilemma, consideration=found, place=last + 1)


def wide_problems(
    reader: Reader,
    consideration_ids: Iterable[int],
    audience: str,
    team_id: int | None,
    *,
    field: str = "considerations",
) -> list[Problem]:
    """Whether those readers may be shown considerations that others wrote for fewer."""
    if audience == Audience.ME:
        return []
    reached = Q(dilemma__audience=Audience.ORGANISATION)
    if team_id:
        reached |= Q(dilemma__audience=Audience.TEAM, dilemma__team_id=team_id)
    told = Side.objects.filter(reached, consideration=OuterRef("pk"))
    narrow = Consideration.objects.filter(~Exists(told), id__in=list(consideration_ids))
    if narrow.exclude(by_id=reader.user_id).exists():
        return [Problem(field, Code.NOT_SO_WIDE)]
    return []


def forget_unused(consideration_ids: Iterable[int]) -> None:
    """Let no consideration stay behind that stands in no dilemma and is owed nothing."""
    gone = Consideration.objects.filter(id__in=list(consideration_ids), sides=None, owed=None)
    gone.delete()


def _fill(row: Consideration, telling: ConsiderationTelling) -> Consideration:
    row.name = " ".join(telling.name.split())
    row.bearer = telling.bearer
    row.at_stake = telling.at_stake.strip()
    row.kept = dict(telling.kept)
    return row
