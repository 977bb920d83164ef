"""What is found while somebody writes. Looked at in memory, answered, and forgotten."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from handlerum.knowledge.rules import FREE, MAX_TEXT
from handlerum.organisations.access import Reader
from handlerum.web.privacy.review import Review
from handlerum.web.scope import for_reader


@require_POST
@for_reader
def blur(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The places found in a form that is being written, or the text as it would be kept."""
    given = request.POST
    texts = {name: given.get(name, "")[:MAX_TEXT].replace("\r\n", "\n") for name in FREE}
    cited = " ".join(given.get(f"source_{name}", "") for name in ("title", "authors", "publisher"))
    review = Review(texts, cited, given)
    part = "result" if "result" in request.GET else "places"
    return render(request, f"privacy/_{part}.html", {"review": review, "live": True})
