"""What the surroundings decide."""

from pathlib import Path

import pytest

from handlerum.config import env


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
