"""Problems of insight in words that people understand."""

from enum import StrEnum

from django.utils.translation import gettext as _

from handlerum.dilemmas.problems import Refused, refuse
from handlerum.dilemmas.problems import in_words as common_words
from handlerum.dilemmas.rules.problem import Code as Common
from handlerum.dilemmas.rules.problem import Problem
from handlerum.insight.rules.year import Code


def in_words(problem: Problem) -> str:
    """The problem as a sentence to the person who wrote."""
    if problem.code == Common.MISSING:
        return _missing().get(problem.field) or common_words(problem)
    return _own().get(problem.code) or common_words(problem)


def _own() -> dict[StrEnum, str]:
    return {
        Code.BACKWARDS: _("Perioden slutter, før den begynder. Byt om på dagene."),
        Code.NOT_BEGUN: _("Perioden er ikke begyndt endnu. Vælg en tidligere dag."),
        Code.TOO_LONG_SPAN: _("Perioden er længere end to år. Vælg en kortere."),
        Code.NOT_FOR_ALL: _("Kun det, hele organisationen må læse, kan komme med."),
        Code.NAMED_ALREADY: _("Du har indstillet det i forvejen."),
        Code.PUBLISHED: _("Årets status er udgivet. Gør den til kladde, hvis den skal rettes."),
        Code.CHOSEN: _("Den er valgt og kan ikke tages tilbage. Tal med dem, der valgte."),
    }


def _missing() -> dict[str, str]:
    return {
        "starts": _("Vælg den første dag."),
        "ends": _("Vælg den sidste dag."),
        "reason": _("Skriv, hvorfor det er vigtigt."),
        "group": _("Skriv, hvem der valgte sammen."),
        "why": _("Skriv, hvorfor I valgte det."),
        "name": _("Skriv princippet med få ord."),
    }


__all__ = ["Refused", "in_words", "refuse"]
