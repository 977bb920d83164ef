"""Problems in words that people understand."""

import pytest
from django.utils import translation

from handlerum.knowledge.problems import Refused, in_words
from handlerum.knowledge.rules import Code, Problem
from handlerum.privacy.find import find
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("code", Code)
def test_every_problem_is_a_sentence_in_both_languages(code: Code, language: str) -> None:
    with translation.override(language):
        said = in_words(Problem("text", code, 100, 200, (Span(0, 11, Kind.CPR, direct=True),)))

    assert said.endswith(".")
    assert "%" not in said


FIELDS = ["title", "text", "voice", "outcome", "participants", "source.title", "form"]


def test_each_missing_field_is_asked_for_in_its_own_words() -> None:
    said = {in_words(Problem(field, Code.MISSING)) for field in FIELDS}

    assert len(said) == len(FIELDS)


def test_numbers_are_written_as_danes_write_them() -> None:
    said = in_words(Problem("text", Code.TOO_LONG, 100_000, 1_234_567))

    assert said == "Højst 100.000 tegn. Her er 1.234.567."


def test_identifiers_are_named_by_kind_and_not_repeated() -> None:
    text = "010190-1234, 020290-4321, anna@test.example og 22334455"
    said = in_words(Problem("text", Code.IDENTIFIES, findings=tuple(find(text))))

    assert "cpr-nummer, e-mailadresse, telefonnummer" in said
    for part in ("010190", "anna", "2233"):
        assert part not in said


def test_a_refusal_names_fields_and_codes_and_never_the_text() -> None:
    findings = tuple(find("22334455"))
    refused = Refused([Problem("text", Code.IDENTIFIES, findings=findings)])

    assert str(refused) == "text:identifies"
    assert refused.problems[0].findings == findings
