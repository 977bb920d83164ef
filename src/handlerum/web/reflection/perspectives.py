"""Asking those who take part to see it from somebody's place."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from handlerum.organisations.access import Denied, Reader
from handlerum.reflection import queries, services
from handlerum.reflection.problems import Refused, in_words
from handlerum.web.reflection.room import PERSPECTIVES, show
from handlerum.web.scope import for_reader


@require_POST
@for_reader
def assign(request: HttpRequest, reader: Reader, session_id: int) -> HttpResponse:
    """Give each the perspective that was written at their name, or deal them out to all."""
    state = queries.state(reader, session_id)
    if not state.facilitates:
        raise Denied
    people = state.common.people
    if "deal" in request.POST:
        wanted = {
            one.id: str(PERSPECTIVES[number % len(PERSPECTIVES)])
            for number, one in enumerate(people)
        }
    else:
        wanted = {one.id: request.POST.get(f"p-{one.id}", one.perspective) for one in people}
    changed = {one.id: wanted[one.id] for one in people if wanted[one.id] != one.perspective}
    try:
        services.assign_all(reader, session_id, changed)
    except Refused as refused:
        told = " ".join(in_words(problem) for problem in refused.problems)
        return show(request, reader, session_id, told=told, status=422)
    return redirect("session", session_id)
