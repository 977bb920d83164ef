"""Lists of sessions."""

from django.db.models import QuerySet

from handlerum.organisations.access import Reader
from handlerum.reflection.access import visible
from handlerum.reflection.models import Session


def listed(reader: Reader) -> QuerySet[Session]:
    """The sessions that the reader may join, leads or took part in, the newest first."""
    return visible(reader).select_related("facilitator", "team").order_by("-created_at", "-id")
