"""The page "what came of it": a path through the rooms, as a picture and by time."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handlerum.insight.queries.paths import Walked, path_from
from handlerum.insight.rules.drawing import drawn
from handlerum.insight.rules.paths import How, Kind, Place, Stop
from handlerum.organisations.access import Reader
from handlerum.web.scope import for_reader

KINDS: dict[Kind, str | Promise] = {
    Kind.CONTRIBUTION: _("Bidrag"),
    Kind.DILEMMA: _("Dilemma"),
    Kind.SESSION: _("Møde"),
    Kind.TRIAL: _("Prøvehandling"),
    Kind.PRACTICE: _("Praksis"),
}
#: What is said between the two: first of what came after, then of what came before.
HOWS: dict[How, tuple[str | Promise, str | Promise]] = {
    How.LINKED: (_("Svarer på"), _("Fik svar fra")),
    How.WEIGHED: (_("Vejer"), _("Blev lagt på vægten i")),
    How.MET_ABOUT: (_("Handlede om"), _("Blev drøftet i")),
    How.OPENED: (_("Fik en ny mulighed fra"), _("Åbnede en mulighed i")),
    How.TRIED: (_("Begyndte med"), _("Førte til forsøget")),
    How.TOLD: (_("Fortæller om"), _("Blev fortalt i")),
    How.SHARED: (_("Blev sagt i"), _("Gav bidraget")),
    How.STOOD_ON: (_("Står på"), _("Er med under")),
    How.LOOKED: (_("Blev set kritisk på i"), _("Så kritisk på")),
    How.CHANGED: (_("Blev ændret efter"), _("Ændrede")),
}


@for_reader
def contribution(request: HttpRequest, reader: Reader, number: int) -> HttpResponse:
    """From a contribution."""
    return _shown(request, reader, Kind.CONTRIBUTION, number)


@for_reader
def dilemma(request: HttpRequest, reader: Reader, number: int) -> HttpResponse:
    """From a dilemma."""
    return _shown(request, reader, Kind.DILEMMA, number)


@for_reader
def session(request: HttpRequest, reader: Reader, number: int) -> HttpResponse:
    """From a session."""
    return _shown(request, reader, Kind.SESSION, number)


@for_reader
def trial(request: HttpRequest, reader: Reader, number: int) -> HttpResponse:
    """From a trial."""
    return _shown(request, reader, Kind.TRIAL, number)


@for_reader
def practice(request: HttpRequest, reader: Reader, number: int) -> HttpResponse:
    """From a practice."""
    return _shown(request, reader, Kind.PRACTICE, number)


def _shown(request: HttpRequest, reader: Reader, kind: Kind, number: int) -> HttpResponse:
    walked = path_from(reader, kind, number)
    drawing = drawn(walked.path, walked.title)
    start = walked.path.start.place
    context = {
        "title": walked.title(start),
        "kind": KINDS[kind],
        "back": _where(start),
        "drawing": drawing,
        "dots": [(dot, KINDS[dot.kind]) for dot in drawing.dots],
        "stops": [_stop(walked, stop) for stop in walked.by_time()],
        "alone": not (walked.path.before or walked.path.after),
    }
    return render(request, "insight/path.html", context)


def _stop(walked: Walked, stop: Stop) -> dict[str, Any]:
    row = walked.rows[stop.place]
    state = row.get_outcome_display() if stop.place.kind == Kind.TRIAL else ""
    if not state and hasattr(row, "get_state_display"):
        state = row.get_state_display()
    return {
        "stop": stop,
        "kind": KINDS[stop.place.kind],
        "title": walked.title(stop.place),
        "where": _where(stop.place),
        "at": walked.moment(stop.place),
        "state": state,
        "is_start": not stop.distance,
        "how": HOWS[stop.step.how][stop.distance < 0] if stop.step else "",
        "number": stop.step.number if stop.step else 0,
        "near": walked.title(stop.near) if stop.near else "",
    }


def _where(place: Place) -> str:
    return reverse(place.kind.value, args=[place.id])
