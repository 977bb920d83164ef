"""Problems in words that people understand."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handlerum.knowledge.rules import Code, Problem
from handlerum.privacy.rules import Finding, Kind


class Refused(Exception):
    """A telling that cannot be stored as it is; `problems` says why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(f"{p.field}:{p.code}" for p in self.problems))


def in_words(problem: Problem) -> str:
    """The problem as a sentence to the person who wrote."""
    match problem.code:
        case Code.TOO_LONG:
            return _("Højst %(limit)s tegn. Her er %(length)s.") % _numbers(problem)
        case Code.TOO_MANY:
            return _("Højst %(limit)s. Her er %(length)s.") % _numbers(problem)
        case Code.IDENTIFIES:
            return identified_in_words(problem)
        case code:
            return {
                Code.MISSING: _missing_in_words(problem.field),
                Code.OUTCOME_NOT_HERE: _("Kun de tre første veje spørger, hvordan det gik."),
                Code.TEAM_NOT_YOURS: _("Vælg et af dine egne team, eller vælg andre læsere."),
                Code.FIELD_IS_COMING: _("Deling med hele feltet kommer senere."),
                Code.NOT_A_LINK: _("Et link begynder med https:// eller http://."),
                Code.UNREADABLE_SIGNS: _("Teksten har tegn, der ikke kan læses. Skriv den igen."),
            }[code]


@dataclass(frozen=True, slots=True)
class Around:
    """A found place with the words before and after it."""

    before: str
    found: str
    after: str


def around(text: str, findings: Iterable[Finding], width: int = 40) -> list[Around]:
    """Each finding in `text` with up to `width` characters on both sides, to be marked."""
    return [
        Around(
            text[max(0, finding.start - width) : finding.start],
            text[finding.start : finding.end],
            text[finding.end : finding.end + width],
        )
        for finding in findings
    ]


def identified_in_words(problem: Problem) -> str:
    """Which direct identifiers stand in the text, without repeating them."""
    kinds = [finding.kind for finding in problem.findings]
    parts = []
    if count := kinds.count(Kind.CPR):
        parts.append(ngettext("%(n)s cpr-nummer", "%(n)s cpr-numre", count) % {"n": count})
    if count := kinds.count(Kind.EMAIL):
        parts.append(ngettext("%(n)s e-mailadresse", "%(n)s e-mailadresser", count) % {"n": count})
    if count := kinds.count(Kind.PHONE):
        parts.append(ngettext("%(n)s telefonnummer", "%(n)s telefonnumre", count) % {"n": count})
    return _("Her står %(what)s. Fjern det, før du gemmer: det peger på et menneske.") % {
        "what": " · ".join(parts)
    }


def _numbers(problem: Problem) -> dict[str, str]:
    return {
        "limit": number_format(problem.limit, force_grouping=True),
        "length": number_format(problem.length, force_grouping=True),
    }


def _missing_in_words(field: str) -> str:
    return {
        "title": _("Giv det en titel, så andre kan genkende det."),
        "text": _("Fortæl, hvad det handler om."),
        "voice": _("Vælg, hvis stemme der taler."),
        "outcome": _("Vælg, hvordan det gik."),
        "participants": _("Skriv, hvem der var med, som roller og ikke som navne."),
        "source.title": _("Skriv, hvad du læste eller hørte."),
    }.get(field, _("Udfyld feltet."))
