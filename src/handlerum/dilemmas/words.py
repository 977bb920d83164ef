"""What was spotted and what was done, in words that people understand."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handlerum.dilemmas.rules.spotting import Sign
from handlerum.dilemmas.rules.suggesting import Pattern
from handlerum.trail.terms import Verb

#: Why a place in a text was marked.
SIGNS: dict[Sign, str | Promise] = {
    Sign.TWO_SIDES: _("To sider bliver sat op mod hinanden"),
    Sign.AT_ONCE: _("To ting gælder på samme tid"),
    Sign.NAMED: _("Du kalder det selv et dilemma"),
    Sign.TORN: _("Nogen står mellem to ting"),
    Sign.AT_EXPENSE: _("Det ene sker på bekostning af det andet"),
    Sign.REGARDS: _("To hensyn bliver stillet over for hinanden"),
}
#: Why two contributions are suggested as a dilemma.
PATTERNS: dict[Pattern, str | Promise] = {
    Pattern.OPPOSITE: _("Det samme emne, men det gik modsat"),
    Pattern.CHALLENGED: _("Det ene bidrag modsiger det andet"),
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
    Verb.LEFT: _("gav dilemmaet videre"),
    Verb.ACCEPTED: _("tog dilemmaet over"),
}


def move(verb: Verb) -> str | Promise:
    """What somebody did, in words; a verb without words of its own changed something."""
    return MOVES.get(verb, MOVES[Verb.CHANGED])
