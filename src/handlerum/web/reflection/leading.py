"""What whoever leads does: start, move, show, group, undo, hand over, close."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handlerum.organisations.access import Denied, Reader
from handlerum.reflection import services
from handlerum.reflection.problems import Refused, Stale, in_words
from handlerum.reflection.services import delete
from handlerum.web.reflection.room import show
from handlerum.web.scope import for_reader

_MORE_MINUTES = 5

Does = Callable[[Reader, int, QueryDict, int], object]


@require_POST
@for_reader
def lead(request: HttpRequest, reader: Reader, session_id: int) -> HttpResponse:
    """One press of whoever leads; who presses second is told that it has moved already."""
    given = request.POST
    at = given.get("turn", "")
    turn = int(at) if at.isdecimal() else -1
    if given.get("do") not in _DOES:
        raise Denied
    try:
        made = _DOES[given["do"]](reader, session_id, given, turn)
    except Stale:
        told = _("Mødet var flyttet, før du trykkede. Se, hvor det er nu.")
        return show(request, reader, session_id, told=told, status=409)
    except Refused as refused:
        told = " ".join(in_words(problem) for problem in refused.problems)
        return show(request, reader, session_id, told=told, status=422)
    if given["do"] == "rehearse":
        return redirect("session", getattr(made, "id", session_id))
    return redirect(
        "sessions" if given["do"] == "delete" else reverse("session", args=[session_id])
    )


def _go(move: Any) -> Does:
    return lambda reader, id_, _given, turn: services.go(reader, id_, move, turn=turn)


def _prolong(reader: Reader, id_: int, given: QueryDict, turn: int) -> None:
    written = given.get("minutes", "")
    minutes = int(written) if written.isdecimal() and len(written) < 4 else _MORE_MINUTES
    services.prolong(reader, id_, minutes, turn=turn)


def _take_card(reader: Reader, id_: int, given: QueryDict, _turn: int) -> None:
    group = given.get("group", "")
    into = int(group) if group.isdecimal() else None
    services.move_card(reader, id_, _id(given, "card"), group_id=into)


def _id(given: QueryDict, name: str) -> int:
    written = given.get(name, "")
    if not written.isdecimal():
        raise Denied
    return int(written)


_DOES: dict[str, Does] = {
    "start": lambda reader, id_, _given, _turn: services.start(reader, id_),
    "next": _go("next"),
    "previous": _go("previous"),
    "skip": _go("skip"),
    "repeat": _go("repeat"),
    "prolong": _prolong,
    "reveal": lambda reader, id_, given, _turn: services.reveal(reader, id_, given.get("step", "")),
    "undo": lambda reader, id_, _given, _turn: services.undo(reader, id_),
    "group": lambda reader, id_, given, _turn: services.make_group(
        reader, id_, given.get("step", ""), given.get("name", "")
    ),
    "card": _take_card,
    "add": lambda reader, id_, given, _turn: services.add_facilitator(
        reader, id_, _id(given, "user")
    ),
    "hand_over": lambda reader, id_, given, _turn: services.hand_over(
        reader, id_, _id(given, "user")
    ),
    "remove": lambda reader, id_, given, _turn: services.remove_facilitator(
        reader, id_, _id(given, "user")
    ),
    "take_over": lambda reader, id_, _given, _turn: services.take_over(reader, id_),
    "rehearse": lambda reader, id_, _given, _turn: services.rehearse(reader, id_),
    "close": lambda reader, id_, _given, _turn: services.close(reader, id_),
    "keep": lambda reader, id_, _given, _turn: services.keep(reader, id_),
    "delete": lambda reader, id_, _given, _turn: delete(reader, id_),
}
