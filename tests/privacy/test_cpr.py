"""CPR numbers, in the ways people write them. All numbers here are invented."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.privacy.rules import find
from privacy.findings import found


@pytest.mark.parametrize(
    "number",
    [
        "010190-1234",
        "0101901234",
        "010190 1234",
        "010190 - 1234",
        "01 01 90 1234",
        "01.01.90-1234",
        "01-01-90-1234",
        "01/01/90-1234",
        "010190–1234",
        "010190‑1234",
        "010190\u00a01234",
        "010190-\n1234",
        "290200-1234",
        "311299-0000",
    ],
)
def test_a_cpr_number_is_found_whole(number: str) -> None:
    assert found(f"Hun har nummer {number}, siger hun.") == [("cpr", number)]


@pytest.mark.parametrize(
    "digits",
    [
        "320190-1234",
        "000190-1234",
        "011390-1234",
        "010090-1234",
        "310490-1234",
        "300200-1234",
    ],
)
def test_ten_digits_that_begin_with_no_date_are_no_cpr_number(digits: str) -> None:
    assert found(digits) == []


@pytest.mark.parametrize("digits", ["10101901234", "01019012345", "5798010190123499"])
def test_ten_digits_inside_a_longer_number_are_no_cpr_number(digits: str) -> None:
    assert found(digits) == []


def test_a_date_in_full_is_no_cpr_number() -> None:
    assert found("Mødet 14.03.2025 og 14-03-2025 og 2025-03-14") == []


def test_two_numbers_beside_each_other_are_both_found() -> None:
    assert found("cpr:010190-1234/020290-4321.") == [
        ("cpr", "010190-1234"),
        ("cpr", "020290-4321"),
    ]


def test_a_cpr_number_wins_over_what_else_stands_in_the_same_digits() -> None:
    assert found("+46 010190-1234") == [("cpr", "010190-1234")]
    assert found("0101901234@firma.dk") == [("cpr", "0101901234")]


@given(
    st.dates(),
    st.integers(0, 9999),
    st.sampled_from(["", "-", " ", " - ", "–"]),
    st.sampled_from(["", ".", "-", " ", "/"]),
    st.text(alphabet="abcæøå ,\n"),
    st.text(alphabet="abcæøå ,\n"),
)
def test_a_number_made_of_any_date_is_found_in_any_words(
    day: date, last: int, gap: str, sign: str, before: str, after: str
) -> None:
    number = f"{day:%d{sign}%m{sign}%y}{gap}{last:04}"

    text = before + number + after

    assert [(f.start, f.end) for f in find(text)] == [(len(before), len(before) + len(number))]
