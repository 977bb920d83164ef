"""Who may read a dilemma, and who may change it: one place for every room and door."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from handlerum.dilemmas.models import Consideration, Dilemma, Side
from handlerum.knowledge.access import reached
from handlerum.knowledge.terms import Audience
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.models import Membership


def may_read(reader: Reader) -> Q:
    """The condition under which a dilemma is the reader's to see, with all that is on its board.

    What is weighed there is seen through `knowledge.access`: a board opens no contribution.
    """
    mine = Q(owner_id=reader.user_id)
    return Q(organisation_id=reader.organisation_id) & (reached(reader) | mine)


def visible(reader: Reader) -> QuerySet[Dilemma]:
    """Every dilemma the reader may see."""
    return Dilemma.objects.filter(may_read(reader))


def readable(reader: Reader, dilemma_id: int) -> Dilemma:
    """One dilemma the reader may see.

    Raises:
        Denied: it does not exist, or is not for this reader; which of them is not told.
    """
    found = (
        visible(reader).filter(id=dilemma_id).select_related("owner", "team", "begun_by").first()
    )
    if found is None:
        raise Denied
    return found


def own(reader: Reader, dilemma_id: int) -> Dilemma:
    """One of the reader's own dilemmas.

    Raises:
        Denied: it does not exist or belongs to somebody else.
    """
    found = readable(reader, dilemma_id)
    if found.owner_id != reader.user_id:
        raise Denied
    return found


def owner_stopped(dilemma: Dilemma) -> bool:
    """Whether its owner works in the organisation no more."""
    places = Membership.objects.filter(
        organisation_id=dilemma.organisation_id, user_id=dilemma.owner_id
    )
    return not places.filter(is_active=True, user__is_active=True).exists()


def colleagues(dilemma: Dilemma) -> QuerySet[Membership]:
    """Those who work in the organisation and may read the dilemma, but its owner."""
    places = Membership.objects.filter(
        organisation_id=dilemma.organisation_id, is_active=True, user__is_active=True
    ).exclude(user_id=dilemma.owner_id)
    match dilemma.audience:
        case Audience.ORGANISATION:
            return places
        case Audience.TEAM if dilemma.team_id:
            return places.filter(teams=dilemma.team_id)
        case _:
            return places.none()


def considerations(reader: Reader) -> QuerySet[Consideration]:
    """The considerations the reader may see: their own, and those of dilemmas they may see."""
    used = Side.objects.filter(consideration=OuterRef("pk"), dilemma__in=visible(reader))
    return Consideration.objects.filter(
        Q(by_id=reader.user_id) | Exists(used), organisation_id=reader.organisation_id
    )


def consideration(reader: Reader, consideration_id: int) -> Consideration:
    """One consideration the reader may see.

    Raises:
        Denied: it does not exist, or is not for this reader.
    """
    found = considerations(reader).filter(id=consideration_id).first()
    if found is None:
        raise Denied
    return found
