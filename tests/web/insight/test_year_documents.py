"""The year as a PDF that can be read aloud, and for a word processor."""

from io import BytesIO

import pypdfium2
from django.urls import reverse
from docx import Document

from cast import Cast
from handlerum.insight.services import year as years
from handlerum.insight.terms import Part
from insight.telling import REASON, drafted_year, lived, part_of, principle
from web.pages import signed_in


def full(cast: Cast) -> int:
    """A draft with something in every part."""
    lived(cast)
    status, dorte = drafted_year(cast), cast.reader("dorte")
    years.name_principle(dorte, status.id, principle())
    years.write_part(dorte, part_of(status, Part.AHEAD).id, "Hvad med de unge?", version=0)
    return status.id


def test_the_pdf_says_what_the_page_says(cast: Cast) -> None:
    answer = signed_in(cast.dorte).get(reverse("year_pdf", args=[full(cast)]))

    assert answer["Content-Type"] == "application/pdf"
    with pypdfium2.PdfDocument(answer.content) as made:
        text = " ".join(page.get_textpage().get_text_bounded() for page in made)
        title = made.get_metadata_value("Title")
    said = " ".join(text.split())
    assert title.startswith("Året der gik")
    for expected in (*(str(part.label) for part in Part), REASON, "Ja, det gav mening."):
        assert expected in said
    assert "Hvad med de unge?" in said
    assert "Mislykkedes" in said
    assert b"pdfuaid" in answer.content


def test_the_docx_has_headings_tables_and_pictures_with_texts(cast: Cast) -> None:
    answer = signed_in(cast.dorte).get(reverse("year_docx", args=[full(cast)]))

    made = Document(BytesIO(answer.content))
    headings = [one.text for one in made.paragraphs if one.style.name == "Heading 1"]
    assert headings == [str(part.label) for part in Part]
    assert len(made.tables) == len(made.inline_shapes) == 4
    told = [shape._inline.docPr.get("descr") for shape in made.inline_shapes]
    assert all(told)
    assert any("Hvad med de unge?" in one.text for one in made.paragraphs)
    assert "Kladde." in made.paragraphs[1].text


def test_published_the_files_are_for_all_here_and_for_nobody_else(cast: Cast) -> None:
    number = full(cast)
    years.publish(cast.reader("dorte"), number)

    for name in ("year_pdf", "year_docx"):
        where = reverse(name, args=[number])
        assert signed_in(cast.anna).get(where).status_code == 200
        assert signed_in(cast.carla).get(where).status_code == 404


def test_a_year_without_anything_becomes_files_as_well(cast: Cast) -> None:
    status = drafted_year(cast)

    for name in ("year_pdf", "year_docx"):
        answer = signed_in(cast.dorte).get(reverse(name, args=[status.id]))
        assert answer.status_code == 200
