"""What `handlerum serve` does before anybody can come in."""

import pytest

from cast import Cast
from dilemmas.making import made
from handlerum.cli import serve
from handlerum.dilemmas.models import Dilemma
from handlerum.exchange.person_services import erase_all


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
