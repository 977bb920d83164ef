"""Problems of practice in words that people understand."""

from enum import StrEnum

from django.utils.translation import gettext as _

from handlerum.dilemmas.problems import Refused, refuse
from handlerum.dilemmas.problems import in_words as common_words
from handlerum.dilemmas.rules.problem import Code as Common
from handlerum.dilemmas.rules.problem import Problem
from handlerum.practice.rules.problem import Code


def in_words(problem: Problem) -> str:
    """The problem as a sentence to the person who wrote."""
    if problem.code == Common.MISSING:
        return _missing().get(problem.field) or common_words(problem)
    return _own().get(problem.code) or common_words(problem)


def _own() -> dict[StrEnum, str]:
    return {
        Code.DATE_PAST: _("Dagen er gået. Vælg en, der kommer."),
        Code.DATE_FAR: _("Dagen ligger mere end fem år ude. Vælg en, der er nærmere."),
        Code.NOT_A_MEMBER: _("Vælg en, der er med i jeres organisation."),
        Code.NOT_A_LEADER: _("Vælg en leder, der er med i jeres organisation."),
        Code.CIRCULAR: _("Det kommer selv herfra. En praksis kan ikke stå på sig selv."),
        Code.OVER: _("Det er afsluttet og kan ikke ændres mere."),
        Code.NOT_NEEDED: _("Det er der i forvejen."),
        Common.NOT_SHARED: _("Del bidraget med andre, før en praksis kan stå på det."),
        Common.NOT_SO_WIDE: _(
            "Hensynet er skrevet til færre læsere. Skriv det med dine egne ord i teksten, eller "
            "spørg den, der skrev det."
        ),
        Common.OTHERS_WROTE: _(
            "Andre har skrevet til dem, der kan læse den nu. Lav en ny, hvis den skal have andre "
            "læsere."
        ),
    }


def _missing() -> dict[str, str]:
    return {
        "what": _("Skriv, hvad I prøver."),
        "until": _("Vælg en dag, hvor I ser på det igen."),
        "outcome": _("Vælg, hvordan det gik."),
        "happened": _("Skriv, hvad der skete."),
        "kind": _("Vælg, hvad det er."),
        "title": _("Giv det et navn."),
        "condition": _("Skriv, hvad der hindrer."),
        "hinders": _("Skriv, hvad det hindrer."),
        "asks": _("Skriv, hvad I beder om."),
        "leader": _("Vælg den leder, der skal svare."),
        "answer_by": _("Vælg en dag, hvor der skal være svar."),
        "answer": _("Vælg et svar."),
        "reason": _("Skriv, hvorfor du svarer sådan."),
        "text": _("Skriv noget her."),
        "note_kind": _("Vælg, hvad det er."),
        "conclusion": _("Skriv, hvad I kom frem til."),
        "stance": _("Vælg, hvad bidraget siger om den."),
        "consideration": _("Vælg et af hensynene."),
        "narrower": _("Vælg, om stedet er snævrere end loven."),
    }


__all__ = ["Refused", "in_words", "refuse"]
