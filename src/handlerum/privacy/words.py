"""The kinds in words that people understand. The only part of this room that needs Django."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handlerum.privacy.judge import Level
from handlerum.privacy.terms import Kind

LABELS: dict[Kind, str | Promise] = {
    Kind.CPR: _("Cpr-nummer"),
    Kind.PERSON: _("Navn"),
    Kind.EMAIL: _("E-mailadresse"),
    Kind.PHONE: _("Telefonnummer"),
    Kind.ADDRESS: _("Adresse"),
    Kind.ACCOUNT: _("Kontonummer"),
    Kind.CASE_NUMBER: _("Sagsnummer"),
    Kind.PLATE: _("Nummerplade"),
    Kind.USERNAME: _("Brugernavn"),
    Kind.BIRTH_DATE: _("Fødselsdato"),
    Kind.DATE: _("Dato"),
    Kind.AGE: _("Alder"),
    Kind.PLACE: _("Sted"),
    Kind.EMPLOYER: _("Arbejdsplads"),
    Kind.SCHOOL: _("Uddannelsessted"),
    Kind.INSTITUTION: _("Institution"),
    Kind.URL: _("Link"),
}

COMBINED: dict[Level, str | Promise] = {
    Level.FEW: _("En enkelt detalje peger sjældent på nogen. Flere på én gang kan."),
    Level.SOME: _(
        "Teksten fortæller flere ting om den samme på én gang. Hver for sig peger de ikke på "
        "nogen, men et sjældent sammenfald kan genkendes af kolleger."
    ),
    Level.MANY: _(
        "Teksten fortæller så meget på én gang, at kolleger, naboer eller borgeren selv let kan "
        "genkende, hvem det handler om. Slør nogle af stederne."
    ),
}
