"""What the surroundings decide."""

from pathlib import Path

import pytest

from handlerum.config import env

#: A password as an address holds it: "k/de".
CODE = "k%2Fde"


@pytest.mark.parametrize("word", ["1", "true", "TRUE", " yes ", "on"])
def test_a_yes_is_a_yes(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setenv("HANDLERUM_X", word)
    assert env.flag("HANDLERUM_X", default=False)


@pytest.mark.parametrize("word", ["0", "false", "no", "off", "måske"])
def test_anything_else_is_a_no(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setenv("HANDLERUM_X", word)
    assert not env.flag("HANDLERUM_X", default=True)


@pytest.mark.parametrize("default", [True, False])
def test_nothing_written_is_the_default(monkeypatch: pytest.MonkeyPatch, default: bool) -> None:
    monkeypatch.delenv("HANDLERUM_X", raising=False)
    assert env.flag("HANDLERUM_X", default=default) is default
    monkeypatch.setenv("HANDLERUM_X", " ")
    assert env.flag("HANDLERUM_X", default=default) is default


def test_a_list_is_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDLERUM_X", " a.example, ,b.example ")
    assert env.words("HANDLERUM_X") == ["a.example", "b.example"]
    assert env.words("HANDLERUM_Y", "c,d") == ["c", "d"]


def test_a_key_that_is_given_is_used_and_none_is_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(env, "HOME", tmp_path / "hjem")
    monkeypatch.setenv("HANDLERUM_SECRET_KEY", "given")

    assert env.secret_key() == "given"
    assert not (tmp_path / "hjem").exists()


def test_production_never_makes_a_key_by_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(env, "HOME", tmp_path / "hjem")
    monkeypatch.setattr(env, "PRODUCTION", True)
    monkeypatch.delenv("HANDLERUM_SECRET_KEY")

    assert env.secret_key() == ""
    assert not (tmp_path / "hjem").exists()


@pytest.mark.parametrize(
    ("address", "server"),
    [
        ("", env.MailServer()),
        ("smtp://mail.example", env.MailServer("mail.example", 25)),
        ("smtp://mail.example:2525", env.MailServer("mail.example", 2525)),
        (
            f"smtp://anna%40hjemby.example:{CODE}@mail.example",
            env.MailServer("mail.example", 587, "anna@hjemby.example", "k/de", tls=True),
        ),
        (
            f"smtps://anna:{CODE}@mail.example",
            env.MailServer("mail.example", 465, "anna", "k/de", ssl=True),
        ),
    ],
)
def test_a_mail_server_is_an_address_and_a_password_never_travels_in_the_clear(
    monkeypatch: pytest.MonkeyPatch, address: str, server: env.MailServer
) -> None:
    monkeypatch.setenv("HANDLERUM_SMTP", address)
    assert env.mail_server() == server


@pytest.mark.parametrize("address", ["mail.example", "http://mail.example", f"smtp://a:{CODE}@b:x"])
def test_a_wrong_mail_server_is_told_without_its_password(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("HANDLERUM_SMTP", address)
    with pytest.raises(ValueError, match="HANDLERUM_SMTP must be") as told:
        env.mail_server()
    assert address not in str(told.value)
