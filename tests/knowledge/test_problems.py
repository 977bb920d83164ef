"""Problems in words that people understand."""

import pytest
from django.utils import translation

from handlerum.knowledge.problems import Around, Refused, around, in_words
from handlerum.knowledge.rules import Code, Problem
from handlerum.privacy.rules import Finding, Kind, find


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("code", Code)
def test_every_problem_is_a_sentence_in_both_languages(code: Code, language: str) -> None:
    with translation.override(language):
        said = in_words(Problem("text", code, 100, 200, (Finding(0, 11, Kind.CPR),)))

    assert said.endswith(".")
    assert "%" not in said


FIELDS = ["title", "text", "voice", "outcome", "participants", "source.title", "form"]


def test_each_missing_field_is_asked_for_in_its_own_words() -> None:
    said = {in_words(Problem(field, Code.MISSING)) for field in FIELDS}

    assert len(said) == len(FIELDS)


def test_numbers_are_written_as_danes_write_them() -> None:
    said = in_words(Problem("text", Code.TOO_LONG, 100_000, 1_234_567))

    assert said == "Højst 100.000 tegn. Her er 1.234.567."


def test_identifiers_are_counted_and_not_repeated() -> None:
    text = "010190-1234, 020290-4321, anna@test.example og 22334455"
    said = in_words(Problem("text", Code.IDENTIFIES, findings=tuple(find(text))))

    assert "2 cpr-numre · 1 e-mailadresse · 1 telefonnummer" in said
    for part in ("010190", "anna", "2233"):
        assert part not in said


def test_a_refusal_names_fields_and_codes_and_never_the_text() -> None:
    findings = tuple(find("22334455"))
    refused = Refused([Problem("text", Code.IDENTIFIES, findings=findings)])

    assert str(refused) == "text:identifies"
    assert refused.problems[0].findings == findings


def test_a_found_place_is_shown_with_the_words_around_it() -> None:
    text = "Før det hele skete, ringede hun fra 22334455 og sagde ja."

    assert around(text, find(text), width=9) == [Around(" hun fra ", "22334455", " og sagde")]


def test_a_place_at_the_edge_has_nothing_beyond_it() -> None:
    assert around("22334455", find("22334455")) == [Around("", "22334455", "")]
