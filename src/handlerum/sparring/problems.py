"""Problems in words that people understand."""

from collections.abc import Iterable
from typing import NoReturn

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from handlerum.privacy.words import LABELS
from handlerum.sparring.rules.problem import Code, Problem


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


def refuse_for(code: Code, field: str = "") -> NoReturn:
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
            said = _("Her står %(what)s, som peger på ét menneske. Slør det, før du sender.")
            return said % {"what": ", ".join(kinds)}
        case Code.MISSING:
            return _missing_in_words(problem.field)
        case code:
            return _others_in_words()[code]


def _numbers(problem: Problem) -> dict[str, str]:
    return {
        "limit": number_format(problem.limit, force_grouping=True),
        "length": number_format(problem.length, force_grouping=True),
    }


def _missing_in_words(field: str) -> str:
    return {
        "question": _("Skriv dit spørgsmål i én sætning."),
        "to": _("Vælg, hvem du vil spørge."),
        "text": _("Skriv noget, før du sender."),
        "times": _("Foreslå mindst ét tidspunkt."),
        "topic": _("Skriv et emne."),
    }.get(field, _("Udfyld feltet."))


def _others_in_words() -> dict[Code, str]:
    return {
        Code.UNREADABLE_SIGNS: _("Teksten har tegn, der ikke kan læses. Skriv den igen."),
        Code.TOO_DIRECT: _("Du har beholdt noget, der peger på ét menneske. Slør det."),
        Code.NOT_A_COLLEAGUE: _("Vælg en kollega, der er her nu. Ikke dig selv."),
        Code.NOBODY_OFFERED: _("Ingen tilbyder det emne lige nu. Vælg et andet, eller en kollega."),
        Code.ASKED_BEFORE: _("De er spurgt i forvejen. Vælg en anden."),
        Code.NOT_AHEAD: _("Vælg tidspunkter, der ikke er gået."),
        Code.TAKEN: _("En anden nåede at sige ja. Tak, fordi du ville."),
        Code.OVER: _("Spørgsmålet er afsluttet. Der kan ikke skrives mere."),
        Code.NO_SUCH_TIME: _("Det tidspunkt er ikke foreslået mere. Se de nye."),
        Code.HAS_ANSWERED: _("Der er svaret. Afslut spørgsmålet i stedet."),
        Code.HAS_SOMEBODY: _("En kollega har sagt ja til spørgsmålet."),
        Code.NOBODY_YET: _("Ingen har sagt ja endnu. Du kan trække spørgsmålet tilbage."),
    }
