"""A quiet e-mail a day at most: what moved in the dilemmas that somebody follows."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread
from zoneinfo import ZoneInfo

import pytest
from django.conf import LazySettings
from django.core import mail

from cast import Cast
from dilemmas.making import made
from handlerum.dilemmas import digest_services, services
from handlerum.dilemmas.digest_services import send_digests
from handlerum.dilemmas.models import Digest, Dilemma
from handlerum.organisations.models import Organisation, User
from handlerum.organisations.services import change_member
from handlerum.organisations.terms import Role

SMTP = "django.core.mail.backends.smtp.EmailBackend"
ADDRESS = "https://handlerum.hjemby.example"
MORNING = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Europe/Copenhagen"))


class Clock:
    """What time it is for the digest."""

    at = MORNING


@pytest.fixture(autouse=True)
def clock(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Clock:
    settings.EMAIL_HOST, settings.HANDLERUM_ADDRESS = "mail.example", ADDRESS
    told = Clock()
    monkeypatch.setattr(digest_services, "now", lambda: told.at)
    monkeypatch.setattr(digest_services, "today", lambda: told.at.date())
    return told


def followed(cast: Cast, who: str = "bo", **changed: str) -> Dilemma:
    """A dilemma by Anna that somebody follows, and in which she then proposed something."""
    dilemma = made(cast, **changed)
    services.follow(cast.reader(who), dilemma.id)
    propose(cast, dilemma)
    return dilemma


def propose(cast: Cast, dilemma: Dilemma) -> None:
    services.add_option(cast.reader("anna"), dilemma.id, "Ring til hende først.")


def test_what_moved_is_told_in_words_with_links_and_how_to_stop(cast: Cast) -> None:
    dilemma = followed(cast)
    propose(cast, dilemma)

    assert send_digests() == 1

    (sent,) = mail.outbox
    assert sent.to == ["bo@test.example"]
    assert dilemma.question not in sent.subject
    assert sent.body.splitlines()[:5] == [
        "Det her er sket i dilemmaer, du følger:",
        "",
        dilemma.question,
        "- Anna foreslog en mulighed",
        f"{ADDRESS}/dilemmaer/{dilemma.id}/",
    ]
    assert "hold op med at følge" in sent.body
    assert "Ring til hende" not in sent.body


def test_the_same_news_is_never_sent_twice_and_a_day_has_one_mail(cast: Cast, clock: Clock) -> None:
    dilemma = followed(cast)
    assert (send_digests(), send_digests()) == (1, 0)

    services.set_state(cast.reader("anna"), dilemma.id, "in_reflection")
    assert send_digests() == 0
    clock.at += timedelta(days=1)
    assert (send_digests(), send_digests()) == (1, 0)
    clock.at += timedelta(days=1)
    assert send_digests() == 0

    assert "foreslog" not in mail.outbox[1].body
    assert "- Anna ændrede noget på tavlen" in mail.outbox[1].body


def test_nothing_is_sent_at_night_or_without_a_mail_server(
    cast: Cast, clock: Clock, settings: LazySettings
) -> None:
    followed(cast)
    clock.at = MORNING.replace(hour=6)
    assert send_digests() == 0
    clock.at, settings.EMAIL_HOST = MORNING, ""
    assert send_digests() == 0
    assert not Digest.objects.exists()


def test_what_was_seen_on_the_page_or_done_by_oneself_is_not_sent(cast: Cast) -> None:
    services.seen(cast.reader("bo"), followed(cast).id)
    services.follow(cast.reader("anna"), followed(cast, "anna").id)
    assert send_digests() == 0


def test_who_may_not_read_any_more_is_told_nothing(cast: Cast) -> None:
    followed(cast, audience="team")
    change_member(
        cast.reader("gitte"), cast.bo.id, role=Role.PRACTITIONER, teams=[], is_active=True
    )
    assert send_digests() == 0


def test_who_has_stopped_and_who_is_an_example_gets_no_mail(cast: Cast) -> None:
    followed(cast)
    User.objects.filter(id=cast.bo.user_id).update(is_active=False)
    assert send_digests() == 0
    User.objects.update(is_active=True)
    Organisation.objects.update(is_example=True)
    assert send_digests() == 0


def test_it_speaks_the_language_of_the_person_and_knows_when_it_has_no_address(
    cast: Cast, settings: LazySettings
) -> None:
    followed(cast)
    User.objects.filter(id=cast.bo.user_id).update(language="en")
    settings.HANDLERUM_ADDRESS = ""

    assert send_digests() == 1
    assert "/dilemmaer/" not in mail.outbox[0].body


def test_much_news_is_cut_short(cast: Cast) -> None:
    for _ in range(22):
        followed(cast)

    assert send_digests() == 1
    assert mail.outbox[0].body.count("foreslog en mulighed") == 20


class Server(ThreadingTCPServer):
    """A mail server that keeps what it is given, and refuses those it is told to."""

    allow_reuse_address = daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.refuses: set[str] = set()
        self.mails: list[str] = []


class Talk(StreamRequestHandler):
    """One conversation of SMTP."""

    server: Server

    def handle(self) -> None:
        self._say("220 hello")
        while line := self.rfile.readline().decode().strip():
            match line.upper().split()[0]:
                case "QUIT":
                    return self._say("221 bye")
                case "DATA":
                    self._say("354 go on")
                    self._keep()
                case "RCPT" if any(one in line for one in self.server.refuses):
                    self._say("550 nobody here")
                case _:
                    self._say("250 ok")
        return None

    def _keep(self) -> None:
        lines = iter(lambda: self.rfile.readline().decode(), ".\r\n")
        self.server.mails.append("".join(lines))
        self._say("250 kept")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def serving(settings: LazySettings) -> Iterator[Server]:
    with Server() as server:
        settings.EMAIL_BACKEND, settings.EMAIL_HOST = SMTP, "127.0.0.1"
        settings.EMAIL_PORT = server.server_address[1]
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_a_mail_server_is_handed_the_mail(cast: Cast, settings: LazySettings) -> None:
    dilemma = followed(cast)
    with serving(settings) as server:
        assert send_digests() == 1
    (sent,) = server.mails
    assert "To: bo@test.example" in sent
    assert 'Content-Type: text/plain; charset="utf-8"' in sent
    assert f"/dilemmaer/{dilemma.id}/" in sent


def test_a_refused_person_is_tried_again_and_keeps_nobody_else_from_theirs(
    cast: Cast, settings: LazySettings, caplog: pytest.LogCaptureFixture
) -> None:
    followed(cast, "bo")
    followed(cast, "erik")
    with serving(settings) as server, caplog.at_level(logging.WARNING):
        server.refuses = {"bo@"}
        assert send_digests() == 1
        assert "erik@" in server.mails[0]
        server.refuses = set()
        assert (send_digests(), send_digests()) == (1, 0)
    assert "bo@" in server.mails[1]
    said = [record.getMessage() for record in caplog.records if "digest" in record.name]
    assert said == ["A digest was not sent: SMTPRecipientsRefused"]


def test_a_server_that_is_away_ends_the_round_and_loses_no_news(
    cast: Cast, settings: LazySettings
) -> None:
    followed(cast, "bo")
    followed(cast, "erik")
    with serving(settings):
        pass
    assert send_digests() == 0
    assert not Digest.objects.exists()
    with serving(settings):
        assert send_digests() == 2
