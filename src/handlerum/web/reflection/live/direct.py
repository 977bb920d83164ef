"""Streams and words past Django's handler: thousands of phones must not cost a thread each.

Who asks is looked up as everywhere. Whatever is not a plain request for a stream by somebody who
may follow, or a guest's new word, is left to Django, which answers or turns it away in its words.
"""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor

from django.db import close_old_connections
from django.http import Http404

from handlerum.web.reflection.live.asked import App, Message, Receive, Send, asked
from handlerum.web.reflection.live.letters import Letter, letters
from handlerum.web.reflection.live.views import AHEAD, Place, events, known_to, place

_STREAM = re.compile(r"/moeder/(\d{1,18})/strom/")
_WRITE = re.compile(r"/moeder/(\d{1,18})/skriv/")
_FORM = b"application/x-www-form-urlencoded"
#: Longer forms are read by Django; nothing that may be stored is as long.
_LARGEST = 40_000
_DOORKEEPERS = ThreadPoolExecutor(2, thread_name_prefix="streams")
_HEADERS = [
    (b"content-type", b"text/event-stream"),
    (b"x-content-type-options", b"nosniff"),
    *((name.lower().encode(), value.encode()) for name, value in AHEAD.items()),
]


class Direct:
    """Answers streams and guests' new words itself, and hands everything else on."""

    def __init__(self, others: App) -> None:
        self.others = others

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """One request."""
        path, method = scope.get("path", ""), scope.get("method")
        if method == "GET" and (found := _STREAM.fullmatch(path)):
            loop = asyncio.get_running_loop()
            here = await loop.run_in_executor(_DOORKEEPERS, _follower, scope, int(found[1]))
            if here:
                await _streamed(*here, receive, send)
                return
        elif method == "POST" and (found := _WRITE.fullmatch(path)) and (most := _length(scope)):
            body, receive = await _read(receive)
            letter = Letter(int(found[1]), scope, body)
            if len(body) == most and await letters().store(letter):  # it has come whole
                await _sent_back(found[1], send)
                return
        await self.others(scope, receive, send)


def _follower(scope: Message, session_id: int) -> tuple[Place, int] | None:
    """Who follows, and the version they know; None where Django shall answer."""
    close_old_connections()
    try:
        request = asked(scope)
        return (place(request, session_id), known_to(request)) if request else None
    except Http404:
        return None
    finally:
        close_old_connections()


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


def _length(scope: Message) -> int:
    """How long a plain form says that it is; 0 for whatever Django shall read."""
    told = dict(scope.get("headers", ()))
    length = told.get(b"content-length", b"")
    is_form = told.get(b"content-type", b"").split(b";")[0].strip() == _FORM
    return int(length) if is_form and length.isdigit() and int(length) <= _LARGEST else 0


async def _read(receive: Receive) -> tuple[bytes, Receive]:
    """What was sent, and a way to receive it once more."""
    told = [await receive()]
    while told[-1].get("more_body"):
        told.append(await receive())
    body = b"".join(one.get("body", b"") for one in told)

    async def again() -> Message:
        return told.pop(0) if told else await receive()

    return body, again


async def _sent_back(session_id: str, send: Send) -> None:
    """The answer to a form that is stored: back to the session, as for every form."""
    headers = [(b"location", f"/moeder/{session_id}/".encode()), (b"content-length", b"0")]
    await send({"type": "http.response.start", "status": 302, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
