"""The overview: what is known, what moves, what is tried and agreed, and what is missing."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from handlerum.dilemmas.terms import DilemmaState
from handlerum.insight.queries.overview import (
    PERIODS,
    Asked,
    Knowing,
    RoomForAction,
    Trying,
    agreed,
    asked,
    knowing,
    room_for_action,
    scope,
    teams,
    trying,
    weighing,
)
from handlerum.knowledge.terms import Form, Outcome, Voice, Way
from handlerum.organisations.access import Denied, Reader
from handlerum.practice.terms import FrameAnswer
from handlerum.web.insight.charts import on_screen
from handlerum.web.insight.figures import Figure, barred, seated
from handlerum.web.scope import for_reader

#: A figure with its drawing.
Drawn = tuple[Figure, SafeString]


@for_reader
def overview(request: HttpRequest, reader: Reader) -> HttpResponse:
    """How knowledge and practice stand, for those who work with the whole."""
    days, team_id = _number(request, "dage", PERIODS[1]), _number(request, "team", None)
    here = scope(reader, days=days or PERIODS[1], team_id=team_id)
    known, weighed, tried, answers = knowing(here), weighing(here), trying(here), asked(here)
    room, practices = room_for_action(here), agreed(here)
    context = {
        "scope": here,
        "periods": PERIODS,
        "teams": teams(reader),
        "known": known,
        "known_figures": _drawn(_knowing_figures(known)),
        "corners": _corners(known),
        "states": [(DilemmaState(one).label, n) for one, n in weighed.states.items()],
        "weighed": weighed,
        "room": room,
        "room_figures": _drawn(_room_figures(room)),
        "tried": tried,
        "tried_figures": _drawn(_trying_figures(tried)),
        "practices": practices,
        "reasons": [(one, n) for one, n in practices.reasons.items()],
        "asked": answers,
        "asked_figures": _drawn(_asked_figures(answers)),
    }
    return render(request, "insight/overview.html", context)


def _number(request: HttpRequest, name: str, otherwise: int | None) -> int | None:
    written = request.GET.get(name, "")
    if not written:
        return otherwise
    if not written.isdecimal():
        raise Denied
    return int(written)


def _drawn(figures: list[Figure]) -> list[Drawn]:
    return [(figure, on_screen(figure.plot)) for figure in figures]


def _corners(known: Knowing) -> list[dict[str, Any]]:
    """For each form the ways in which nothing of it was told."""
    return [
        {
            "form": form,
            "ways": [Way(way) for one, way in known.quiet if one == form.value],
        }
        for form in Form
        if any(one == form.value for one, _way in known.quiet)
    ]


def _knowing_figures(known: Knowing) -> list[Figure]:
    if known.few:
        return []
    forms = {form.value: str(form.label) for form in Form}
    ways = {way.value: str(way.label) for way in Way}
    voices = {voice.value: str(voice.label) for voice in Voice}
    return [
        seated(
            _("Hvordan I fik det at vide, i hvilken form"),
            _("Cirkler: hvordan I fik det at vide, i hvilken form. En stiplet ring er tom."),
            forms,
            ways,
            known.form_and_way,
        ),
        seated(
            _("Hvem der taler, i hvilken form"),
            _("Cirkler: hvem der taler, i hvilken form. En stiplet ring er tom."),
            forms,
            voices,
            known.form_and_voice,
        ),
    ]


def _room_figures(room: RoomForAction) -> list[Figure]:
    if room.few:
        return []
    counts = {_("Muligheder før"): room.before, _("Muligheder efter"): room.after}
    caption = _("Muligheder før og efter møderne")
    says = _("Søjler: hvor mange muligheder I så før og efter møderne.")
    return [barred(caption, says, (_("Hvornår"), _("Antal")), counts)]


def _trying_figures(tried: Trying) -> list[Figure]:
    if not sum(tried.outcomes.values()):
        return []
    counts = {str(Outcome(word).label): n for word, n in tried.outcomes.items()}
    says = _("Søjler: hvordan det gik med det, I prøvede.")
    return [barred(_("Hvordan det gik"), says, (_("Udfald"), _("Antal")), counts)]


def _asked_figures(answers: Asked) -> list[Figure]:
    if not (answers.waiting or sum(answers.answers.values())):
        return []
    counts = {str(FrameAnswer(word).label): n for word, n in answers.answers.items()}
    counts[_("Ikke besvaret")] = answers.waiting
    says = _("Søjler: hvad ledelsen svarede. Det, der ikke er besvaret, er med.")
    return [barred(_("Ledelsens svar"), says, (_("Svar"), _("Antal")), counts)]
