"""Showing everybody how a step was answered."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from handlerum.organisations.access import Reader
from handlerum.reflection import services
from handlerum.reflection.problems import Refused, in_words
from handlerum.web.reflection.room import show
from handlerum.web.scope import for_reader


@require_POST
@for_reader
def show_answers(request: HttpRequest, reader: Reader, session_id: int) -> HttpResponse:
    """Show how the step was answered; nobody answers after that."""
    try:
        services.show_answers(reader, session_id, request.POST.get("step", ""))
    except Refused as refused:
        told = " ".join(in_words(problem) for problem in refused.problems)
        return show(request, reader, session_id, told=told, status=422)
    return redirect("session", session_id)
