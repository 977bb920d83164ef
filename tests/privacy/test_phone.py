"""Phone numbers, in the groupings people write them in. All numbers here are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy.findings import found

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
    "22\u00a033\u00a044\u00a055",
]


@pytest.mark.parametrize("number", GROUPINGS)
def test_a_danish_number_is_found_in_every_grouping(number: str) -> None:
    assert found(f"Ring på {number}.") == [("phone", number)]


@pytest.mark.parametrize("country", ["+45 ", "+45", "0045 ", "0045", "(45) ", "(+45) "])
@pytest.mark.parametrize("number", ["22334455", "22 33 44 55", "2233 4455", "3000 4000"])
def test_the_code_of_denmark_belongs_to_the_number(country: str, number: str) -> None:
    assert found(f"Nummeret er {country}{number}!") == [("phone", country + number)]


@pytest.mark.parametrize("number", ["45 22 33 44 55", "45 22334455", "4522334455"])
def test_the_code_of_denmark_may_lack_its_plus(number: str) -> None:
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
    ],
)
def test_after_the_word_telephone_any_grouping_is_found(text: str, number: str) -> None:
    assert found(text) == [("phone", number)]


def test_no_danish_number_begins_with_nought_or_one() -> None:
    assert found("tlf: 1234 5678 eller 01 22 33 44") == []


def test_of_two_numbers_in_a_row_none_is_overlooked() -> None:
    assert found("22 33 44 55 66 77 88 99") == [("phone", "22 33 44 55 66 77 88 99")]
    assert found("22 33 44 55/66 77 88 99")[0] == ("phone", "22 33 44 55")
    assert found("22334455,66778899")[0] == ("phone", "22334455")


@given(st.from_regex(r"[2-9]\d{7}", fullmatch=True), st.text(alphabet="abcæøå ,\n"))
def test_eight_digits_among_words_are_a_number(number: str, words: str) -> None:
    assert found(words + number + words[::-1]) == [("phone", number)]
