"""What was spotted, in words that people understand."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handlerum.dilemmas.rules.spotting import Sign
from handlerum.dilemmas.rules.suggesting import Pattern

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
