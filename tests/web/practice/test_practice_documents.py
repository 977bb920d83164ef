"""A practice goes out as PDF and DOCX with its doubts, and a file comes in with its headings."""

from io import BytesIO

import pypdfium2
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document

from cast import Cast, shared
from handlerum.practice.models import Practice
from handlerum.practice.services.notes import note
from practice.agreed import made, under
from web.pages import main, signed_in, value

TITLE = "Det første møde"


def full(cast: Cast) -> Practice:
    row = made(cast)
    under(cast, row, shared(cast))
    note(cast.reader("anna"), row.id, "doubt", "Passer det til dem, der bor langt væk?")
    return row


def read_pdf(content: bytes) -> str:
    pages = list(pypdfium2.PdfDocument(content))
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)


def test_a_pdf_has_the_text_the_basis_and_the_doubts(cast: Cast) -> None:
    answer = signed_in(cast.bo).get(reverse("practice_pdf", args=[full(cast).id]))

    said = read_pdf(answer.content)
    for words in (TITLE, "Hvem gør hvad", "Mødet på bænken", "Teori: tavs", "langt væk"):
        assert words in said


def test_a_word_file_has_headings_and_the_same(cast: Cast) -> None:
    answer = signed_in(cast.bo).get(reverse("practice_docx", args=[full(cast).id]))

    word = Document(BytesIO(answer.content))
    headings = [one.text for one in word.paragraphs if one.style.name.startswith("Heading")]
    assert headings[:2] == ["Første møde", "Hvem gør hvad"]
    assert "Tvivl" in headings
    assert any("langt væk" in one.text for one in word.paragraphs)


def test_a_piece_that_the_reader_may_not_see_is_counted_and_not_named(cast: Cast) -> None:
    row = made(cast)
    under(cast, row, shared(cast, audience="team", title="Kun for teamet"))

    said = read_pdf(signed_in(cast.erik).get(reverse("practice_pdf", args=[row.id])).content)

    assert "1 bidrag, du ikke må se" in said
    assert "Kun for teamet" not in said


def sent(name: str, content: bytes) -> dict[str, object]:
    return {"fetch": "1", "kind": "procedure", "file": SimpleUploadedFile(name, content)}


def word_file() -> bytes:
    word = Document()
    word.add_heading("Første samtale", 1)
    word.add_paragraph("Vi ringer, før vi skriver.")
    word.add_heading("Hvem gør hvad", 2)
    word.add_paragraph("Den, der kender borgeren, ringer.")
    kept = BytesIO()
    word.save(kept)
    return kept.getvalue()


def test_a_word_file_becomes_text_with_its_headings_and_nothing_is_stored(cast: Cast) -> None:
    answer = signed_in(cast.anna).post(reverse("make_practice"), sent("gammel.docx", word_file()))

    assert answer.status_code == 200
    text = value(answer, "text")
    assert text.startswith("# Første samtale\n")
    assert "\n## Hvem gør hvad\n" in text
    assert not Practice.objects.exists()


def test_what_goes_out_as_word_comes_in_again(cast: Cast) -> None:
    anna = signed_in(cast.anna)
    out = anna.get(reverse("practice_docx", args=[made(cast).id])).content

    answer = anna.post(reverse("make_practice"), sent("ud.docx", out))

    assert "\n# Første møde\n" in value(answer, "text")


def test_a_file_that_cannot_be_read_is_told_of_and_what_was_typed_is_kept(cast: Cast) -> None:
    given = {**sent("x.pdf", b"ingen pdf"), "title": "Det jeg skrev"}

    answer = signed_in(cast.anna).post(reverse("make_practice"), given)

    assert answer.status_code == 422
    assert value(answer, "title") == "Det jeg skrev"


def test_without_a_file_it_asks_for_one(cast: Cast) -> None:
    answer = signed_in(cast.anna).post(
        reverse("make_practice"), {"fetch": "1", "kind": "procedure"}
    )

    assert "Vælg en fil først." in main(answer)
