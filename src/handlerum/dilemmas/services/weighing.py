"""Laying contributions under the sides of a dilemma."""

from django.db import transaction

from handlerum.dilemmas.models import Side, Weighing
from handlerum.dilemmas.problems import refuse
from handlerum.dilemmas.rules.problem import Code, Problem
from handlerum.dilemmas.services.writing import may_change, part, tell
from handlerum.knowledge.access import readable
from handlerum.knowledge.terms import Stance, State
from handlerum.organisations.access import Denied, Reader
from handlerum.trail.terms import Verb


@transaction.atomic
def weigh(reader: Reader, side_id: int, contribution_id: int, stance: str) -> Weighing:
    """Lay a contribution under a side; again changes the stance.

    Raises:
        Denied: the dilemma or the contribution is not the reader's to see.
        Refused: it is not shared, or somebody else laid it there.
        ValueError: there is no such stance.
    """
    side = part(reader, Side.objects.all(), side_id)
    found = readable(reader, contribution_id)
    if found.state != State.SHARED:
        refuse([Problem("contribution", Code.NOT_SHARED)])
    row = Weighing.objects.filter(side=side, contribution=found).first()
    if row and not may_change(reader, side.dilemma, row.by_id):
        refuse([Problem("contribution", Code.SOMEBODY_ELSES)])
    row = row or Weighing(dilemma=side.dilemma, side=side, contribution=found, by_id=reader.user_id)
    row.stance = Stance(stance)
    row.save()
    tell(reader, Verb.WEIGHED, side.dilemma)
    return row


@transaction.atomic
def unweigh(reader: Reader, weighing_id: int) -> None:
    """Take a contribution away again: who laid it there, or the owner of the dilemma.

    Raises:
        Denied: it is neither the reader's weighing nor their dilemma.
    """
    row = part(reader, Weighing.objects.all(), weighing_id)
    if not may_change(reader, row.dilemma, row.by_id):
        raise Denied
    row.delete()
    tell(reader, Verb.CHANGED, row.dilemma)
