"""Who could own a dilemma instead."""

from handlerum.core.text import danish_key
from handlerum.dilemmas.access import colleagues
from handlerum.dilemmas.models import Dilemma
from handlerum.organisations.models import Membership


def heirs(dilemma: Dilemma) -> list[Membership]:
    """The colleagues who may read a dilemma that its reader was given, in Danish order."""
    found = colleagues(dilemma).select_related("user")
    return sorted(found, key=lambda one: danish_key(one.user.name))
