"""What the pages about dilemmas say for fixed words of other rooms."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handlerum.knowledge.terms import Stance
from handlerum.trail.terms import Verb


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
#: What somebody did in a dilemma, after their name.
MOVES: dict[Verb, str | Promise] = {
    Verb.CREATED: _("lavede dilemmaet"),
    Verb.EDITED: _("rettede ordene i dilemmaet"),
    Verb.LINKED: _("lagde et hensyn til"),
    Verb.WEIGHED: _("lagde et bidrag på vægten"),
    Verb.PROPOSED: _("foreslog en mulighed"),
    Verb.CHOSE: _("traf et valg"),
    Verb.CHANGED: _("ændrede noget på tavlen"),
}
