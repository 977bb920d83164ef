"""From a request to whoever takes part; what is not theirs does not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse

from handlerum.organisations.access import Denied
from handlerum.reflection.access import Who
from handlerum.web.reflection.who import who_asks

P = ParamSpec("P")


def for_anybody_in(
    view: Callable[Concatenate[HttpRequest, Who, int, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Give a view whoever takes part or leads: a member, or a guest of this one session."""

    @wraps(view)
    def wrapped(request: HttpRequest, session_id: int, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, who_asks(request, session_id), session_id, *args, **kwargs)
        except Denied:
            raise Http404 from None

    return wrapped
