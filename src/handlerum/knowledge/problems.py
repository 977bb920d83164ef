"""Problems in words that people understand."""

from collections.abc import Iterable

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from handlerum.knowledge.rules import Code, Problem
from handlerum.privacy.words import LABELS


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
        case Code.TOO_DIRECT:
            return _(
                "Du har beholdt noget, der peger på ét menneske. Slør det, eller gem det kun "
                "til dig selv."
            )
        case code:
            return {
                Code.MISSING: _missing_in_words(problem.field),
                Code.OUTCOME_NOT_HERE: _("Kun de tre første veje spørger, hvordan det gik."),
                Code.TEAM_NOT_YOURS: _("Vælg et af dine egne team, eller vælg andre læsere."),
                Code.FIELD_IS_COMING: _("Deling med hele feltet kommer senere."),
                Code.NOT_A_LINK: _("Et link begynder med https:// eller http://."),
                Code.UNREADABLE_SIGNS: _("Teksten har tegn, der ikke kan læses. Skriv den igen."),
            }[code]


def identified_in_words(problem: Problem) -> str:
    """Which direct identifiers stand in the text, without repeating them."""
    kinds = dict.fromkeys(str(LABELS[span.kind]).lower() for span in problem.findings)
    return _("Her står %(what)s, som peger på ét menneske. Slør det, før du gemmer.") % {
        "what": ", ".join(kinds)
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
