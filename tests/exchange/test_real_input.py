"""Real input: the letter that the project began with, Jobindsats and Statistikbanken.

Imported as a person would, and asked about three situations in the letter's own words.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from cast import Cast
from cli.running import Ended, handlerum
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.terms import Form
from handlerum.trail.queries import newest

SHARED = Path(__file__).resolve().parents[3] / "shared"
LETTER = SHARED / "mission" / "seed.da.txt"
JOBINDSATS = SHARED / "data" / "jobindsats"
TABLES = SHARED / "data" / "statbank-responses" / "search_danish.decoded.json"
ANNA = ("--organisation", "hjemby", "--as", "anna@test.example")

pytestmark = pytest.mark.skipif(
    not SHARED.exists(), reason="the shared example files are not on this machine"
)

SITUATIONS = [
    "Et menneske står overfor os med uro, angst og manglende greb om tilværelsen",
    "En virksomhed mangler arbejdskraft, og vi skal skabe forbindelse til den rette ledige, som "
    "vil passe ind i netop dette arbejdsfællesskab",
    "Du får erfaringer med udsatte ledige der lykkedes eller mislykkedes",
]


def imported(form: str, *paths: Path) -> Ended:
    """Import as Anna, for the whole organisation, told by reports."""
    words = (*ANNA, "--form", form, "--way", "reports", "--audience", "organisation")
    return handlerum("import", *map(str, paths), *words)


def answer(situation: str) -> dict[str, Any]:
    """The balanced answer as JSON."""
    ended = handlerum("respond", situation, *ANNA, "--json", "--limit", "8")
    assert ended.code == 0, ended.err
    found: dict[str, Any] = json.loads(ended.out)
    return found


def test_what_the_world_has_written_answers_situations_in_the_letters_own_words(
    cast: Cast,
) -> None:
    papers = [JOBINDSATS / "api-eksempler.pdf", *sorted(JOBINDSATS.glob("*.md"))]
    assert len(papers) == 4

    letter, guide, tables = (
        imported("theory", LETTER),
        imported("research", *papers),
        imported("statistics", TABLES),
    )

    # The letter names the two editors of a book; where it was read, names are called nothing.
    assert letter.out == "Lagt ind: 1. Uændret: 0. Sprunget over: 0. Steder sløret: 2.\n"
    assert guide.out.startswith("Lagt ind: 4. Uændret: 0. Sprunget over: 0. ")
    assert tables.out.startswith("Lagt ind: 2234. Uændret: 0. Sprunget over: 0. ")
    _answers_hold_what_was_imported()
    _importing_again_changes_nothing()


def _answers_hold_what_was_imported() -> None:
    answers = [answer(situation) for situation in SITUATIONS]

    for situation, found in zip(SITUATIONS, answers, strict=True):
        assert found["query"] == situation
        assert list(found["forms"]) == Form.values
        assert titles(found, "theory") == ["Året der gik i Væksthusets kompetencecenter"]
        for piece in found["forms"]["statistics"]:
            assert piece["url"].startswith("https://www.statistikbanken.dk/")
        for form in ("experience", "narrative"):
            assert found["silent"][form] == {"searched": 0, "reason": "none_exists"}
    anxiety, company, experiences = answers
    assert "angst" in anxiety["forms"]["theory"][0]["excerpt"]
    assert "Data fra Jobindsats i Randers Kommunes KMD Insight-løsning" in titles(
        company, "research"
    )
    for found in (company, experiences):
        assert any(title.startswith("Ledige stillinger") for title in titles(found, "statistics"))


def titles(found: dict[str, Any], form: str) -> list[str]:
    """The titles of one form of an answer."""
    return [piece["title"] for piece in found["forms"][form]]


def _importing_again_changes_nothing() -> None:
    cursor, rows = newest(), Contribution.objects.count()

    assert imported("statistics", TABLES).out.startswith("Lagt ind: 0. Uændret: 2234.")
    assert imported("theory", LETTER).out.startswith("Lagt ind: 0. Uændret: 1.")

    assert (newest(), Contribution.objects.count()) == (cursor, rows)
