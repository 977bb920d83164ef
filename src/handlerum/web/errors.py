"""Pages for what went wrong, in plain words and without details."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from handlerum.web.kept import kept_page


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same page for what does not exist and for what is somebody else's."""
    return render(request, "404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Something of ours broke. Nothing is asked of the request: the database may be what broke."""
    return HttpResponse(render_to_string("500.html"), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was too old to be sent; what was typed is shown again."""
    return kept_page(request, signed_out=False)
