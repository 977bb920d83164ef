"""Following a session: at once, again after a pause, ended for who is out; closed to outsiders."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.test import AsyncClient, Client
from django.urls import reverse

from cast import Cast, make_cast
from handlerum.organisations.models import Membership
from handlerum.organisations.secrets import new_token
from handlerum.reflection import services
from handlerum.reflection.models import Session
from handlerum.web.reflection.live import hub
from handlerum.web.reflection.live.frames import Frame, frame_of
from handlerum.web.reflection.live.hub import HEARTBEAT, hub_of
from handlerum.web.reflection.who import cookie_of
from reflection.sessions.making import came, joined, leader, prepared, running, wrote
from web.pages import BACKEND, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast() -> Cast:
    """As everywhere, but seen by other threads too."""
    return make_cast()


async def opened(session: Session, who: Membership | None = None, **more: Any) -> Any:
    """A stream as somebody's browser opens it."""
    client = AsyncClient()
    if who:
        await sync_to_async(client.force_login)(who.user, backend=BACKEND)
    for name, value in more.pop("cookies", {}).items():
        client.cookies[name] = value
    return await client.get(reverse("session_stream", args=[session.id]), **more)


async def told(answer: Any, until: Callable[[str], bool], most: float = 8) -> list[str]:
    """Events of a stream, up to one that was waited for."""
    found: list[str] = []

    async def read() -> None:
        async for chunk in answer.streaming_content:
            found.append(chunk.decode())
            if until(found[-1]):
                return

    await asyncio.wait_for(read(), most)
    return found


def moved(event: str) -> bool:
    return "event: moved" in event


def run(work: Callable[[], Awaitable[Any]]) -> Any:
    return asyncio.run(work())  # type: ignore[arg-type]


def data(event: str) -> dict[str, Any]:
    (line,) = [line for line in event.splitlines() if line.startswith("data: ")]
    found: dict[str, Any] = json.loads(line.removeprefix("data: "))
    return found


def test_who_comes_in_sees_where_the_session_is_at_once(cast: Cast) -> None:
    session = running(cast)
    joined(cast, session, "bo")

    async def look() -> list[str]:
        return await told(await opened(session, cast.bo), moved)

    events = run(look)
    assert events[0].startswith("retry: ")
    assert data(events[-1])["step"] == "before"
    assert f"id: {Session.objects.get(id=session.id).version}" in events[-1]


def test_a_step_and_what_is_shown_reach_everybody_and_private_words_do_not(cast: Cast) -> None:
    session = running(cast)
    joined(cast, session, "bo")
    wrote(cast.reader("bo"), session, "hemmelig", step="before", text="Kun for mig selv lige nu.")

    async def look() -> list[str]:
        answer = await opened(session, cast.bo)
        first = await told(answer, moved)
        turn = data(first[-1])["turn"]
        go = sync_to_async(services.go)
        await go(leader(cast, session), session.id, "next", turn=turn)
        return first + await told(answer, lambda e: moved(e) and data(e)["step_number"] == 1)

    events = run(look)
    assert data(events[-1])["step"] == "cards"
    assert not any("Kun for mig selv" in event for event in events)


def test_after_a_pause_only_what_is_newer_is_sent(cast: Cast) -> None:
    session = running(cast)
    version = Session.objects.get(id=session.id).version

    async def look(last: int) -> list[str]:
        answer = await opened(session, cast.dorte, headers={"Last-Event-ID": str(last)})
        return await told(answer, moved, most=1.5)

    assert moved(run(lambda: look(version - 1))[-1])
    with pytest.raises(TimeoutError):
        run(lambda: look(version))


def test_a_guest_who_is_taken_out_is_told_that_it_is_over(cast: Cast) -> None:
    session = running(cast)
    token = new_token()
    link = services.invite(leader(cast, session), session.id)
    came_in = services.join_as_guest(link, "Mentor", token)
    row = session.participants.get(id=came_in.guest.participant_id)

    async def look() -> list[str]:
        answer = await opened(session, cookies={cookie_of(session.id): token})
        first = await told(answer, moved)
        await sync_to_async(row.delete)()
        version = data(first[-1])["turn"]
        go = sync_to_async(services.go)
        await go(leader(cast, session), session.id, "next", turn=version)
        return first + await told(answer, lambda event: "event: end" in event)

    assert "event: end" in run(look)[-1]


def test_a_look_that_goes_wrong_ends_no_stream(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    session = running(cast)
    looked: list[int] = []

    def read(session_id: int, known: int) -> Frame | None:
        looked.append(known)
        if len(looked) == 1:
            raise ValueError("whatever goes wrong")
        return frame_of(session_id, known)

    monkeypatch.setattr(hub, "_read", read)
    monkeypatch.setattr(hub, "_SAFETY", 0.1)

    async def look() -> list[str]:
        return await told(await opened(session, cast.dorte), moved)

    assert moved(run(look)[-1])
    assert len(looked) > 1


def test_a_session_that_is_deleted_ends_its_streams(cast: Cast) -> None:
    session = prepared(cast)

    async def look() -> list[str]:
        answer = await opened(session, cast.dorte)
        await told(answer, moved)
        await sync_to_async(services.delete)(cast.reader("dorte"), session.id)
        return await told(answer, lambda event: "event: end" in event)

    assert "event: end" in run(look)[-1]


@pytest.mark.parametrize("name", ["session_stream", "session_state"])
def test_outsiders_and_guests_of_other_sessions_find_nothing(cast: Cast, name: str) -> None:
    session, other = running(cast), running(cast)
    came(cast, other)
    where = reverse(name, args=[session.id])

    assert Client().get(where).status_code == 404
    for outsider in (cast.carla, cast.erik):
        assert signed_in(outsider).get(where).status_code == 404
    stranger = Client()
    stranger.cookies[cookie_of(session.id)] = "gættet"
    assert stranger.get(where).status_code == 404


def test_asking_again_costs_one_query_while_nothing_moved(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    session = running(cast)
    client = signed_in(cast.dorte)
    where = reverse("session_state", args=[session.id])

    first = client.get(where)
    assert first.json()["session_id"] == session.id
    with django_assert_max_num_queries(5):  # signed in, where, which teams, and the version
        again = client.get(where, headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_many_changes_at_once_are_sent_together(cast: Cast) -> None:
    session = running(cast)
    joined(cast, session, "bo")

    async def look() -> int:
        here, seen = hub_of(session.id), 0
        with here.followed():
            frame = await here.newer(-1)
            write = sync_to_async(wrote)
            for number in range(8):
                await write(cast.reader("bo"), session, f"k{number}", step="before", text="Ro på.")
            try:
                while frame:
                    frame = await asyncio.wait_for(here.newer(frame.version), 1)
                    seen += 1
            except TimeoutError:
                pass
        return seen

    assert 1 <= run(look) < 8
    assert HEARTBEAT > 1
