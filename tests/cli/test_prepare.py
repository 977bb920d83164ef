"""What `handlerum serve` does before anybody can come in, and every hour from then on."""

import pytest

from cast import Cast
from dilemmas.making import made
from handlerum.cli import serve
from handlerum.core.clock import now
from handlerum.dilemmas.models import Dilemma
from handlerum.exchange.person_services import erase_all
from handlerum.reflection import services
from handlerum.reflection.models import Entry, Session
from reflection.sessions.making import at_step, joined, running, wrote


@pytest.mark.parametrize("work", ["_prepare", "_look_after"])
def test_a_start_and_every_hour_forget_the_sessions_whose_days_are_over(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, work: str
) -> None:
    for name in ("call_command", "look_after", "_send_mail"):
        monkeypatch.setattr(serve, name, lambda *_, **__: None)
    session = at_step(cast, running(cast), 1)
    wrote(joined(cast, session), session)
    services.close(cast.reader("dorte"), session.id)
    Session.objects.update(keep_until=now())

    getattr(serve, work)()

    assert not Entry.objects.exists()
    assert Session.objects.get().forgotten_at


def test_a_start_erases_again_what_an_older_database_brought_back(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("call_command", "look_after"):
        monkeypatch.setattr(serve, name, lambda *_, **__: None)
    dilemma = made(cast)
    back = Dilemma.objects.filter(id=dilemma.id).values().get()
    erase_all(cast.reader("anna"))
    Dilemma.objects.create(**back)
    Dilemma.objects.update(created_at=back["created_at"])

    serve._prepare()

    assert not Dilemma.objects.exists()
    assert "1 slettede ting er slettet igen" in capsys.readouterr().out
