"""What the pages about dilemmas say for fixed words of other rooms."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handlerum.knowledge.terms import Stance


@dataclass(frozen=True, slots=True)
class Told:
    """A stance in words and as a sign, so that no colour stands alone."""

    label: str | Promise
    sign: str


#: What a contribution says about the consideration it lies under.
STANCES = {
    Stance.SUPPORTS: Told(_("Støtter"), "+"),
    Stance.CHALLENGES: Told(_("Udfordrer"), "−"),  # a minus, not a hyphen
    Stance.NUANCES: Told(_("Nuancerer"), "~"),
}
