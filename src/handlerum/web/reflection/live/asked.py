"""A request that is not Django's yet: the same checks at the door, no more than is needed."""

from collections.abc import Awaitable, Callable
from io import BytesIO
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.exceptions import DisallowedHost
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponseForbidden
from django.middleware.csrf import CsrfViewMiddleware

Message = dict[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]
App = Callable[[Message, Receive, Send], Awaitable[None]]


def asked(scope: Message, body: bytes = b"") -> HttpRequest | None:
    """The request, with the browser's session; None where Django shall turn it away or on."""
    request = ASGIRequest(scope, BytesIO(body))
    try:
        request.get_host()
    except DisallowedHost:
        return None
    if settings.SECURE_SSL_REDIRECT and not request.is_secure():
        return None
    _SESSIONS.process_request(request)
    _PEOPLE.process_request(request)
    return request


def is_ours(request: HttpRequest) -> bool:
    """Whether a form was sent from one of our own pages, as Django tells it."""
    _FORMS.process_request(request)
    return _FORMS.process_view(request, _nothing, (), {}) is None


class _Forms(CsrfViewMiddleware):
    def _reject(self, _request: HttpRequest, _reason: str) -> HttpResponseForbidden:
        return HttpResponseForbidden()  # Django's own makes the page, and tells the log


def _nothing(_request: HttpRequest) -> Any:
    raise NotImplementedError


_SESSIONS, _PEOPLE = SessionMiddleware(_nothing), AuthenticationMiddleware(_nothing)
_FORMS = _Forms(_nothing)
