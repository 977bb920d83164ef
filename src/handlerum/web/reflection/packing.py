"""What is known about the subject: the balanced pack, and the pieces that everybody sees."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from handlerum.knowledge.terms import Audience
from handlerum.organisations.access import Denied, Reader
from handlerum.reflection import queries, services
from handlerum.reflection.access import Who, leading
from handlerum.reflection.models import Session
from handlerum.reflection.problems import Refused, in_words
from handlerum.search.answers import Gathered
from handlerum.search.queries import Empty, TooLong, gather
from handlerum.web.reflection.scope import for_anybody_in
from handlerum.web.scope import for_reader

#: Pieces of each form in the pack.
_PACK = 2
#: A piece that was put aside makes room for the next, so this many are asked for.
_DEPTH = 6

_DOES: dict[str, Callable[[Reader, int, int], object]] = {
    "show": lambda reader, id_, piece: services.lay_out(reader, id_, piece),
    "hide": lambda reader, id_, piece: services.lay_out(reader, id_, piece, out=False),
    "aside": lambda reader, id_, piece: services.put_aside(reader, id_, piece),
    "back": lambda reader, id_, piece: services.put_aside(reader, id_, piece, aside=False),
}


@for_reader
def pack(request: HttpRequest, reader: Reader, session_id: int) -> HttpResponse:
    """What is known about the subject, evenly from all five forms, for whoever leads."""
    leading(reader, session_id)
    if request.method != "POST":
        return _show(request, reader, session_id)
    piece = request.POST.get("piece", "")
    if request.POST.get("do") not in _DOES or not piece.isdecimal():
        raise Denied
    try:
        _DOES[request.POST["do"]](reader, session_id, int(piece))
    except Refused as refused:
        told = " ".join(in_words(problem) for problem in refused.problems)
        return _show(request, reader, session_id, told=told, status=422)
    return redirect(f"{reverse('session_pack', args=[session_id])}#bidrag-{piece}")


@for_anybody_in
def laid_out(request: HttpRequest, who: Who, session_id: int) -> HttpResponse:
    """The pieces that whoever leads laid out for everybody present."""
    state = queries.state(who, session_id, view="projector")
    context = {
        "common": state.common,
        "pieces": queries.laid_out(who, session_id),
        "is_member": isinstance(who, Reader),
    }
    return render(request, "reflection/laid_out.html", context)


def _show(
    request: HttpRequest, reader: Reader, session_id: int, *, told: str = "", status: int = 200
) -> HttpResponse:
    session = leading(reader, session_id).session
    context: dict[str, Any] = {"session": session, "told": told, "for_all": Audience.ORGANISATION}
    try:
        found = gather(reader, session.question, _DEPTH)
    except (Empty, TooLong):
        context["lanes"] = []
    else:
        context |= {"lanes": _lanes(found, session), "counter": found.counter, "strip": found.strip}
        context["aside"] = [row for row in _rows(found) if row.id in session.aside]
    return render(request, "reflection/pack.html", context, status=status)


def _lanes(found: Gathered, session: Session) -> list[dict[str, Any]]:
    """Each form with its first pieces that were not put aside; evenly, or silent."""
    return [
        {
            "form": form,
            "pieces": [
                piece.contribution
                for piece in lane.pieces
                if piece.contribution.id not in session.aside
            ][:_PACK],
            "silent": lane.silent,
        }
        for form, lane in found.lanes.items()
    ]


def _rows(found: Gathered) -> list[Any]:
    return [piece.contribution for lane in found.lanes.values() for piece in lane.pieces]
