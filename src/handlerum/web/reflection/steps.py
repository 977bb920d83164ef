"""The plan of a session on screen: its steps moved, left out, rewritten, put in and taken out."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handlerum.organisations.access import Denied, Reader
from handlerum.reflection import queries, services
from handlerum.reflection.access import leading
from handlerum.reflection.models import Session
from handlerum.reflection.problems import Refused, Stale, in_words
from handlerum.reflection.rules.session_steps import place_of
from handlerum.reflection.telling import NewStep, StepTelling
from handlerum.reflection.terms import InputKind, Reveal, Rule
from handlerum.reflection.words import SessionState
from handlerum.web.reflection.forms import NewStepForm, StepForm, VariantForm, in_language
from handlerum.web.scope import for_reader

Does = Callable[[Reader, int, str, int], object]


@for_reader
def steps(request: HttpRequest, reader: Reader, session_id: int) -> HttpResponse:
    """The steps in order, each with what can be done to it."""
    leading(reader, session_id)
    if request.method != "POST":
        return _show(request, reader, session_id)
    given = request.POST
    do, key = given.get("do", ""), given.get("key", "")
    if do not in _DOES:
        raise Denied
    try:
        _DOES[do](reader, session_id, key, _turn(given))
    except Stale:
        return _show(request, reader, session_id, told=_moved(), status=409)
    except Refused as refused:
        return _show(request, reader, session_id, told=_in_words(refused), status=422)
    at = urlencode({"trin": key, "knap": do})
    return redirect(f"{reverse('session_steps', args=[session_id])}?{at}#trin-{key}")


@for_reader
def step(request: HttpRequest, reader: Reader, session_id: int, key: str) -> HttpResponse:
    """Rewrite one step."""
    session = leading(reader, session_id).session
    at = place_of(session.steps, key)
    if at is None:
        raise Denied
    found = session.steps[at]
    form = StepForm(request.POST or None, initial=_as_written(found))
    if request.method == "POST" and form.is_valid():
        told = StepTelling(**_changed(found, form.cleaned_data))
        if _done(
            form,
            lambda: services.edit_step(reader, session_id, key, told, turn=_turn(request.POST)),
        ):
            messages.success(request, _("Trinet er ændret."))
            return redirect(f"{reverse('session_steps', args=[session_id])}#trin-{key}")
    context = {
        "session": session,
        "form": form,
        "title": _("Ret et trin"),
        "button": _("Gem trinet"),
    }
    return _sheet(request, form, context)


@for_reader
def add(request: HttpRequest, reader: Reader, session_id: int) -> HttpResponse:
    """Put in a step."""
    session = leading(reader, session_id).session
    places = _places(session)
    first = {
        "minutes": 5,
        "reveal": Reveal.ON_REVEAL,
        "after": request.GET.get("efter") or places[-1][0],
    }
    form = NewStepForm(places, request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        after = given.pop("after")
        told = NewStep(**given | {"reveal": given["reveal"] or Reveal.ON_REVEAL.value})
        if _done(
            form,
            lambda: services.add_step(reader, session_id, after, told, turn=_turn(request.POST)),
        ):
            messages.success(request, _("Trinet er lagt ind."))
            return redirect("session_steps", session_id)
    context = {"session": session, "title": _("Læg et trin ind"), "button": _("Læg trinet ind")}
    return _sheet(request, form, context)


@require_POST
@for_reader
def save_variant(request: HttpRequest, reader: Reader, session_id: int) -> HttpResponse:
    """Keep the steps as the organisation's own: under a new name, or over one that is there."""
    leading(reader, session_id)
    over = request.POST.get("over", "")
    form = VariantForm(request.POST)
    try:
        if over.isdecimal():
            row = services.save_over_variant(reader, session_id, int(over))
        else:
            row = services.save_variant(reader, session_id, request.POST.get("name", ""))
    except Refused as refused:
        told = _in_words(refused)
        return _show(request, reader, session_id, told=told, form=form, status=422)
    messages.success(
        request, _("Gemt. Alle i organisationen kan vælge „%(name)s“.") % {"name": row.name}
    )
    return redirect("session_steps", session_id)


def _show(
    request: HttpRequest,
    reader: Reader,
    session_id: int,
    *,
    told: str = "",
    form: VariantForm | None = None,
    status: int = 200,
) -> HttpResponse:
    state = queries.state(reader, session_id)
    session = leading(reader, session_id).session
    own = [row for row in queries.variants(reader) if services.may_change(reader, row)]
    context = {
        "session": session,
        "rows": _rows(session),
        "undo": state.leading.undo if state.leading else "",
        "minutes": sum(row["minutes"] for row in _rows(session) if not row["skipped"]),
        "told": told,
        "form": form or VariantForm(),
        "variants": own,
        "at": (request.GET.get("trin", ""), request.GET.get("knap", "")),
    }
    return render(request, "reflection/steps.html", context, status=status)


def _rows(session: Session) -> list[dict[str, Any]]:
    """The steps as they are shown: in words, and with what can be done to them."""
    begun = -1 if session.state == SessionState.PREPARING else session.step
    last = len(session.steps) - 1
    return [
        {
            "key": one["key"],
            "name": in_language(one["name"]),
            "instruction": in_language(one["instruction"]),
            "minutes": int(one.get("minutes") or 0),
            "input": _label(InputKind, one.get("input")),
            "reveal": _label(Reveal, one.get("reveal")) if one.get("input") != "talk" else "",
            "rule": _label(Rule, one.get("rule")),
            "skipped": bool(one.get("skipped")),
            "optional": bool(one.get("optional")),
            "is_now": n == begun,
            "to_come": n > begun,
            "up": begun < n - 1,
            "down": begun < n < last,
        }
        for n, one in enumerate(session.steps)
    ]


def _label(words: Any, value: object) -> str:
    return str(words(value).label) if value in words.values else ""


def _places(session: Session) -> list[tuple[str, str]]:
    """Where a step can be put in: first, before it begins, and after each that is not over."""
    begun = -1 if session.state == SessionState.PREPARING else session.step
    front = [("", _("Først"))] if begun < 0 else []
    return front + [
        (one["key"], _("Efter %(n)s. %(name)s") % {"n": n + 1, "name": in_language(one["name"])})
        for n, one in enumerate(session.steps)
        if n >= begun
    ]


def _as_written(step: Mapping[str, Any]) -> dict[str, Any]:
    words = {name: in_language(step[name]) for name in ("name", "instruction")}
    return words | {name: step.get(name) for name in ("minutes", "rule", "reveal")}


def _changed(step: Mapping[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """What was rewritten; what stands as it stood keeps its words in the other language."""
    before = _as_written(step)
    given = given | {"reveal": given["reveal"] or before["reveal"]}
    return {name: value for name, value in given.items() if value != (before[name] or "")}


def _done(form: StepForm, change: Callable[[], object]) -> bool:
    """Whether the change was made; if not, the form says why."""
    try:
        change()
    except Stale:
        form.add_error(None, _moved())
    except Refused as refused:
        form.refuse(refused.problems)
    else:
        return True
    return False


def _sheet(request: HttpRequest, form: StepForm, context: dict[str, Any]) -> HttpResponse:
    context = {"form": form, "turn": context["session"].turn, **context}
    return render(request, "reflection/step.html", context, status=422 if form.errors else 200)


def _turn(given: QueryDict) -> int:
    written = given.get("turn", "")
    return int(written) if written.isdecimal() else -1


def _moved() -> str:
    return _("Planen var ændret, før du trykkede. Se, hvordan den er nu, og prøv igen.")


def _in_words(refused: Refused) -> str:
    return " ".join(in_words(problem) for problem in refused.problems)


def _shift(by: int) -> Does:
    return lambda reader, id_, key, turn: services.shift_step(reader, id_, key, by, turn=turn)


def _leave(*, out: bool) -> Does:
    return lambda reader, id_, key, turn: services.leave_out(reader, id_, key, out=out, turn=turn)


_DOES: dict[str, Does] = {
    "up": _shift(-1),
    "down": _shift(1),
    "out": _leave(out=True),
    "in": _leave(out=False),
    "copy": lambda reader, id_, key, turn: services.copy_step(reader, id_, key, turn=turn),
    "remove": lambda reader, id_, key, turn: services.remove_step(reader, id_, key, turn=turn),
    "undo": lambda reader, id_, _key, _turn: services.undo(reader, id_),
}
