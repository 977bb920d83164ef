"""Pages before a session: all of them, a new one, and what is known about its subject."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from handlerum.organisations.access import Denied, Reader
from handlerum.reflection import queries, services
from handlerum.reflection.access import leading
from handlerum.reflection.problems import Refused
from handlerum.reflection.rules.methods import shipped
from handlerum.reflection.telling import SessionTelling
from handlerum.reflection.words import SubjectKind
from handlerum.search.queries import Empty, gather
from handlerum.web.reflection.forms import PrepareForm, subject_of
from handlerum.web.scope import for_reader

#: Pieces of each form in the pack.
_PACK = 2


@for_reader
def sessions(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The sessions that the reader leads, takes part in or may join."""
    return render(request, "reflection/sessions.html", {"sessions": queries.listed(reader)[:60]})


@for_reader
def prepare(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Choose a method and what it is about."""
    kind, subject_id, question = subject_of(reader, request.GET or request.POST)
    first = {"question": question, "kind": kind, "subject": subject_id}
    form = PrepareForm(reader, request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.prepare(reader, _told(form.cleaned_data))
        except Refused as refused:
            form.refuse(refused.problems)
        else:
            return redirect("session", made.id)
    context = {"form": form, "methods": shipped().values()}
    return render(request, "reflection/prepare.html", context, status=422 if form.errors else 200)


@for_reader
def pack(request: HttpRequest, reader: Reader, session_id: int) -> HttpResponse:
    """What is known about the subject, evenly from all five forms, for whoever leads."""
    session = leading(reader, session_id).session
    context: dict[str, Any] = {"session": session}
    try:
        context["found"] = gather(reader, session.question, _PACK)
    except Empty:
        context["found"] = None
    return render(request, "reflection/pack.html", context)


def _told(given: dict[str, Any]) -> SessionTelling:
    method = shipped()[given["method"]]
    team = given["team"] if given["audience"] == "team" else ""
    return SessionTelling(
        method=method.key,
        steps=[step.as_told() for step in method.steps],
        question=given["question"],
        subject_kind=given["kind"] or SubjectKind.QUESTION.value,
        subject_id=given["subject"],
        audience=given["audience"],
        team_id=int(team) if team else None,
    )


__all__ = ["Denied", "pack", "prepare", "sessions"]
