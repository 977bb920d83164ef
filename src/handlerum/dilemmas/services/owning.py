"""Giving a dilemma to a colleague, and taking one over whose owner has stopped."""

from django.db import transaction

from handlerum.dilemmas.access import colleagues, owner_stopped
from handlerum.dilemmas.models import Dilemma, Follow
from handlerum.dilemmas.problems import refuse
from handlerum.dilemmas.rules.owning import may_take_over
from handlerum.dilemmas.rules.problem import Code, Problem
from handlerum.dilemmas.services.writing import held, held_own, tell
from handlerum.organisations.access import Denied, Reader
from handlerum.trail.queries import newest
from handlerum.trail.terms import Verb


@transaction.atomic
def hand_over(reader: Reader, dilemma_id: int, user_id: int) -> None:
    """Make a colleague who may read it the owner of one's own dilemma. They follow it from now on.

    Raises:
        Denied: not the reader's own.
        Refused: no colleague who may read it.
    """
    dilemma = held_own(reader, dilemma_id)
    if not colleagues(dilemma).filter(user_id=user_id).exists():
        refuse([Problem("colleague", Code.MISSING)])
    # Before the trail is told, so that the new owner hears of it.
    Follow.objects.get_or_create(dilemma=dilemma, user_id=user_id, defaults={"seen": newest()})
    _give(dilemma, user_id)
    tell(reader, Verb.LEFT, dilemma)


@transaction.atomic
def take_over(reader: Reader, dilemma_id: int) -> None:
    """Become the owner of a dilemma whose owner has stopped.

    Raises:
        Denied: it is not the reader's to see, its owner still works there, or the reader's role
            looks after nothing that others left.
    """
    dilemma = held(reader, dilemma_id)
    if not may_take_over(reader.role, owner_stopped=owner_stopped(dilemma)):
        raise Denied
    _give(dilemma, reader.user_id)
    tell(reader, Verb.ACCEPTED, dilemma)


def _give(dilemma: Dilemma, user_id: int) -> None:
    """Who made it is remembered for as long as somebody else owns it."""
    begun = dilemma.begun_by_id or dilemma.owner_id
    dilemma.begun_by_id = None if begun == user_id else begun
    dilemma.owner_id = user_id
    dilemma.save(update_fields=["owner", "begun_by"])
