"""What is found while somebody writes. Looked at in memory, answered, and forgotten."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from handlerum.knowledge.access import own
from handlerum.organisations.access import Reader
from handlerum.web.privacy.review import Review, told
from handlerum.web.scope import for_reader


@require_POST
@for_reader
def blur(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The places found in a form that is being written, or the text as it would be kept."""
    given = request.POST
    row = given.get("row", "")
    kept = own(reader, int(row)).kept if row.isdecimal() and len(row) < 20 else {}
    review = Review(told(given), given.get("source_authors", ""), given, kept)
    part = "result" if "result" in request.GET else "places"
    return render(request, f"privacy/_{part}.html", {"review": review, "live": True})
