"""Pages before a session: all of them, a new one, and deleting one."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handlerum.organisations.access import Reader
from handlerum.reflection import queries, services
from handlerum.reflection.access import leading
from handlerum.reflection.problems import Refused
from handlerum.reflection.rules.methods import shipped
from handlerum.reflection.services import delete as erase
from handlerum.reflection.telling import SessionTelling, Step
from handlerum.reflection.words import SessionState, SubjectKind
from handlerum.web.reflection.forms import PrepareForm, subject_of, variant_id
from handlerum.web.scope import for_reader

#: For how many days words are kept where nothing was chosen.
_DAYS = 14
#: Sessions on the page.
_MOST = 60
_PARTS = {
    SessionState.RUNNING.value: _("I gang nu"),
    SessionState.PREPARING.value: _("Er ved at blive forberedt"),
    SessionState.CLOSED.value: _("Afsluttet"),
}


@for_reader
def sessions(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The sessions that the reader leads, takes part in or may join: those that go on first."""
    rows = list(queries.listed(reader)[:_MOST])
    parts = [
        (state, told, [row for row in rows if row.state == state]) for state, told in _PARTS.items()
    ]
    context = {"parts": parts, "any": bool(rows), "reader": reader}
    return render(request, "reflection/sessions.html", context)


@for_reader
def prepare(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Choose a method and what it is about."""
    first = _first(reader, request.GET or request.POST)
    form = PrepareForm(reader, request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.prepare(reader, _told(reader, form.cleaned_data))
        except Refused as refused:
            form.refuse(refused.problems)
        else:
            return redirect("session", made.id)
    subject = (first["kind"], first["subject"], first["question"])
    context = {"form": form, "last_time": queries.left_about(reader, *subject)}
    return render(request, "reflection/prepare.html", context, status=422 if form.errors else 200)


@for_reader
def delete(request: HttpRequest, reader: Reader, session_id: int) -> HttpResponse:
    """Ask once more before a session is deleted for good, and delete it."""
    session = leading(reader, session_id).session
    if request.method == "POST":
        erase(reader, session_id)
        messages.success(request, gettext("Mødet er slettet."))
        return redirect("sessions")
    return render(request, "reflection/delete.html", {"session": session})


def _first(reader: Reader, given: QueryDict) -> dict[str, Any]:
    """What stands in the form from the start."""
    kind, subject_id, question = subject_of(reader, given)
    first = {"question": question, "kind": kind, "subject": subject_id}
    return first | ({"method": given["metode"]} if "metode" in given else {})


def _told(reader: Reader, given: dict[str, Any]) -> SessionTelling:
    method, steps = _steps(reader, given["method"])
    team = given["team"] if given["audience"] == "team" else ""
    return SessionTelling(
        method=method,
        steps=steps,
        question=given["question"],
        subject_kind=given["kind"] or SubjectKind.QUESTION.value,
        subject_id=given["subject"],
        audience=given["audience"],
        team_id=int(team) if team else None,
        keep_days=given["keep_days"] or _DAYS,
    )


def _steps(reader: Reader, chosen: str) -> tuple[str, Sequence[Step]]:
    """The method's key and its steps, of a variant or as it is shipped."""
    number = variant_id(chosen)
    if number is None:
        return chosen, shipped()[chosen].as_told()
    row = queries.variant(reader, number)
    return row.method, row.steps
