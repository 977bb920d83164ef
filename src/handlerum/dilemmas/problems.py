"""Problems in words that people understand."""

from collections.abc import Iterable
from enum import StrEnum

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from handlerum.dilemmas.rules.problem import Code, Problem
from handlerum.privacy.words import LABELS


class Refused(Exception):
    """Something that cannot be stored as it is; `problems` says why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(f"{p.field}:{p.code}" for p in self.problems))


def refuse(problems: Iterable[Problem]) -> None:
    """Stop where there are problems.

    Raises:
        Refused: there are some.
    """
    if found := list(problems):
        raise Refused(found)


def in_words(problem: Problem) -> str:
    """The problem as a sentence to the person who wrote."""
    match problem.code:
        case Code.TOO_LONG:
            return _("Højst %(limit)s tegn. Her er %(length)s.") % _numbers(problem)
        case Code.TOO_MANY:
            return _("Højst %(limit)s. Her er %(length)s.") % _numbers(problem)
        case Code.IDENTIFIES:
            kinds = dict.fromkeys(str(LABELS[span.kind]).lower() for span in problem.findings)
            said = _("Her står %(what)s, som peger på ét menneske. Slør det, før du gemmer.")
            return said % {"what": ", ".join(kinds)}
        case Code.MISSING:
            return _missing_in_words(problem.field.rpartition(".")[2])
        case code:
            return _others_in_words()[code]


def _numbers(problem: Problem) -> dict[str, str]:
    return {
        "limit": number_format(problem.limit, force_grouping=True),
        "length": number_format(problem.length, force_grouping=True),
    }


def _others_in_words() -> dict[StrEnum, str]:
    return {
        Code.UNREADABLE_SIGNS: _("Teksten har tegn, der ikke kan læses. Skriv den igen."),
        Code.TOO_DIRECT: _("Du har beholdt noget, der peger på ét menneske. Slør det."),
        Code.TEAM_NOT_YOURS: _("Vælg et af dine egne team, eller vælg andre læsere."),
        Code.TOO_FEW_SIDES: _("Et dilemma har mindst to hensyn."),
        Code.TOO_FEW_OPTIONS: _(
            "Find mindst tre muligheder, før du vælger, eller skriv, hvorfor færre er nok."
        ),
        Code.TWICE: _("Hensynet er med i forvejen."),
        Code.NOT_SHARED: _("Del bidraget, før det lægges på vægten."),
        Code.NOT_SO_WIDE: _(
            "Hensynet er skrevet til færre læsere end dilemmaet. Skriv det med dine egne ord, "
            "eller spørg den, der skrev det."
        ),
        Code.SOMEBODY_ELSES: _("En anden har skrevet det. Kun de selv eller ejeren kan ændre det."),
        Code.USED_BY_OTHERS: _("Andre bruger hensynet i deres dilemmaer. Skriv et nyt."),
        Code.OTHERS_WROTE: _(
            "Andre har skrevet på tavlen til dem, der kan læse den nu. Lav et nyt dilemma, hvis "
            "det skal have andre læsere."
        ),
        Code.CHOSEN: _("Muligheden er valgt og bliver stående, så valget kan forstås."),
    }


def _missing_in_words(field: str) -> str:
    return {
        "colleague": _("Vælg en kollega, der kan læse dilemmaet."),
        "question": _("Skriv dilemmaet som et spørgsmål."),
        "name": _("Giv hensynet et navn."),
        "bearer": _("Vælg, hvis hensyn det er."),
        "text": _("Skriv, hvad der kunne gøres."),
        "reasons": _("Skriv, hvorfor I vælger sådan."),
        "residue": _("Skriv, hvad I stadig skylder det hensyn, der ikke blev fulgt."),
        "owed_to": _("Vælg det hensyn, der ikke blev fulgt."),
        "option": _("Vælg en af mulighederne."),
        "verdict": _("Vælg, hvad I når frem til."),
    }.get(field, _("Udfyld feltet."))
