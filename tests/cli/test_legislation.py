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


@pytest.mark.django_db
def test_a_bad_newer_text_and_an_older_one_leave_todays_text_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "god.xml").write_bytes(GOOD)
    run("import", str(tmp_path / "god.xml"))
    newer = document(2025, 900, "2025-07-01", "Kommunen skal tilbyde en mentor.")
    doctype = b'<!DOCTYPE b [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    (tmp_path / "farlig.xml").write_bytes(doctype + newer.partition(b"?>")[2].lstrip())
    (tmp_path / "halv.xml").write_bytes(newer[:-60])
    (tmp_path / "gammel.xml").write_bytes(document(2020, 7, "2020-01-01", "Kommunen kan vente."))

    code, told = run(
        "import", *(str(tmp_path / f"{name}.xml") for name in ("farlig", "halv", "gammel"))
    )

    assert (code, "Nye: 1." in told, "Sprunget over: 2." in told) == (0, True, True)
    today = Edition.objects.get(in_force_to=None)
    assert today.eli == "lta/2024/280"
    assert today.sections.get().subsections.get().text == "Kommunen kan tilbyde en mentor."
