"""Who has something waiting hears of it once, in a mail that names nothing."""

import logging
from datetime import UTC, datetime

import pytest
from django.conf import LazySettings
from django.core import mail
from django.utils import timezone

from cast import Cast
from handlerum.organisations.access import reader_of
from handlerum.organisations.models import Organisation
from handlerum.practice.models import FrameRequest, Trial
from handlerum.practice.services import frames, trials
from handlerum.practice.services.reminders import send_due
from practice.trying import asked, in_days, late, lead, overdue, stop, tried


@pytest.fixture(autouse=True)
def _by_day(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mail server is set, and it is a quarter past nine."""
    settings.EMAIL_HOST = "smtp.test.example"
    settings.HANDLERUM_ADDRESS = "https://handlerum.test.example"
    morning = timezone.localtime().replace(hour=9, minute=15)
    monkeypatch.setattr("handlerum.practice.services.reminders.now", lambda: morning)


def test_the_owner_hears_on_the_day_and_only_once(cast: Cast) -> None:
    tried(cast)
    trial = overdue(tried(cast, what="Den hemmelige gåtur"), 0)

    assert (send_due(), send_due()) == (1, 0)

    (sent,) = mail.outbox
    assert sent.to == ["anna@test.example"]
    assert "https://handlerum.test.example/praksis/proever/mine/" in str(sent.body)
    assert "hemmelige" not in f"{sent.subject} {sent.body}"
    trial.refresh_from_db()
    assert trial.reminded_on == in_days(0)


def test_a_new_day_is_a_new_word(cast: Cast) -> None:
    trial = overdue(tried(cast))
    send_due()
    trials.prolong(cast.reader("anna"), trial.id, in_days(3))

    assert send_due() == 0
    trial.refresh_from_db()
    overdue(trial)

    assert send_due() == 1


def test_several_things_are_told_in_one_mail_in_the_persons_language(cast: Cast) -> None:
    for number in range(3):
        overdue(tried(cast, "gitte", what=f"Nummer {number}"))
    asked(cast, cast.gitte)
    cast.gitte.user.language = "da"
    cast.gitte.user.save()

    assert send_due() == 1

    (sent,) = mail.outbox
    assert "3 prøvehandlinger" in str(sent.body)
    assert "En anmodning om rammer venter på dit svar." in str(sent.body)


def test_a_leader_hears_of_a_new_request_and_once_more_when_it_is_late(cast: Cast) -> None:
    lone = lead(cast)
    row = asked(cast, lone)

    assert (send_due(), send_due()) == (1, 0)
    assert "Anna" not in str(mail.outbox[0].body)
    FrameRequest.objects.update(told_on=in_days(-5))
    late(FrameRequest.objects.get())

    assert (send_due(), send_due()) == (1, 0)
    FrameRequest.objects.update(told_on=None)
    frames.answer(reader_of(lone), row.id, "granted", "Vi fandt et lokale.")
    assert send_due() == 0


def test_nobody_is_written_to_who_is_not_there(cast: Cast) -> None:
    lone = lead(cast)
    asked(cast, lone, by="bo")
    overdue(tried(cast))
    dropped = overdue(tried(cast, "bo"))
    trials.drop(cast.reader("bo"), dropped.id)
    stop(cast.anna)
    stop(lone)

    assert send_due() == 0


def test_an_example_has_nobody_to_write_to(cast: Cast) -> None:
    overdue(tried(cast))
    Organisation.objects.update(is_example=True)

    assert send_due() == 0


def test_without_a_mail_server_the_pages_tell(cast: Cast, settings: LazySettings) -> None:
    overdue(tried(cast))
    settings.EMAIL_HOST = ""

    assert send_due() == 0
    assert Trial.objects.get().reminded_on is None


def test_nobody_is_woken_at_night(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    overdue(tried(cast))
    night = datetime(2026, 3, 2, 2, 30, tzinfo=UTC)
    monkeypatch.setattr("handlerum.practice.services.reminders.now", lambda: night)

    assert send_due() == 0


def test_what_could_not_be_sent_is_sent_next_time(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    overdue(tried(cast))

    def broken(_message: object) -> None:
        raise ConnectionRefusedError("anna@test.example")

    with monkeypatch.context() as patched, caplog.at_level(logging.WARNING):
        patched.setattr("django.core.mail.EmailMessage.send", broken)
        assert send_due() == 0

    assert "ConnectionRefusedError" in caplog.text
    assert "anna" not in caplog.text
    assert send_due() == 1
