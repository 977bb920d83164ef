"""PDF: whole reports are read; locked, scanned and broken ones are refused with the reason."""

import pytest

from exchange.files import SHARED, pdf
from exchange.refusals import reason_for
from handlerum.exchange.readers import Reason, read
from handlerum.exchange.readers.pdf_lines import joined, without_running_lines

REPORT = pdf(["Mentorordning for unge på ø (2024)", "Borgere får støtte."])


def test_a_report_is_read_with_its_danish_letters() -> None:
    [piece] = read("rapport.PDF", REPORT)
    assert piece.title == "Mentorordning for unge på ø (2024)"
    assert piece.text == "Mentorordning for unge på ø (2024)\nBorgere får støtte."


def test_the_reports_own_title_is_used() -> None:
    assert read("x.pdf", pdf(["Linje"], title="Evaluering af løntilskud"))[0].title == (
        "Evaluering af løntilskud"
    )


@pytest.mark.parametrize("made", ["Microsoft Word - udkast", "notat_endelig.docx", "Document1"])
def test_a_title_that_a_program_made_up_is_not_used(made: str) -> None:
    assert read("x.pdf", pdf(["Overskrift"], title=made))[0].title == "Overskrift"


def test_a_locked_report_is_said_to_be_locked() -> None:
    locked = pdf(["Hemmeligt"], password="kodeord")
    assert reason_for("rapport.pdf", locked) is Reason.encrypted


def test_a_scanned_report_is_said_to_have_no_text() -> None:
    assert reason_for("scan.pdf", pdf([], [])) is Reason.no_text


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5])
def test_a_report_that_was_cut_off_is_refused_and_not_half_read(share: float) -> None:
    whole = pdf(*(["Side", str(number)] for number in range(1, 9)))
    assert reason_for("afbrudt.pdf", whole[: int(len(whole) * share)]) is Reason.corrupt


def test_bytes_without_the_mark_of_a_pdf_are_mistyped() -> None:
    assert reason_for("rapport.pdf", b"Bare tekst") is Reason.mistyped


def test_headers_footers_and_page_numbers_are_dropped_but_figures_stay() -> None:
    pages = [
        ["Styrelsen", f"Emne {name}", f"2024 {figure} 31", f"Side {at} af 4"]
        for at, (name, figure) in enumerate(zip("abcd", (17, 90, 44, 3), strict=True), 1)
    ]
    text = read("x.pdf", pdf(*pages))[0].text
    assert "Styrelsen" not in text
    assert "Side" not in text
    assert all(f"Emne {name}" in text for name in "abcd")
    assert all(f"2024 {figure} 31" in text for figure in (17, 90, 44, 3))


def test_two_pages_are_too_few_to_tell_a_header() -> None:
    assert without_running_lines([["Styrelsen", "a"], ["Styrelsen", "b"]])[1] == ["Styrelsen", "b"]


def test_lines_of_a_paragraph_are_joined_over_the_page_break_and_headings_stand_alone() -> None:
    pages = [
        ["Overskrift", "Det her er den første linje i et afsnit som"],
        ["går videre på den næste side og så er slut.", "Nyt afsnit."],
    ]
    assert joined(pages) == (
        "Overskrift\nDet her er den første linje i et afsnit som går videre på den næste side og så"
        " er slut. Nyt afsnit."
    )


@pytest.mark.parametrize(
    ("end", "start", "whole"),
    [
        ("beskæf-", "tigelse", "beskæftigelse"),
        ("beskæf\ufffe", "tigelse", "beskæftigelse"),
        ("ind-", "og udland", "ind- og udland"),
        ("EU-", "lande", "EU-lande"),
        ("A-", "dagpenge", "A-\ndagpenge"),
    ],
)
def test_a_word_cut_at_the_line_end_is_mended(end: str, start: str, whole: str) -> None:
    filler = "Her er en meget længere linje, som viser bredden."
    assert joined([[end, start, filler, filler]]).startswith(whole)


def test_a_list_keeps_its_lines() -> None:
    lines = ["• Mentor på arbejdspladsen", "• Støtte til transporten"]
    assert joined([lines]) == "\n".join(lines)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared example files are not on this machine")
def test_the_guide_to_jobindsats_is_read() -> None:
    data = (SHARED / "jobindsats" / "api-eksempler.pdf").read_bytes()
    [piece] = read("api-eksempler.pdf", data)
    assert piece.title == "API Eksempler"
    assert "hvordan API’et tilgås med R. Ved kørsel" in piece.text
    assert "˚" not in piece.text
