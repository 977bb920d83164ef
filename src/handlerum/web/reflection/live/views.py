"""Following a session: a stream of events, and a page to ask again and again."""

import random
from collections.abc import AsyncIterator
from dataclasses import dataclass

from asgiref.sync import sync_to_async
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from handlerum.organisations.access import Denied, Reader
from handlerum.reflection.access import seat, version_for
from handlerum.reflection.queries.following import Gone
from handlerum.web.reflection.live.frames import Frame, frame_of
from handlerum.web.reflection.live.hub import hub_of
from handlerum.web.reflection.who import who_asks

#: Milliseconds after which a browser asks again: apart, so that not all come at once.
_SOONEST, _LATEST = 500, 3000
_AHEAD = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


async def stream(request: HttpRequest, session_id: int) -> HttpResponseBase:
    """Server-sent events: the session at once, and each time it has moved."""
    here = await sync_to_async(_place)(request, session_id)
    last = request.headers.get("Last-Event-ID") or request.GET.get("fra", "")
    known = int(last) if last.isdecimal() and len(last) < 16 else -1
    return StreamingHttpResponse(
        _events(here, known), content_type="text/event-stream", headers=_AHEAD
    )


def state(request: HttpRequest, session_id: int) -> HttpResponse:
    """The same as JSON, for phones that cannot keep a stream; 304 while nothing has moved."""
    try:
        version = version_for(who_asks(request, session_id), session_id)
        mark = f'"{version}"'
        if request.headers.get("If-None-Match") == mark:
            return HttpResponse(status=304, headers={"ETag": mark})
        found = frame_of(session_id, -1)
    except (Denied, Gone):
        raise Http404 from None
    assert found is not None  # every version is past -1
    headers = {"ETag": f'"{found.version}"', "Cache-Control": "no-store"}
    return HttpResponse(found.body, content_type="application/json", headers=headers)


@dataclass(frozen=True, slots=True)
class _Place:
    """What is remembered of whoever follows."""

    session_id: int
    participant_id: int | None
    leads_as: int | None


def _place(request: HttpRequest, session_id: int) -> _Place:
    try:
        who = who_asks(request, session_id)
        here = seat(who, session_id)
    except Denied:
        raise Http404 from None
    leads_as = who.user_id if here.facilitates and isinstance(who, Reader) else None
    return _Place(session_id, here.participant.id if here.participant else None, leads_as)


async def _events(here: _Place, known: int) -> AsyncIterator[bytes]:
    yield b"retry: %d\n\n" % random.randint(_SOONEST, _LATEST)  # noqa: S311  no secret
    async for frame in hub_of(here.session_id).follow(known):
        if frame is None:
            yield b": still here\n\n"
        elif _may_see(here, frame):
            yield frame.event
        else:
            break
    yield b"event: end\ndata: \n\n"


def _may_see(here: _Place, frame: Frame) -> bool:
    """Whether who follows is still in: looked up in what was read for all."""
    return here.participant_id in frame.participants or here.leads_as in frame.leaders
