"""The board as a PDF: one page, read aloud in its language, and never markup."""

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast, shared
from dilemmas.making import chosen, made, side_ids
from handlerum.dilemmas.models import Dilemma
from handlerum.dilemmas.services import add_consideration, weigh
from handlerum.dilemmas.telling import ConsiderationTelling
from web.pages import signed_in

WILD = '#set text(red) \\ "citat" $x$ *fed* <a> ]#[ #eval("1+1") //'


@pytest.fixture
def anna(cast: Cast) -> Client:
    return signed_in(cast.anna)


def printed(client: Client, row: Dilemma) -> tuple[bytes, list[str]]:
    """The file, and the words of each page."""
    answer = client.get(reverse("board_pdf", args=[row.id]))
    assert answer["Content-Type"] == "application/pdf"
    document = pypdfium2.PdfDocument(answer.content)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    return answer.content, [" ".join(text.split()) for text in texts]


def test_everything_on_the_board_stands_on_one_page(cast: Cast, anna: Client) -> None:
    row = made(cast)
    piece = shared(cast, title="Åbne døre")
    weigh(cast.reader("anna"), side_ids(row)[0], piece.id, "challenges")
    chosen(cast, row)

    _, (told,) = printed(anna, row)

    for word in (row.question, "Udfordrer", "Åbne døre", "Mulighed 3", "Vi skylder stadig"):
        assert word in told
    assert "Tavse: statistik, forskning, teori, fortælling." in told


def test_it_is_made_to_be_read_aloud(cast: Cast, anna: Client) -> None:
    made_pdf, _ = printed(anna, made(cast))

    document = pypdfium2.PdfDocument(made_pdf)
    assert document.get_metadata_value("Title") == "Skal vi sige alt til arbejdsgiveren?"
    assert b"pdfuaid:part" in made_pdf
    assert b"/Lang(da)" in made_pdf


def test_a_text_is_shown_as_it_was_written_whatever_is_in_it(cast: Cast, anna: Client) -> None:
    row = made(cast, question=f"Må {WILD}?", text=WILD)

    _, (told,) = printed(anna, row)

    assert told.count("#set text(red)") == 2
    assert '#eval("1+1") //' in told


def test_a_full_board_fits_too(cast: Cast, anna: Client) -> None:
    row = made(cast, text="Der er meget at sige om det her. " * 300)
    for number in range(6):
        one = ConsiderationTelling(
            f"Hensyn nummer {number} " * 4, "law", "Meget står på spil. " * 80
        )
        add_consideration(cast.reader("anna"), row.id, one)
    for number in range(12):
        piece = shared(cast, title=f"Et bidrag med en lang titel, nummer {number} " * 3)
        for side in side_ids(row):
            weigh(cast.reader("anna"), side, piece.id, "supports")
    chosen(cast, row)

    _, texts = printed(anna, row)

    assert len(texts) == 1
    assert "Og 4 mere." in texts[0]


def test_what_a_reader_may_not_see_is_not_printed_either(cast: Cast) -> None:
    row = made(cast)
    piece = shared(cast, "bo", audience="team", title="Kun for teamet")
    weigh(cast.reader("bo"), side_ids(row)[0], piece.id, "supports")

    _, texts = printed(signed_in(cast.erik), row)

    assert "Kun for teamet" not in texts[0]
    assert signed_in(cast.carla).get(reverse("board_pdf", args=[row.id])).status_code == 404
