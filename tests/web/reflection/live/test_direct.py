"""Streams and new words are answered past Django's handler; all else is Django's to answer."""

import asyncio
from typing import Any
from urllib.parse import urlencode

import pytest
from asgiref.testing import ApplicationCommunicator

from cast import Cast, make_cast
from handlerum.config.handler import Handler
from handlerum.organisations.secrets import new_token
from handlerum.reflection import services
from handlerum.reflection.models import Entry, Event, Session
from handlerum.web.reflection.live.direct import Direct
from handlerum.web.reflection.who import cookie_of
from reflection.sessions.making import at_step, leader, running

pytestmark = pytest.mark.django_db(transaction=True)
CSRF = "c" * 32
WORD = {"what": "entry", "step": "cards", "key": "k1", "text": "Vi kunne vente en uge."}
#: What stands in for Django's answers here.
LEFT = 418


@pytest.fixture
def cast() -> Cast:
    """As everywhere, but seen by other threads too."""
    return make_cast()


@pytest.fixture
def session(cast: Cast) -> Session:
    """A session in its step of cards."""
    return at_step(cast, running(cast), 1)


def phone(cast: Cast, session: Session) -> str:
    """The cookies of a guest's phone."""
    token = new_token()
    services.join_as_guest(services.invite(leader(cast, session), session.id), "Mentor", token)
    return f"{cookie_of(session.id)}={token}"


async def others(_scope: Any, receive: Any, send: Any) -> None:
    """Whoever is next: repeats what was sent."""
    body = (await receive()).get("body", b"")
    await send({"type": "http.response.start", "status": LEFT, "headers": []})
    await send({"type": "http.response.body", "body": body})


def ask(path: str, cookies: str = "", sent: dict[str, str] | None = None, **more: Any) -> Any:
    """The status, and the beginning of the body."""
    body = urlencode(sent).encode() if sent else b""
    headers = [
        (b"host", more.pop("host", "127.0.0.1").encode()),
        (b"cookie", f"csrftoken={CSRF}; {cookies}".encode()),
        (b"content-length", str(more.pop("length", len(body))).encode()),
        (b"content-type", b"application/x-www-form-urlencoded"),
    ]
    told = {"path": path, "method": "POST" if sent else "GET", "headers": headers}
    plain = {"type": "http", "scheme": "http", "query_string": b"", "http_version": "1.1"}

    async def asked() -> tuple[int, bytes]:
        caller = ApplicationCommunicator(Direct(more.get("next", others)), {**plain, **told})
        await caller.send_input({"type": "http.request", "body": body})
        status = (await caller.receive_output(10))["status"]
        first = (await caller.receive_output(10)).get("body", b"")
        await caller.send_input({"type": "http.disconnect"})
        await caller.wait(10)
        return status, first

    return asyncio.run(asked())


def write(session: Session, cookies: str, **changed: str) -> int:
    """The status of a word that is sent."""
    sent = {**WORD, "csrfmiddlewaretoken": CSRF, **changed}
    status, body = ask(f"/moeder/{session.id}/skriv/", cookies, sent)
    if status == LEFT:
        assert body == urlencode(sent).encode(), "it is handed on whole"
    return int(status)


def test_a_guests_new_word_is_stored_and_sent_back_to_the_session(
    cast: Cast, session: Session
) -> None:
    assert write(session, phone(cast, session)) == 302

    row = Entry.objects.get()
    assert (row.text, row.kind, row.key) == (WORD["text"], "card", "k1")
    assert row.revealed_at
    session.refresh_from_db()
    assert Event.objects.latest("version").version == session.version


def test_what_was_sent_before_is_answered_by_the_ordinary_way(cast: Cast, session: Session) -> None:
    ida = phone(cast, session)
    write(session, ida)

    assert write(session, ida) == LEFT
    assert write(session, ida, key="k2") == 302
    assert Entry.objects.count() == 2


@pytest.mark.parametrize(
    "changed",
    [
        {"csrfmiddlewaretoken": "d" * 32},
        {"what": "option"},
        {"step": "findes-ikke"},
        {"text": ""},
        {"text": "x" * 10_000},
        {"text": "Ring til 010190-1234 i morgen."},
        {"key": ""},
        {"key": ":vote"},
    ],
    ids=lambda changed: next(iter(changed.items()))[0] + str(next(iter(changed.values())))[:9],
)
def test_whatever_is_not_in_order_is_left_to_be_answered_in_words(
    cast: Cast, session: Session, changed: dict[str, str]
) -> None:
    assert write(session, phone(cast, session), **changed) == LEFT
    assert not Entry.objects.exists()


def test_nobody_writes_in_a_session_that_is_not_theirs_or_is_over(
    cast: Cast, session: Session
) -> None:
    other = at_step(cast, running(cast), 1)
    stranger = phone(cast, other).replace(cookie_of(other.id), cookie_of(session.id))
    ida = phone(cast, session)

    assert write(session, stranger) == LEFT
    assert write(session, f"{cookie_of(session.id)}=gættet") == LEFT
    assert write(session, "") == LEFT
    services.close(leader(cast, session), session.id)
    assert write(session, ida) == LEFT
    assert not Entry.objects.exists()


def test_half_a_form_and_another_host_are_left(cast: Cast, session: Session) -> None:
    ida, where = phone(cast, session), f"/moeder/{session.id}/skriv/"
    sent = {**WORD, "csrfmiddlewaretoken": CSRF}

    assert ask(where, ida, sent, length=10_000)[0] == LEFT
    assert ask(where, ida, sent, host="fremmed.example")[0] == LEFT
    assert not Entry.objects.exists()


def test_a_stream_is_for_those_who_are_in(cast: Cast, session: Session) -> None:
    where = f"/moeder/{session.id}/strom/"

    status, first = ask(where, phone(cast, session))

    assert status == 200
    assert first.startswith(b"retry: ")
    assert ask(where)[0] == LEFT
    assert ask(where, f"{cookie_of(session.id)}=gættet")[0] == LEFT
    assert ask(where, phone(cast, session), host="fremmed.example")[0] == LEFT


def test_what_is_left_is_answered_by_django_in_its_words(cast: Cast, session: Session) -> None:
    django = Handler()
    ida = phone(cast, session)
    again = {**WORD, "csrfmiddlewaretoken": CSRF}
    write(session, ida)

    assert ask(f"/moeder/{session.id}/skriv/", ida, again, next=django)[0] == 302
    pointing = {**again, "key": "k2", "text": "Ring til 010190-1234 i morgen."}
    assert ask(f"/moeder/{session.id}/skriv/", ida, pointing, next=django)[0] == 422
    assert ask(f"/moeder/{session.id}/strom/", next=django)[0] == 404
    assert ask(f"/moeder/{session.id}/", ida, next=django)[0] == 200
    assert Entry.objects.count() == 1
