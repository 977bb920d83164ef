"""From a request to a reader: the first line of every page behind sign-in."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from handlerum.organisations.access import Denied, Reader, reader_of
from handlerum.organisations.models import Membership, User
from handlerum.organisations.queries import membership_in
from handlerum.web.kept import kept_page

#: Which of a person's organisations they look at, by its slug.
SESSION_KEY = "organisation"

P = ParamSpec("P")


def person(request: HttpRequest) -> User:
    """Who is signed in. Only behind `for_reader` or a check of one's own."""
    assert isinstance(request.user, User)
    return request.user


def membership(request: HttpRequest) -> Membership | None:
    """The signed-in person's place in the organisation they look at; asked for once a request."""
    if not isinstance(request.user, User):
        return None
    if not hasattr(request, "_membership"):
        found = membership_in(request.user, request.session.get(SESSION_KEY))
        request._membership = found  # type: ignore[attr-defined]  # a cache of this request
    return request._membership  # type: ignore[attr-defined,no-any-return]


def for_reader(
    view: Callable[Concatenate[HttpRequest, Reader, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Give the view its reader. Strangers sign in first; what is not theirs does not exist."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            if request.method == "POST":
                return kept_page(request, signed_out=True)
            return redirect_to_login(request.get_full_path())
        found = membership(request)
        if found is None:
            return render(request, "organisations/nowhere.html", status=403)
        try:
            return view(request, reader_of(found), *args, **kwargs)
        except Denied:
            raise Http404 from None

    return wrapped
