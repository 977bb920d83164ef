"""Phone numbers, in the groupings people write them in. All numbers here are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy.kinds.found import found

GROUPINGS = [
    "22334455",
    "22 33 44 55",
    "2233 4455",
    "223 34 455",
    "223 344 55",
    "22 334455",
    "22.33.44.55",
    "22-33-44-55",
    "22/33/44/55",
    "2233-4455",
    "22-334455",
    "22  33  44  55",
    "22\u00a033\u00a044\u00a055",
    "22\u200b334455",
    "２２３３４４５５",
]


@pytest.mark.parametrize("number", GROUPINGS)
def test_a_danish_number_is_found_in_every_grouping(number: str) -> None:
    assert found(f"Ring på {number}.") == [("phone", number)]


@pytest.mark.parametrize("country", ["+45 ", "+45", "0045 ", "0045", "(45) ", "(+45) "])
@pytest.mark.parametrize("number", ["22334455", "22 33 44 55", "2233 4455", "3000 4000"])
def test_the_code_of_denmark_belongs_to_the_number(country: str, number: str) -> None:
    assert found(f"Nummeret er {country}{number}!") == [("phone", country + number)]


@pytest.mark.parametrize(
    "number", ["45 22 33 44 55", "45 22334455", "4522334455", "45 2233 4455", "45 22.33.44.55"]
)
def test_the_code_of_denmark_may_lack_its_plus(number: str) -> None:
    assert found(f"Nummeret er {number}!") == [("phone", number)]


@pytest.mark.parametrize("number", ["45 07 51 08", "45 27 51 08", "7010 1580"])
def test_a_number_may_look_like_a_code_or_like_round_figures(number: str) -> None:
    assert found(f"Nummeret er {number}!") == [("phone", number)]


@pytest.mark.parametrize("number", ["+46 70 123 45 67", "0046 70 123 45 67", "+49 30 901820"])
def test_a_number_of_another_country_is_found(number: str) -> None:
    assert found(f"Nummeret er {number}, tror jeg") == [("phone", number)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("tlf.22334455", "22334455"),
        ("Tlf.: 22 334 455", "22 334 455"),
        ("telefonnr. 22 33 4455", "22 33 4455"),
        ("mobil nr: 2-2-3-3-4-4-5-5", "2-2-3-3-4-4-5-5"),
        ("ring til 22 334 455", "22 334 455"),
        ("ring to to tre tre fire fire fem fem", "to to tre tre fire fire fem fem"),
        (
            "Tlf. toogtyve treogtredive, fireogfyrre, femoghalvtreds",
            "toogtyve treogtredive, fireogfyrre, femoghalvtreds",
        ),
    ],
)
def test_after_the_word_telephone_any_grouping_is_found(text: str, number: str) -> None:
    assert found(text) == [("phone", number)]


def test_no_danish_number_begins_with_nought_or_one() -> None:
    assert found("tlf: 1234 5678 eller 01 22 33 44") == []


def test_of_two_numbers_in_a_row_none_is_overlooked() -> None:
    assert found("22 33 44 55 66 77 88 99") == [("phone", "22 33 44 55 66 77 88 99")]
    assert found("22 33 44 55/66 77 88 99") == [
        ("phone", "22 33 44 55"),
        ("phone", "66 77 88 99"),
    ]
    assert found("22334455,66778899") == [("phone", "22334455"), ("phone", "66778899")]


@given(st.from_regex(r"[2-9][0-9]{7}", fullmatch=True), st.text(alphabet="abcæøå ,\n"))
def test_eight_digits_among_words_are_a_number(number: str, words: str) -> None:
    assert found(words + number + words[::-1]) == [("phone", number)]


@pytest.mark.parametrize(
    "text",
    [
        "25000000 kr. og 22 33 44 55 kr.",
        "Figur 13 viser 147 9446 3843.",
        "Figur 6 viser 684 7294 1996.",
        "Vi talte om en, to, tre, fire, fem, seks, syv og otte.",
    ],
)
def test_amounts_figures_of_a_table_and_counting_are_no_numbers(text: str) -> None:
    assert found(text) == []
