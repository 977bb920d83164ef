"""Following a session: a stream of events, and a page to ask again and again."""

import random
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass

from asgiref.sync import sync_to_async
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from handlerum.organisations.access import Denied
from handlerum.reflection.access import Guest, seat, version_for
from handlerum.reflection.queries.following import Gone
from handlerum.web.middleware import language_of
from handlerum.web.reflection.live.frames import Frame, frame_of
from handlerum.web.reflection.live.hub import hub_of
from handlerum.web.reflection.who import who_asks

#: Milliseconds after which a browser asks again: apart, so that not all come at once.
_SOONEST, _LATEST = 500, 3000
AHEAD = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


@dataclass(frozen=True, slots=True)
class Place:
    """What is remembered of whoever follows."""

    session_id: int
    participant_id: int | None
    leads_as: int | None
    language: str


async def stream(request: HttpRequest, session_id: int) -> HttpResponseBase:
    """Server-sent events: the session at once, and each time it has moved."""
    here = await sync_to_async(place)(request, session_id)
    told = events(here, known_to(request))
    return StreamingHttpResponse(told, content_type="text/event-stream", headers=AHEAD)


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
    body = found.bodies[language_of(request)]
    return HttpResponse(body, content_type="application/json", headers=headers)


def place(request: HttpRequest, session_id: int) -> Place:
    """Who would follow, and in which language.

    Raises:
        Http404: it is not theirs to follow.
    """
    try:
        who = who_asks(request, session_id)
        if isinstance(who, Guest):  # of this session, and just looked up
            return Place(session_id, who.participant_id, None, language_of(request))
        here = seat(who, session_id)
    except Denied:
        raise Http404 from None
    leads_as = who.user_id if here.facilitates else None
    participant_id = here.participant.id if here.participant else None
    return Place(session_id, participant_id, leads_as, language_of(request))


def known_to(request: HttpRequest) -> int:
    """The version that a browser has already, -1 for none."""
    last = request.headers.get("Last-Event-ID") or request.GET.get("fra", "")
    return int(last) if last.isdecimal() and len(last) < 16 else -1


async def events(here: Place, known: int) -> AsyncIterator[bytes]:
    """What is sent to one who follows, until they are out or it is gone."""
    yield b"retry: %d\n\n" % random.randint(_SOONEST, _LATEST)  # noqa: S311  no secret
    hub = hub_of(here.session_id)
    with hub.followed(), suppress(Gone):
        while True:
            frame = await hub.newer(known)
            if frame is None:
                yield b": still here\n\n"
            elif _may_see(here, frame):
                known = frame.version
                yield frame.events[here.language]
            else:
                break
    yield b"event: end\ndata: \n\n"


def _may_see(here: Place, frame: Frame) -> bool:
    """Whether who follows is still in: looked up in what was read for all."""
    return here.participant_id in frame.participants or here.leads_as in frame.leaders
