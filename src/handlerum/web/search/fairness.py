"""For administrators: whether the forms stand equal, and why an answer had its order."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from handlerum.organisations.access import Reader
from handlerum.search import fairness
from handlerum.web.scope import for_reader


@for_reader
def overview(request: HttpRequest, reader: Reader) -> HttpResponse:
    """How the forms fared over the newest answers."""
    context = {
        "fared": fairness.fared(reader),
        "newest": fairness.newest(reader),
        "window": fairness.WINDOW,
    }
    return render(request, "search/fairness.html", context)


@for_reader
def given(request: HttpRequest, reader: Reader, number: int) -> HttpResponse:
    """One answer's order, made again from what decided it."""
    return render(request, "search/given.html", {"replay": fairness.replay(reader, number)})
