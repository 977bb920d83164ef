"""What people offer to spar on, and whom one may ask."""

from dataclasses import dataclass

from django.db.models import QuerySet

from handlerum.core.text import danish_key
from handlerum.organisations.access import Reader
from handlerum.organisations.models import Membership
from handlerum.sparring.models import Offer


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic that somebody offered, and the colleagues who did, in Danish order."""

    name: str
    key: str
    people: tuple[str, ...]


def offers_of(reader: Reader) -> list[Offer]:
    """What the reader offers, in Danish order."""
    mine = Offer.objects.filter(organisation_id=reader.organisation_id, user_id=reader.user_id)
    return sorted(mine, key=lambda offer: danish_key(offer.topic))


def topics(reader: Reader) -> list[Topic]:
    """The topics that colleagues offer, in Danish order."""
    rows = _offered(reader).exclude(user_id=reader.user_id).select_related("user").order_by("id")
    found: dict[str, list[Offer]] = {}
    for row in rows:
        found.setdefault(row.key, []).append(row)
    made = [Topic(rows[0].topic, key, _names(rows)) for key, rows in found.items()]
    return sorted(made, key=lambda topic: danish_key(topic.name))


def offered_keys(reader: Reader) -> set[str]:
    """The keys of all topics that somebody in the organisation offers."""
    return set(_offered(reader).values_list("key", flat=True))


def colleagues(reader: Reader) -> list[Membership]:
    """The colleagues who can be asked by name, in Danish order."""
    rows = Membership.objects.filter(
        organisation_id=reader.organisation_id, is_active=True, user__is_active=True
    ).exclude(user_id=reader.user_id)
    return sorted(rows.select_related("user"), key=lambda member: danish_key(member.user.name))


def _offered(reader: Reader) -> QuerySet[Offer]:
    """Offers by those who are still here."""
    here = Membership.objects.filter(
        organisation_id=reader.organisation_id, is_active=True, user__is_active=True
    )
    return Offer.objects.filter(
        organisation_id=reader.organisation_id, user_id__in=here.values("user_id")
    )


def _names(rows: list[Offer]) -> tuple[str, ...]:
    return tuple(sorted((row.user.name for row in rows), key=danish_key))
