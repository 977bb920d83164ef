"""What is sent to everybody is what stands on everybody's page, and nobody's own words."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from cast import Cast
from handlerum.reflection import services
from handlerum.reflection.models import Session
from handlerum.reflection.rules.methods import shipped
from handlerum.web.reflection.live import frames
from handlerum.web.reflection.live.frames import frame_of
from reflection.sessions.making import at_step, joined, leader, prepared, running, wrote
from web.pages import page, signed_in


def on_the_page(client: Client, session: Session) -> str:
    """The part of a phone's page that is the same for all, as text."""
    (found,) = page(client.get(reverse("session", args=[session.id]))).xpath("//*[@id='vis']")
    return " ".join(found.text_content().split())


def sent(session: Session, language: str = "da") -> str:
    frame = frame_of(session.id, -1)
    assert frame
    shown = json.loads(frame.bodies[language])["shown"]
    return " ".join(html.fromstring(f"<div>{shown}</div>").text_content().split())


@pytest.mark.parametrize("method", ["dilemma-work", "critical-reflection", "visiting-experiences"])
def test_in_every_step_phones_are_sent_what_their_page_shows(cast: Cast, method: str) -> None:
    steps = [step.as_told() for step in shipped()[method].steps]
    session = running(cast, method=method, steps=steps)
    joined(cast, session, "bo")
    bo = signed_in(cast.bo)
    for number in range(len(steps)):
        session = at_step(cast, session, number)

        assert sent(session) == on_the_page(bo, session)


def test_before_it_begins_too_and_in_the_language_of_each(cast: Cast) -> None:
    session = prepared(cast)

    assert "Mødet begynder om lidt" in sent(session)
    assert "Mødet begynder om lidt" not in sent(session, "en")


def test_nobodys_own_words_are_sent_before_they_are_shown(cast: Cast) -> None:
    session = at_step(cast, running(cast), 2)
    wrote(joined(cast, session, "bo"), session, step="silent", text="Kun for mig selv lige nu.")

    assert "Kun for mig selv" not in sent(session)
    services.reveal(leader(cast, session), session.id, "silent")
    assert "Kun for mig selv" in sent(session)


def test_what_is_typed_is_text_and_no_markup(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    wrote(joined(cast, session, "bo"), session, text="<script>alert(1)</script>")
    frame = frame_of(session.id, -1)
    assert frame

    shown = json.loads(frame.bodies["da"])["shown"]

    assert "<script" not in shown
    assert "&lt;script" in shown


def test_an_event_is_one_line_whatever_is_typed(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    wrote(joined(cast, session, "bo"), session, text="En linje\n\nevent: end\r\ndata: snyd")
    frame = frame_of(session.id, -1)
    assert frame

    lines = frame.events["da"].decode().split("\n")

    assert [line.split(":")[0] for line in lines] == ["id", "event", "data", "", ""]


def test_what_is_too_long_for_all_is_fetched_by_each(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frames, "_LARGEST", 10)
    frame = frame_of(running(cast).id, -1)
    assert frame

    assert json.loads(frame.bodies["da"])["shown"] is None
