"""Following dilemmas, and putting suggestions aside."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handlerum.dilemmas import queries, services
from handlerum.dilemmas.access import readable
from handlerum.dilemmas.words import move as told
from handlerum.organisations.access import Reader
from handlerum.web.scope import for_reader


@dataclass(frozen=True, slots=True)
class Moved:
    """A dilemma that is followed, and what others did there, in words."""

    one: queries.Followed
    moves: list[tuple[queries.Move, str | Promise]]


@for_reader
def followed(request: HttpRequest, reader: Reader) -> HttpResponse:
    """What moved since last time in the dilemmas the reader follows."""
    found = queries.followed(reader)
    rows = [Moved(one, [(move, told(move.verb)) for move in one.moves]) for one in found]
    return render(request, "dilemmas/followed.html", {"rows": rows})


@require_POST
@for_reader
def follow(request: HttpRequest, reader: Reader, dilemma_id: int) -> HttpResponse:
    """Follow a dilemma, or stop."""
    row = readable(reader, dilemma_id)
    if "stop" in request.POST:
        services.unfollow(reader, row.id)
        messages.success(request, _("Du følger ikke dilemmaet mere."))
    else:
        services.follow(reader, row.id)
        messages.success(request, _("Du følger dilemmaet. Det, der sker, står under »Fulgt«."))
    return redirect("dilemma", row.id)


@require_POST
@for_reader
def seen(request: HttpRequest, reader: Reader, dilemma_id: int) -> HttpResponse:
    """Remember that the reader has seen what was shown."""
    row, cursor = readable(reader, dilemma_id), request.POST.get("cursor", "")
    if cursor.isdecimal() and len(cursor) < 19:
        services.seen(reader, row.id, int(cursor))
    return redirect("followed")


@require_POST
@for_reader
def dismiss(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Put a suggestion aside for good."""
    if fingerprint := request.POST.get("fingerprint", ""):
        services.dismiss(reader, fingerprint)
        messages.success(request, _("Forslaget kommer ikke igen."))
    return redirect("dilemmas")
