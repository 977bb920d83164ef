"""The worker's hourly round sends mail apart from its other work."""

from threading import Event

import pytest

from handlerum.cli import serve


def test_a_slow_mail_server_is_not_waited_for_and_not_asked_twice_at_once(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answer, done = Event(), Event()

    def send() -> None:
        asked.append("mail")
        answer.wait(10)

    monkeypatch.setattr(serve, "_send_mail", lambda: (send(), done.set()))
    serve._look_after()
    serve._look_after()
    answer.set()

    assert done.wait(10)
    assert asked == ["mail"]


def test_what_goes_wrong_is_told_by_its_kind_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> int:
        raise RuntimeError("bo@test.example")

    monkeypatch.setattr(serve, "send_digests", broken)
    monkeypatch.setattr(serve.connection, "close", lambda: None)
    serve._send_mail()

    assert capsys.readouterr().err.strip() == "Mails kunne ikke sendes: RuntimeError"
