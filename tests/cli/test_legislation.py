"""`handlerum legislation` on real files and a local server."""

from pathlib import Path

import pytest
from django.conf import LazySettings

from cli.running import handlerum
from handlerum.legislation.models import Edition
from legislation.retsinformation import document

GOOD = document(2024, 280, "2024-03-01", "Kommunen kan tilbyde en mentor.")


def run(*words: str) -> tuple[int, str]:
    ended = handlerum("legislation", *words)
    return ended.code, " ".join(f"{ended.out} {ended.err}".split())


@pytest.mark.django_db
def test_a_folder_is_taken_in_and_what_is_wrong_with_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "god.xml").write_bytes(GOOD)
    (tmp_path / "side.xml").write_bytes(b"<!doctype html><html><body>Lov</body></html>")
    (tmp_path / "halv.xml").write_bytes(GOOD[:-60])

    code, told = run("import", str(tmp_path))

    assert code == 0
    assert "Nye: 1. Ændrede: 0. Uændrede: 0. Sprunget over: 2." in told
    assert "En side fra nettet (HTML) duer ikke" in told
    assert "i stykker eller ikke hel" in told
    assert Edition.objects.count() == 1
    assert "Uændrede: 1" in run("import", str(tmp_path / "god.xml"))[1]


@pytest.mark.django_db
def test_nothing_that_can_be_taken_is_a_failure(tmp_path: Path) -> None:
    code, told = run("import", str(tmp_path / "findes-ikke.xml"))

    assert code == 1
    assert "Filen kan ikke åbnes" in told


@pytest.mark.django_db
def test_without_a_network_a_refresh_says_so(tmp_path: Path, settings: LazySettings) -> None:
    (tmp_path / "god.xml").write_bytes(GOOD)
    run("import", str(tmp_path))
    settings.HANDLERUM_RETSINFORMATION = "http://127.0.0.1:9"

    code, told = run("refresh")

    assert code == 1
    # By night it is not even tried.
    assert "Lovene er, som de var" in told or "Intet er ændret" in told


@pytest.mark.django_db
def test_the_list_shows_what_is_in_force(tmp_path: Path) -> None:
    (tmp_path / "god.xml").write_bytes(GOOD)
    run("import", str(tmp_path))

    code, told = run("list")

    assert code == 0
    assert "2024-03-01" in told
