"""Starting in earnest: an unsafe production never gets as far as listening."""

from pathlib import Path

import pytest

from config.starting import KEY, handlerum

OPEN = {"HANDLERUM_EXAMPLE_SIGN_IN": "1", "HANDLERUM_SECRET_KEY": KEY}
UNSAFE = [
    ("production", OPEN, "handlerum.E001"),
    ("Production", OPEN, "handlerum.E001"),
    ("prod", OPEN, "handlerum.E001"),
    ("production", {"HANDLERUM_SECRET_KEY": "kort"}, "handlerum.E002"),
    ("production", {}, "SECRET_KEY"),
]


@pytest.mark.parametrize(("word", "environment", "reason"), UNSAFE)
def test_an_unsafe_production_does_not_start_and_says_why(
    tmp_path: Path, word: str, environment: dict[str, str], reason: str
) -> None:
    """A word that nobody knows is no way around: whatever is not local is production."""
    ended = handlerum(tmp_path, "serve", "--port", "0", HANDLERUM_ENV=word, **environment)

    assert ended.returncode != 0
    assert reason in ended.stderr
    assert "Handlerum kører" not in ended.stdout
    assert not (tmp_path / "handlerum.sqlite3").exists()


def test_a_new_machine_has_a_key_of_its_own_that_nobody_else_reads(tmp_path: Path) -> None:
    home = tmp_path / "nyt"

    handlerum(home, "index", "status")
    key = (home / "secret_key").read_text()
    handlerum(home, "index", "status")

    assert len(key) >= 50
    assert (home / "secret_key").read_text() == key
    assert (home / "secret_key").stat().st_mode & 0o077 == 0
    assert home.stat().st_mode & 0o077 == 0


def test_before_the_database_is_made_a_command_says_what_to_run_first(tmp_path: Path) -> None:
    ended = handlerum(tmp_path, "respond", "uro og angst")

    assert ended.returncode != 0
    assert "Kør først: handlerum example eller serve" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_person_with_nothing_goes_from_example_to_answer(tmp_path: Path) -> None:
    assert handlerum(tmp_path, "example").returncode == 0

    answer = handlerum(tmp_path, "respond", "En borger med uro og angst")

    assert answer.returncode == 0
    assert "Erfaring" in answer.stdout
    assert handlerum(tmp_path, "check").returncode == 0
