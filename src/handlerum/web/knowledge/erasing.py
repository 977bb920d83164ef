"""Pages for erasing for good, and for taking out all that one has told."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handlerum.exchange import person_services
from handlerum.exchange.erased import in_words
from handlerum.knowledge import erasure_services
from handlerum.knowledge.access import own
from handlerum.organisations.access import Reader
from handlerum.web.scope import for_reader


@for_reader
def erase(request: HttpRequest, reader: Reader, contribution_id: int) -> HttpResponse:
    """Ask once, then erase one contribution."""
    row = own(reader, contribution_id)
    if request.method == "POST":
        erasure_services.erase(reader, row.id)
        messages.success(request, _("Bidraget er slettet for altid."))
        return redirect("mine")
    return render(request, "knowledge/erase.html", {"row": row})


@for_reader
def erase_all(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Ask once, then erase everything the person has told here."""
    if request.method == "POST":
        erased = person_services.erase_all(reader)
        messages.success(request, _("Slettet for altid: %(what)s.") % {"what": in_words(erased)})
        return redirect("mine")
    told = person_services.everything_of(reader)
    counts = {"count": len(told["contributions"]), "dilemmas": len(told["dilemmas"])}
    counts["sessions"] = len(told["reflection"]["sessions"])
    return render(request, "knowledge/erase.html", counts)


@for_reader
@require_safe
def export(request: HttpRequest, reader: Reader) -> HttpResponse:
    """All that the person has told here, as a file."""
    response = JsonResponse(
        person_services.everything_of(reader),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    response["Content-Disposition"] = 'attachment; filename="mine-bidrag.json"'
    return response
