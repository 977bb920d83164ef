"""The six ways in: what each asks for. Words for people; the fields are those of `Telling`."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handlerum.knowledge.terms import Form, Voice, Way

_Words = str | Promise


@dataclass(frozen=True, slots=True)
class WayIn:
    """One way: how it is introduced, what its form asks, what is likely and can be changed."""

    way: Way
    invitation: _Words
    text: _Words
    learned: _Words
    forms: tuple[Form, ...]
    voices: tuple[Voice, ...]
    text_help: _Words = ""
    participants: _Words = ""
    participants_help: _Words = ""
    source: _Words = ""
    asks_outcome: bool = False


_ROLES = _("Skriv roller, ikke navne.")
_EVERY_OTHER = tuple(v for v in Voice if v not in (Voice.PRACTITIONER, Voice.COLLEAGUE))

WAYS: dict[Way, WayIn] = {
    Way.OWN_EXPERIENCE: WayIn(
        way=Way.OWN_EXPERIENCE,
        invitation=_("Noget, du selv har prøvet. Det, der ikke lykkedes, er lige så meget værd."),
        text=_("Hvad prøvede du, og hvad skete der?"),
        text_help=_("Fortæl det, som du ville sige det til en kollega. Ingen navne."),
        learned=_("Hvad lærte du?"),
        asks_outcome=True,
        forms=(Form.EXPERIENCE, Form.NARRATIVE),
        voices=(Voice.PRACTITIONER, Voice.LEADER),
    ),
    Way.COLLEAGUES: WayIn(
        way=Way.COLLEAGUES,
        invitation=_("Noget, der blev tydeligere, da I talte om det."),
        participants=_("Hvem reflekterede sammen?"),
        participants_help=_ROLES,
        text=_("Hvad talte I om, og hvad kom frem?"),
        learned=_("Hvad ser I anderledes på nu?"),
        asks_outcome=True,
        forms=(Form.EXPERIENCE, Form.NARRATIVE, Form.THEORY),
        voices=(Voice.COLLEAGUE, Voice.PRACTITIONER, Voice.LEADER),
    ),
    Way.COLLABORATION: WayIn(
        way=Way.COLLABORATION,
        invitation=_(
            "Noget, du ved fra arbejdet med arbejdsgivere, vejledere, mentorer eller frivillige."
        ),
        participants=_("Hvem samarbejdede du med?"),
        participants_help=_ROLES,
        text=_("Hvad gjorde I sammen, og hvad skete der?"),
        text_help=_(
            "Gælder det en arbejdsplads, så fortæl om fællesskabet: tempo, opgaver, og hvem der "
            "tager imod nye. Fortæl ikke om en bestemt borger."
        ),
        learned=_("Hvad fik samarbejdet frem?"),
        asks_outcome=True,
        forms=(Form.EXPERIENCE, Form.NARRATIVE, Form.STATISTICS),
        voices=(
            Voice.EMPLOYER,
            Voice.STUDY_COUNSELLOR,
            Voice.COMPANY_MENTOR,
            Voice.VOLUNTEER,
            Voice.OTHER_ACTOR,
            Voice.PUBLIC_BODY,
            Voice.PRACTITIONER,
        ),
    ),
    Way.OUTSIDERS: WayIn(
        way=Way.OUTSIDERS,
        invitation=_("Noget, du hørte fra en, der ser på vores opgave udefra."),
        participants=_("Hvem taler, og hvor ser de os fra?"),
        participants_help=_ROLES,
        text=_("Hvad siger de om opgaven, vilkårene eller borgernes behov?"),
        learned=_("Hvad får det dig til at tænke?"),
        forms=(Form.NARRATIVE, Form.EXPERIENCE, Form.THEORY),
        voices=(Voice.OTHER_ACTOR, *(v for v in _EVERY_OTHER if v != Voice.OTHER_ACTOR)),
    ),
    Way.REPORTS: WayIn(
        way=Way.REPORTS,
        invitation=_(
            "Noget, du har læst eller hørt: en rapport, en undersøgelse, et tal, en teori."
        ),
        source=_("Hvad læste eller hørte du?"),
        text=_("Hvad står der?"),
        text_help=_("Med dine egne ord, eller indsæt teksten, hvis du må."),
        learned=_("For hvem gælder det, og hvad siger det ikke noget om?"),
        forms=(Form.RESEARCH, Form.STATISTICS, Form.THEORY),
        voices=(Voice.RESEARCHER, Voice.PUBLIC_BODY, Voice.PRACTITIONER, Voice.OTHER_ACTOR),
    ),
    Way.CITIZENS: WayIn(
        way=Way.CITIZENS,
        invitation=_("Noget, borgere selv har oplevet, mener eller ønsker."),
        participants=_("Hvem taler?"),
        participants_help=_("Uden navn og uden det, der kan genkendes."),
        text=_("Hvad fortæller borgeren?"),
        text_help=_("Så tæt på borgerens egne ord, som du kan. Spørg om lov."),
        learned=_("Hvad ændrer det hos os?"),
        forms=(Form.NARRATIVE, Form.EXPERIENCE),
        voices=(Voice.CITIZEN,),
    ),
}
