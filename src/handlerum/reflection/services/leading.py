"""Who leads: the rota, handing over and taking over."""

from django.db import transaction

from handlerum.organisations.access import Denied
from handlerum.organisations.models import Membership
from handlerum.reflection.access import Seat, Who
from handlerum.reflection.models import Facilitation, Session
from handlerum.reflection.services.writing import held_leading, leader_id, moved, not_closed
from handlerum.reflection.words import Happened


@transaction.atomic
def add_facilitator(who: Who, session_id: int, user_id: int) -> None:
    """Let a colleague lead too; again changes nothing.

    Raises:
        Denied: not somebody who leads, or no active member of the organisation.
        Refused: the session is over.
    """
    here = held_leading(who, session_id)
    not_closed(here)
    if _add(here, user_id):
        moved(here, Happened.HANDED_OVER, leader_id(who))


@transaction.atomic
def hand_over(who: Who, session_id: int, user_id: int) -> None:
    """Make a colleague the one who leads now.

    Raises:
        Denied: not somebody who leads, or no active member of the organisation.
        Refused: the session is over.
    """
    here = held_leading(who, session_id)
    not_closed(here)
    _add(here, user_id)
    moved(here, Happened.HANDED_OVER, leader_id(who), facilitator_id=user_id)


@transaction.atomic
def take_over(who: Who, session_id: int) -> Session:
    """Become the one who leads now: another laptop was closed. Again changes nothing.

    Raises:
        Denied: not on the rota.
        Refused: the session is over.
    """
    here = held_leading(who, session_id)
    not_closed(here)
    if here.session.facilitator_id != leader_id(who):
        moved(here, Happened.TOOK_OVER, leader_id(who), facilitator_id=leader_id(who))
    return here.session


@transaction.atomic
def remove_facilitator(who: Who, session_id: int, user_id: int) -> None:
    """Take a colleague off the rota; again changes nothing.

    Raises:
        Denied: not somebody who leads, or it is the one who leads now.
        Refused: the session is over.
    """
    here = held_leading(who, session_id)
    not_closed(here)
    if here.session.facilitator_id == user_id:
        raise Denied
    if Facilitation.objects.filter(session=here.session, user_id=user_id).delete()[0]:
        moved(here, Happened.HANDED_OVER, leader_id(who))


def _add(here: Seat, user_id: int) -> bool:
    members = Membership.objects.filter(organisation_id=here.session.organisation_id)
    if not members.filter(user_id=user_id, is_active=True, user__is_active=True).exists():
        raise Denied
    return Facilitation.objects.get_or_create(session=here.session, user_id=user_id)[1]
