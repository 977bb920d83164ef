"""What came of a session, taken home as a PDF that can be read aloud and as a Word document."""

from io import BytesIO

import docx
import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast, shared
from handlerum.reflection import services
from handlerum.reflection.models import ActionOption, Session
from handlerum.reflection.telling import (
    AssumptionTelling,
    CarriedTelling,
    NextStepTelling,
    OptionTelling,
)
from reflection.sessions.making import STEPS, at_step, joined, running, step, wrote
from web.pages import main, signed_in

WILD = '#set text(red) \\ "citat" $x$ *fed* <a> ]#[ #eval("1+1") //'


@pytest.fixture
def ended(cast: Cast) -> Session:
    """A closed session with something of everything, and something that nobody may see."""
    before = step("before", asks=["options_before", "assumptions_before"])
    session = at_step(cast, running(cast, steps=(before, *STEPS[1:])), 2)
    bo, dorte, id_ = joined(cast, session), cast.reader("dorte"), session.id
    said = wrote(bo, session, text="Tiden er vores")
    wrote(bo, session, "k2", step="silent", text="Aldrig vist for andre")
    services.note_option(bo, id_, OptionTelling("o1", "Vente en uge", "before"))
    services.reveal(dorte, id_, "before")
    session = at_step(cast, session, 5)
    services.reveal(dorte, id_, "after")
    piece = shared(cast, title="Mødet på bænken")
    opened = {"o2": {"entry_id": said.id}, "o3": {"contribution_id": piece.id}, "o4": {}}
    for key, by in opened.items():
        services.note_option(bo, id_, OptionTelling(key, f"Noget nyt {key}", "after", **by))
    services.withdraw(bo, id_, "option", _number(session, "Noget nyt o4"))
    services.note_assumption(bo, id_, AssumptionTelling("a", "At hun vil selv", "before"))
    services.note_next_step(bo, id_, NextStepTelling("n", WILD, cast.bo.user_id))
    services.carry_over(bo, id_, CarriedTelling("c", "Hvem spurgte vi ikke?"))
    return services.close(dorte, id_)


def _number(session: Session, text: str) -> int:
    return ActionOption.objects.get(session=session, text=text).id


def pdf(client: Client, session: Session) -> tuple[bytes, str]:
    answer = client.get(reverse("session_pdf", args=[session.id]))
    assert answer["Content-Type"] == "application/pdf"
    document = pypdfium2.PdfDocument(answer.content)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    return answer.content, " ".join(" ".join(texts).split())


def word(client: Client, session: Session) -> tuple[docx.document.Document, str]:
    answer = client.get(reverse("session_docx", args=[session.id]))
    made = docx.Document(BytesIO(answer.content))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return made, " ".join([*(line.text for line in made.paragraphs), *cells])


@pytest.mark.parametrize("name", ["bo", "dorte"])
def test_both_hold_what_came_of_it(cast: Cast, ended: Session, name: str) -> None:
    client = signed_in(getattr(cast, name))

    for told in (pdf(client, ended)[1], word(client, ended)[1]):
        for words in (
            *(ended.question, "Vente en uge", "Noget nyt o2", "Tiden er vores", "Noget nyt o3"),
            *("Mødet på bænken", "At hun vil selv", "Hvem spurgte vi ikke?", "Bo"),
        ):
            assert words in told


def test_what_nobody_has_shown_and_what_was_withdrawn_is_in_neither(
    cast: Cast, ended: Session
) -> None:
    client = signed_in(cast.bo)

    for told in (pdf(client, ended)[1], word(client, ended)[1]):
        assert "Aldrig vist" not in told
        assert "o4" not in told


def test_a_text_is_shown_as_it_was_written_whatever_is_in_it(cast: Cast, ended: Session) -> None:
    client = signed_in(cast.bo)

    assert '#eval("1+1") //' in pdf(client, ended)[1]
    assert WILD in word(client, ended)[1]


def test_the_pdf_is_made_to_be_read_aloud(cast: Cast, ended: Session) -> None:
    made, _ = pdf(signed_in(cast.bo), ended)

    assert pypdfium2.PdfDocument(made).get_metadata_value("Title") == ended.question
    assert b"pdfuaid:part" in made
    assert b"/Lang(da)" in made


def test_the_word_document_has_headings_and_marked_head_rows(cast: Cast, ended: Session) -> None:
    made, _ = word(signed_in(cast.bo), ended)

    styles = {line.style.name for line in made.paragraphs if line.style}
    assert {"Title", "Heading 1", "List Bullet"} <= styles
    assert all(table.rows[0]._tr.xpath(".//w:tblHeader") for table in made.tables)
    assert made.core_properties.language == "da"


@pytest.mark.parametrize("name", ["session_pdf", "session_docx"])
def test_there_is_none_before_it_is_over_or_for_others(cast: Cast, name: str) -> None:
    session = running(cast)
    joined(cast, session)
    where = reverse(name, args=[session.id])
    assert signed_in(cast.bo).get(where).status_code == 404

    services.close(cast.reader("dorte"), session.id)

    assert signed_in(cast.bo).get(where).status_code == 200
    for outsider in (cast.anna, cast.carla):
        assert signed_in(outsider).get(where).status_code == 404


def test_the_summary_leads_to_both_and_tells_when_the_words_go(cast: Cast, ended: Session) -> None:
    answer = signed_in(cast.bo).get(reverse("session", args=[ended.id]))

    assert reverse("session_pdf", args=[ended.id]) in answer.content.decode()
    assert reverse("session_docx", args=[ended.id]) in answer.content.decode()
    assert "bliver slettet" in main(answer)


def test_a_session_in_which_nobody_wrote_says_so(cast: Cast) -> None:
    session = services.close(cast.reader("dorte"), running(cast).id)

    _, told = pdf(signed_in(cast.dorte), session)

    assert "Der blev ikke skrevet noget" in told
