"""A file becomes text that its author sees first; a bad one costs nothing that was typed."""

import errno
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse

from cast import Cast, shared
from exchange.files import billion_laughs, docx, docx_of, pdf, xlsx
from handlerum.exchange.readers import MAX_BYTES
from handlerum.knowledge.models import Contribution, Version
from web.pages import drafting, main, page, signed_in, told, value, words

TYPED = "Det, jeg selv nåede at skrive."
LINES = ["Borgeren fik en mentor på sin nye arbejdsplads.", "Det tog tre uger at falde til."]

GOOD = {
    "rapport.pdf": pdf(LINES),
    "notat.docx": docx(*LINES),
    "notat.txt": "\n\n".join(LINES).encode(),
    "notat.md": "\n\n".join(LINES).encode(),
    "side.html": f"<html><body><p>{'</p><p>'.join(LINES)}</p></body></html>".encode(),
}
DAMAGED = "Filen er beskadiget og kan ikke læses. Prøv at gemme den igen."
MISTYPED = "Filen er noget andet, end dens navn siger. Gem den igen, og prøv så."
BAD = [
    ("tom.pdf", b"", "Filen er tom."),
    ("halv.pdf", pdf(LINES)[:200], DAMAGED),
    ("halv.docx", docx(*LINES)[:300], DAMAGED),
    ("låst.pdf", pdf(LINES, password="hemmelig"), "Filen er låst med adgangskode."),
    ("skannet.pdf", pdf([]), "Filen har ingen tekst, kun billeder."),
    ("billede.pdf", b"\x89PNG\r\n\x1a\n" + bytes(500), MISTYPED),
    ("regneark.docx", xlsx(), MISTYPED),
    ("bombe.docx", docx_of(b"<w>" + b" " * 5_000_000), "Filen fylder alt for meget"),
    ("latter.docx", docx_of(billion_laughs()), ""),
    ("binær.txt", bytes(range(256)) * 4, "Filen er ikke tekst."),
    ("program.exe", b"MZ" + bytes(100), "Den slags fil kan ikke læses her."),
    ("uden ending", b"tekst", "Den slags fil kan ikke læses her."),
    ("for stor.txt", b"x" * (MAX_BYTES + 1024 * 1024), "Filen er for stor: højst 25 MB."),
]


def send(cast: Cast, name: str, data: bytes, where: str = "", **changed: Any) -> HttpResponse:
    """Send a form with a file, as Anna."""
    file = SimpleUploadedFile(name, data, content_type="application/octet-stream")
    sent = drafting(text=TYPED, file=file, **changed)
    where = where or reverse("contribute", args=["own_experience"])
    answer: HttpResponse = signed_in(cast.anna).post(where, sent)
    return answer


@pytest.fixture
def closed_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The temporary folder, in which nothing at all may be made, not even for a moment."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    really_open = os.open

    def watched(path: Any, *args: Any, **kwargs: Any) -> int:
        if str(path).startswith(str(folder)):
            raise OSError(errno.EACCES, "something was written to the temporary folder", path)
        return really_open(path, *args, **kwargs)

    monkeypatch.setattr(os, "open", watched)
    return folder


@pytest.mark.parametrize("name", GOOD)
def test_the_text_of_a_file_stands_in_the_field_and_is_not_kept_yet(cast: Cast, name: str) -> None:
    answer = send(cast, name, GOOD[name])

    assert answer.status_code == 200
    assert "Teksten fra filen står her. Læs den igennem, før du gemmer." in main(answer)
    text = value(answer, "text")
    assert text.startswith(TYPED)
    for line in LINES:
        assert line in text
    assert not Contribution.objects.exists()


def test_the_rest_of_the_form_stays_as_it_was_filled_in(cast: Cast) -> None:
    answer = send(cast, "notat.txt", GOOD["notat.txt"], topics="angst", outcome="mixed")

    assert value(answer, "title") == told()["title"]
    assert value(answer, "learned") == told()["learned"]
    assert value(answer, "topics") == "angst"
    checked = page(answer).xpath("//input[@checked]/@value")
    assert checked == ["mixed", "experience", "organisation"]


def test_without_a_title_the_file_gives_one(cast: Cast) -> None:
    answer = send(cast, "notat.docx", docx("En titel", "Et afsnit"), title="")

    assert value(answer, "title")
    assert len(value(answer, "title")) <= 150


def test_what_was_read_is_stored_by_the_next_press(cast: Cast) -> None:
    read = send(cast, "notat.docx", GOOD["notat.docx"])

    signed_in(cast.anna).post(
        reverse("contribute", args=["own_experience"]), told(text=value(read, "text"))
    )

    assert LINES[0] in Contribution.objects.get().text


def test_a_number_in_the_file_is_shown_before_anything_is_stored(cast: Cast) -> None:
    read = send(cast, "notat.txt", b"Ring 21 43 65 87 og sig hej.")

    answer = signed_in(cast.anna).post(
        reverse("contribute", args=["own_experience"]), told(text=value(read, "text"))
    )

    assert answer.status_code == 422
    assert "Ring [telefonnummer] og sig hej." in main(answer)
    assert not Contribution.objects.exists()


@pytest.mark.parametrize(("name", "data", "message"), BAD, ids=[name for name, _, _ in BAD])
def test_a_bad_file_gets_a_clear_word_and_nothing_typed_is_lost(
    cast: Cast, name: str, data: bytes, message: str
) -> None:
    answer = send(cast, name, data)

    assert answer.status_code == 422
    (problem,) = page(answer).xpath("//*[@id='id_file_error']//li")
    assert words(problem).startswith(message or "Filen")
    assert value(answer, "text") == TYPED
    assert value(answer, "title") == told()["title"]
    assert page(answer).xpath("//details[@class='file']/@open") == [""]
    assert not Contribution.objects.exists()


def test_a_file_too_large_lets_the_rest_of_the_form_through(cast: Cast) -> None:
    answer = send(cast, "stor.pdf", b"%PDF-1.4" + bytes(MAX_BYTES), learned="Det sidste felt.")

    assert value(answer, "learned") == "Det sidste felt."
    assert page(answer).xpath("//input[@name='form']/@checked")


def test_a_bad_file_changes_nothing_of_what_is_shared(cast: Cast) -> None:
    row = shared(cast, "anna")

    answer = send(cast, "halv.pdf", b"%PDF-1.4", where=reverse("edit", args=[row.id]), version=1)

    assert answer.status_code == 422
    assert value(answer, "text") == TYPED
    assert Version.objects.count() == 1


def test_markup_in_a_file_is_text_in_the_field(cast: Cast) -> None:
    hostile = "</textarea><script>alert(1)</script> og mere tekst om bænken"

    answer = send(cast, "notat.txt", hostile.encode())

    assert value(answer, "text").endswith(hostile)
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("name", ["../../etc/passwd.txt", "a\0b.txt", "x" * 5000 + ".txt", ".txt"])
def test_a_hostile_name_of_a_file_does_no_harm(cast: Cast, name: str) -> None:
    answer = send(cast, name, GOOD["notat.txt"], title="")

    assert answer.status_code in (200, 422)
    assert value(answer, "text").startswith(TYPED)
    assert "/etc" not in main(answer)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("notat.txt", GOOD["notat.txt"]),
        ("rapport.pdf", GOOD["rapport.pdf"]),
        ("stor.txt", b"Borgeren fik en mentor. " * 200_000),
        ("for stor.txt", b"x" * (MAX_BYTES + 1)),
    ],
    ids=["txt", "pdf", "five megabytes", "too large"],
)
def test_no_upload_is_ever_written_to_the_temporary_folder(
    cast: Cast, closed_folder: Path, name: str, data: bytes
) -> None:
    answer = send(cast, name, data)

    assert answer.status_code in (200, 422)
    assert list(closed_folder.iterdir()) == []
