"""An e-mail says that a question waits, once, and nothing of what it is about."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.conf import LazySettings
from django.core import mail

from cast import Cast
from handlerum.organisations.models import Membership, Organisation, User
from handlerum.sparring import notice_services
from handlerum.sparring.models import Question
from handlerum.sparring.notice_services import send_notices
from handlerum.sparring.services import accept, decline, write
from sparring.talks import to_bo, to_topic

ADDRESS = "https://handlerum.hjemby.example"


class Clock:
    """What time it is for the notices."""

    at = datetime(2099, 3, 2, 9, tzinfo=ZoneInfo("Europe/Copenhagen"))


@pytest.fixture(autouse=True)
def clock(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Clock:
    settings.EMAIL_HOST, settings.HANDLERUM_ADDRESS = "mail.example", ADDRESS
    told = Clock()
    monkeypatch.setattr(notice_services, "now", lambda: told.at)
    return told


def told() -> list[str]:
    """Who got mail since the last look."""
    found = [message.to[0].partition("@")[0] for message in mail.outbox]
    mail.outbox.clear()
    return found


def test_the_mail_says_that_one_waits_and_holds_no_word_of_it(cast: Cast) -> None:
    question = to_bo(cast)

    assert send_notices() == 1

    (sent,) = mail.outbox
    assert sent.to == ["bo@test.example"]
    assert sent.body.splitlines()[:2] == [
        "Ét spørgsmål i Handlerum venter på dig.",
        f"{ADDRESS}/sparring/",
    ]
    for word in (question.question, question.text, "Anna"):
        assert word not in f"{sent.subject} {sent.body}"


def test_the_same_wait_is_told_once(cast: Cast) -> None:
    to_bo(cast)

    assert (send_notices(), send_notices()) == (1, 0)


def test_each_turn_is_told_to_the_one_whose_turn_it_is(cast: Cast, clock: Clock) -> None:
    question = to_topic(cast)
    send_notices()
    assert told() == ["bo", "dorte"]
    decline(cast.reader("dorte"), question.id)
    write(cast.reader("bo"), question.id, "Øv det først.")

    send_notices()
    assert told() == ["anna"]
    write(cast.reader("anna"), question.id, "Tak. Hvordan?")
    Question.objects.update(moved_at=clock.at.replace(hour=10))
    send_notices()

    assert told() == ["bo"]


def test_it_is_in_the_readers_own_language(cast: Cast) -> None:
    User.objects.filter(id=cast.bo.user_id).update(language="en")
    to_bo(cast)

    send_notices()

    assert "waiting for you" in mail.outbox[0].body


@pytest.mark.parametrize("hour", [0, 6, 19, 23])
def test_nobodys_telephone_rings_at_night(cast: Cast, clock: Clock, hour: int) -> None:
    to_bo(cast)
    clock.at = clock.at.replace(hour=hour)

    assert send_notices() == 0


def test_without_a_mail_server_nothing_is_sent(cast: Cast, settings: LazySettings) -> None:
    settings.EMAIL_HOST = ""
    to_bo(cast)

    assert send_notices() == 0


def test_who_stopped_and_who_is_invented_gets_no_mail(cast: Cast) -> None:
    to_bo(cast)
    Membership.objects.filter(id=cast.bo.id).update(is_active=False)
    assert send_notices() == 0
    Membership.objects.filter(id=cast.bo.id).update(is_active=True)
    Organisation.objects.update(is_example=True)

    assert send_notices() == 0


def test_when_the_server_does_not_answer_the_next_round_tries_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    to_topic(cast)

    def broken(*_: object) -> None:
        raise OSError("bo@test.example")

    with monkeypatch.context() as patched:
        patched.setattr(notice_services, "_send", broken)
        assert send_notices() == 0

    assert "bo@test.example" not in caplog.text
    assert send_notices() == 2


def test_a_question_that_nobody_waits_for_sends_nothing(cast: Cast) -> None:
    question = to_topic(cast)
    accept(cast.reader("bo"), question.id)

    send_notices()

    assert told() == ["bo"]
