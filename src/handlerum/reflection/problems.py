"""Problems in words that people understand."""

from collections.abc import Iterable
from typing import NoReturn

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handlerum.privacy.words import LABELS
from handlerum.reflection.rules.session_problem import Code, Problem


class Refused(Exception):
    """Something that cannot be stored as it is; `problems` says why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(f"{p.field}:{p.code}" for p in self.problems))


class Stale(Exception):
    """Somebody else has moved the session since it was looked at."""


def refuse(problems: Iterable[Problem]) -> None:
    """Stop where there are problems.

    Raises:
        Refused: there are some.
    """
    if found := list(problems):
        raise Refused(found)


def refuse_for(field: str, code: Code) -> NoReturn:
    """Stop for one reason.

    Raises:
        Refused: always.
    """
    raise Refused([Problem(field, code)])


def in_words(problem: Problem) -> str:
    """The problem as a sentence to the person who wrote."""
    match problem.code:
        case Code.TOO_LONG:
            return _("Højst %(limit)s tegn. Her er %(length)s.") % _numbers(problem)
        case Code.TOO_MANY:
            return _("Højst %(limit)s. Her er %(length)s.") % _numbers(problem)
        case Code.IDENTIFIES:
            kinds = dict.fromkeys(str(LABELS[span.kind]).lower() for span in problem.findings)
            said = _(
                "Her står %(what)s, som peger på ét menneske. De andre har ikke set det. "
                "Skriv det om, før du sender."
            )
            return said % {"what": ", ".join(kinds)}
        case Code.UNEVEN:
            return _uneven_in_words(problem)
        case Code.MISSING:
            return _missing_in_words(problem.field)
        case code:
            return _others_in_words()[code]


def _numbers(problem: Problem) -> dict[str, str]:
    return {
        "limit": number_format(problem.limit, force_grouping=True),
        "length": number_format(problem.length, force_grouping=True),
    }


def _uneven_in_words(problem: Problem) -> str:
    left = problem.limit - problem.length
    if left > 0:
        said = ngettext(
            "Der er %(left)s point tilbage. Del det også ud.",
            "Der er %(left)s point tilbage. Del dem også ud.",
            left,
        )
        return said % {"left": left}
    said = ngettext(
        "Du har delt %(left)s point for meget ud. Tag det fra igen.",
        "Du har delt %(left)s point for meget ud. Tag dem fra igen.",
        -left,
    )
    return said % {"left": -left}


def _missing_in_words(field: str) -> str:
    return {
        "question": _("Skriv, hvad I skal tale om."),
        "name": _("Skriv dit fornavn eller din rolle."),
        "text": _("Skriv noget, før du sender."),
        "phase": _("Vælg, om det er før eller efter."),
        "vote": _("Vælg enig, uenig eller spring over."),
        "audience": _("Vælg, hvem der kan være med."),
        "addresses": _("Skriv mindst én e-mailadresse."),
        "instruction": _("Skriv, hvad I skal gøre i trinet."),
    }.get(field, _("Udfyld feltet."))


def _others_in_words() -> dict[Code, str]:
    return {
        Code.UNREADABLE_SIGNS: _("Teksten har tegn, der ikke kan læses. Skriv den igen."),
        Code.TEAM_NOT_YOURS: _("Vælg et af dine egne team, eller vælg andre deltagere."),
        Code.NOT_RUNNING: _("Mødet er ikke begyndt endnu."),
        Code.CLOSED: _("Mødet er slut. Der kan ikke skrives mere."),
        Code.NO_SUCH_STEP: _("Det trin findes ikke i mødet."),
        Code.NO_STEP_THAT_WAY: _("Der er ikke flere trin den vej."),
        Code.STEP_OVER: _("Trinet er forbi, så teksten kan ikke ændres. Send den som en ny."),
        Code.KEY_USED: _("Det er allerede sendt i et andet trin."),
        Code.WITHDRAWN: _("Du har trukket det tilbage. Skriv det som et nyt, hvis det skal med."),
        Code.NOT_HERE: _("Det er ikke noget, der kan vælges her."),
        Code.ANSWERS_SHOWN: _("Svarene er vist nu, så der kan ikke svares mere."),
        Code.NOT_AGREED: _("Den, der skrev det, har ikke sagt ja til at dele det."),
        Code.NOTHING_TO_UNDO: _("Der er ikke mere at fortryde."),
        Code.STEP_FIXED: _("Det kan kun gøres med et trin, I ikke er nået til."),
        Code.WRITTEN_IN: _("Der er skrevet i det trin, så det kan ikke ændres sådan."),
        Code.NAME_USED: _("Det navn er brugt. Vælg et andet, eller gem oven i den, der er."),
        Code.NOT_AN_ADDRESS: _("En af linjerne er ikke en e-mailadresse. Ingen mail er sendt."),
        Code.NOT_FOR_ALL: _("Kun bidrag, der er delt med hele organisationen, kan vises for alle."),
        Code.MAIL_FAILED: _("Mailen kunne ikke sendes. Linket er slettet igen. Prøv om lidt."),
    }
