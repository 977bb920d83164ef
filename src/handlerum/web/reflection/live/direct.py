"""Streams past Django's handler: thousands of phones must not cost a thread each.

Who follows is asked for as everywhere, once, in one of a few threads. Whatever is not a plain
request for a stream by somebody who may follow is left to Django, which turns it away in its words.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.exceptions import DisallowedHost
from django.core.handlers.asgi import ASGIRequest
from django.db import close_old_connections
from django.http import Http404

from handlerum.web.reflection.live.views import AHEAD, Place, events, known_to, place

Message = dict[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

_STREAM = re.compile(r"/moeder/(\d{1,18})/strom/")
_DOORKEEPERS = ThreadPoolExecutor(2, thread_name_prefix="streams")
_HEADERS = [
    (b"content-type", b"text/event-stream"),
    (b"x-content-type-options", b"nosniff"),
    *((name.lower().encode(), value.encode()) for name, value in AHEAD.items()),
]


class Direct:
    """Answers streams itself, and hands everything else on."""

    def __init__(self, others: App) -> None:
        self.others = others

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """One request."""
        found = _STREAM.fullmatch(scope.get("path", "")) if scope.get("method") == "GET" else None
        here = known = None
        if found:
            loop = asyncio.get_running_loop()
            asked = await loop.run_in_executor(_DOORKEEPERS, _asked, scope, int(found[1]))
            here, known = asked or (None, None)
        if here is None or known is None:
            await self.others(scope, receive, send)
        else:
            await _streamed(here, known, receive, send)


def _asked(scope: Message, session_id: int) -> tuple[Place, int] | None:
    """Who follows, and the version they know; None where Django shall answer."""
    close_old_connections()
    request = ASGIRequest(scope, BytesIO())
    try:
        request.get_host()
        if settings.SECURE_SSL_REDIRECT and not request.is_secure():
            return None
        _SESSIONS.process_request(request)
        _PEOPLE.process_request(request)
        return place(request, session_id), known_to(request)
    except (DisallowedHost, Http404):
        return None
    finally:
        close_old_connections()


def _nothing(_request: Any) -> Any:
    raise NotImplementedError


_SESSIONS, _PEOPLE = SessionMiddleware(_nothing), AuthenticationMiddleware(_nothing)


async def _streamed(here: Place, known: int, receive: Receive, send: Send) -> None:
    sending = asyncio.ensure_future(_send(here, known, send))
    leaving = asyncio.ensure_future(_left(receive))
    try:
        await asyncio.wait((sending, leaving), return_when=asyncio.FIRST_COMPLETED)
    finally:
        sending.cancel()
        leaving.cancel()


async def _send(here: Place, known: int, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
    async for event in events(here, known):
        await send({"type": "http.response.body", "body": event, "more_body": True})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
