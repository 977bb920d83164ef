"""Making, editing and deleting a dilemma."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F, Q

from handlerum.core.clock import today
from handlerum.core.database import scrub
from handlerum.dilemmas.models import Choice, Consequence, Dilemma, FalseTest, Option
from handlerum.dilemmas.problems import refuse
from handlerum.dilemmas.rules.making import Named, problems, sides_problems
from handlerum.dilemmas.rules.problem import Code, Problem
from handlerum.dilemmas.services.sides import forget_unused, place, told_anew, wide_problems
from handlerum.dilemmas.services.writing import held_own, tell
from handlerum.dilemmas.telling import DilemmaTelling
from handlerum.knowledge.services import Stale
from handlerum.knowledge.terms import Audience
from handlerum.legislation.citing_services import forget_citations, note_citations
from handlerum.organisations.access import Reader
from handlerum.privacy import ledger
from handlerum.trail.terms import Thing, Verb


@transaction.atomic
def make(
    reader: Reader, telling: DilemmaTelling, named: Sequence[Named], *, is_example: bool = False
) -> Dilemma:
    """Set considerations against each other around a question.

    Args:
        named: two or more considerations, told anew or by the id of one that exists.

    Raises:
        Denied: a consideration is not the reader's to see.
        Refused: something may not be stored as it is.
    """
    refuse(problems(telling, reader.team_ids) + sides_problems(named))
    dilemma = Dilemma(
        organisation_id=reader.organisation_id, owner_id=reader.user_id, is_example=is_example
    )
    _fill(dilemma, telling)
    dilemma.save()
    for one in named:
        place(reader, dilemma, one if isinstance(one, int) else told_anew(reader, one).id)
    _cite(dilemma)
    tell(reader, Verb.CREATED, dilemma)
    return dilemma


@transaction.atomic
def edit(reader: Reader, dilemma_id: int, telling: DilemmaTelling, *, version: int) -> Dilemma:
    """Change the words of one's own dilemma, or who may read it.

    Args:
        version: the version number the owner started from.

    Raises:
        Denied: not the reader's own.
        Stale: it was changed since `version`.
        Refused: it may not be stored as it is, or others wrote for those who can read it now.
    """
    dilemma = held_own(reader, dilemma_id)
    # Counted in the database: of two edits at once, the second finds the number moved.
    same = Dilemma.objects.filter(id=dilemma.id, version=version)
    if dilemma.version != version or not same.update(version=F("version") + 1):
        raise Stale
    refuse(problems(telling, reader.team_ids) + _audience_problems(reader, dilemma, telling))
    dilemma.version += 1
    _fill(dilemma, telling)
    dilemma.save()
    _cite(dilemma)
    tell(reader, Verb.EDITED, dilemma)
    return dilemma


@transaction.atomic
def delete(reader: Reader, dilemma_id: int) -> None:
    """Erase one's own dilemma with all that is on its board; a line in the trail stays.

    Raises:
        Denied: not the reader's own.
        OSError: the deletion ledger cannot be written.
    """
    dilemma = held_own(reader, dilemma_id)
    ledger.note(ledger.Erased(Thing.DILEMMA, dilemma.id, dilemma.created_at))
    tell(reader, Verb.ERASED, dilemma)
    take_away(dilemma)


def take_away(dilemma: Dilemma) -> None:
    """Delete the rows of a dilemma, and the considerations that nobody else uses."""
    used = list(dilemma.sides.values_list("consideration_id", flat=True))
    used += [owed for owed in dilemma.choices.values_list("owed_to_id", flat=True) if owed]
    forget_citations(Thing.DILEMMA, [dilemma.id])
    dilemma.delete()
    forget_unused(used)
    transaction.on_commit(scrub)


def telling_of(dilemma: Dilemma) -> DilemmaTelling:
    """What is stored, as it was told."""
    kept = tuple(sorted(dilemma.kept.items()))
    return DilemmaTelling(dilemma.question, dilemma.text, dilemma.audience, dilemma.team_id, kept)


def _fill(dilemma: Dilemma, telling: DilemmaTelling) -> None:
    dilemma.question = telling.question.strip()
    dilemma.text = telling.text.strip()
    dilemma.kept = dict(telling.kept)
    dilemma.audience = telling.audience
    dilemma.team_id = telling.team_id if telling.audience == Audience.TEAM else None


def _cite(dilemma: Dilemma) -> None:
    """Note the provisions that it speaks of, as they stand today."""
    text = f"{dilemma.question}\n{dilemma.text}"
    note_citations(Thing.DILEMMA, dilemma.id, dilemma.organisation_id, text, today())


def _audience_problems(reader: Reader, dilemma: Dilemma, telling: DilemmaTelling) -> list[Problem]:
    """What stands in the way of other readers: words that others wrote for those of today."""
    before = telling_of(dilemma)
    team_id = telling.team_id if telling.audience == Audience.TEAM else None
    if (before.audience, before.team_id) == (telling.audience, team_id):
        return []
    if dilemma.begun_by_id not in (None, reader.user_id):
        return [Problem("audience", Code.OTHERS_WROTE)]
    others = ~Q(by_id=reader.user_id)
    told = (
        Option.objects.filter(others, dilemma=dilemma),
        Consequence.objects.filter(others, option__dilemma=dilemma),
        Choice.objects.filter(others, dilemma=dilemma),
        FalseTest.objects.filter(others, dilemma=dilemma),
    )
    if any(rows.exists() for rows in told):
        return [Problem("audience", Code.OTHERS_WROTE)]
    used = dilemma.sides.values_list("consideration_id", flat=True)
    return wide_problems(reader, used, telling.audience, team_id, field="audience")
