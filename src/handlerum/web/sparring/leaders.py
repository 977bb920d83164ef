"""For leaders: how long questions wait, and which topics lack somebody to ask."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from handlerum.organisations.access import Reader
from handlerum.sparring import queries
from handlerum.web.scope import for_reader


@for_reader
def waiting(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Figures for groups of five or more; never who."""
    context = {"overview": queries.overview(reader), "window": queries.WINDOW}
    return render(request, "sparring/waiting.html", context)
