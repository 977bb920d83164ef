"""Importing files: what is kept, and what importing again changes."""

from pathlib import Path

import pytest

from cast import Cast, report
from exchange.files import docx, pdf
from exchange.importing import imported
from handlerum.exchange.services import import_paths
from handlerum.knowledge.access import visible
from handlerum.knowledge.models import Contribution, Source
from handlerum.knowledge.services import withdraw
from handlerum.trail.queries import newest

LINE = "Borgeren fik en mentor på sin nye arbejdsplads, og det gjorde en forskel for dem begge. "


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A small text file."""
    path = tmp_path / "et_notat.txt"
    path.write_text(f"Mentorer virker\n\n{LINE}", "utf-8")
    return path


def test_a_file_becomes_a_shared_contribution_with_its_source(cast: Cast, note: Path) -> None:
    found = imported(cast, note, form="theory", voice="leader", topics=("mentor",))

    assert (found.kept, found.unchanged, found.skipped) == (1, 0, [])
    row = Contribution.objects.get()
    assert (row.title, row.state, row.audience) == ("Mentorer virker", "shared", "organisation")
    assert (row.form, row.way, row.voice, row.author) == (
        "theory",
        "reports",
        "leader",
        cast.anna.user,
    )
    assert LINE.strip() in row.text
    assert row.source is not None
    assert row.source.title == "Mentorer virker"
    assert [topic.name for topic in row.topics.all()] == ["mentor"]


def test_importing_again_changes_nothing_also_under_another_name(
    cast: Cast, note: Path, tmp_path: Path
) -> None:
    imported(cast, note)
    cursor, rows = newest(), list(Contribution.objects.values())
    copy = tmp_path / "kopi.txt"
    copy.write_bytes(note.read_bytes())

    again = imported(cast, note, copy, by="bo", form="statistics")

    assert (again.kept, again.unchanged, again.skipped) == (0, 2, [])
    assert (newest(), list(Contribution.objects.values())) == (cursor, rows)


def test_the_same_file_twice_in_one_go_is_kept_once(cast: Cast, note: Path) -> None:
    found = imported(cast, note, note)

    assert (found.kept, found.unchanged) == (1, 1)


def test_what_was_withdrawn_does_not_come_back_with_an_import(cast: Cast, note: Path) -> None:
    imported(cast, note)
    withdraw(cast.reader("anna"), Contribution.objects.get().id)

    assert imported(cast, note).unchanged == 1
    assert not visible(cast.reader("bo")).exists()


def test_a_file_that_changed_is_a_new_contribution(cast: Cast, note: Path) -> None:
    imported(cast, note)
    note.write_text(note.read_text("utf-8") + "En linje til.", "utf-8")

    assert imported(cast, note).kept == 1


def test_each_organisation_imports_for_itself(cast: Cast, note: Path) -> None:
    imported(cast, note)

    assert imported(cast, note, by="carla").kept == 1
    assert visible(cast.reader("carla")).count() == visible(cast.reader("erik")).count() == 1


def test_a_folder_is_imported_with_the_folders_in_it(cast: Cast, tmp_path: Path) -> None:
    (tmp_path / "under").mkdir()
    (tmp_path / "b.md").write_text(f"# Anden\n\n{LINE}", "utf-8")
    (tmp_path / "under" / "a.PDF").write_bytes(pdf([LINE[:80]], title="Tredje"))
    (tmp_path / "a.docx").write_bytes(docx("Første", LINE))
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "skjult.txt").write_text(LINE, "utf-8")
    (tmp_path / "tabel.xlsx").write_bytes(b"PK")

    found = imported(cast, tmp_path)

    titles = Contribution.objects.order_by("id").values_list("title", flat=True)
    assert list(titles) == ["Første", "Anden", "Tredje"]
    assert found.kept == 3
    assert [what for what, _why in found.skipped] == ["tabel.xlsx"]


def test_a_long_text_becomes_parts_that_say_which_they_are(cast: Cast, tmp_path: Path) -> None:
    path = tmp_path / "rapport.txt"
    text = "En lang rapport\n\n" + f"{LINE}\n\n" * 2500
    path.write_text(text, "utf-8")

    assert imported(cast, path).kept == 3

    rows = list(Contribution.objects.order_by("id"))
    assert [row.title for row in rows] == [f"En lang rapport ({n}/3)" for n in (1, 2, 3)]
    assert "".join("".join(row.text for row in rows).split()) == "".join(text.split())
    assert Source.objects.get().title == "En lang rapport"
    assert imported(cast, path).unchanged == 3


def test_progress_tells_how_many_of_a_file_are_done(cast: Cast, note: Path) -> None:
    told: list[tuple[str, int, int]] = []

    import_paths(cast.reader("anna"), [note], report(), lambda *step: told.append(step))

    assert told == [("et_notat.txt", 1, 1)]
