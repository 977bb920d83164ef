"""CPR numbers, in the ways people write them. All numbers here are invented."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.privacy.kinds import find
from privacy.kinds.found import direct, found


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
        "010190−1234",
        "010190\u00a01234",
        "010190-\n1234",
        "010190\n-1234",
        "010190-\r\n1234",
        "01011990-1234",
        "010190_1234",
        "010190.1234",
        "0 1 0 1 9 0 - 1 2 3 4",
        "290200-1234",
        "311299-0000",
        "０１０１９０-１２３４",
        "٠١٠١٩٠-١٢٣٤",
        "nul en nul to otte ni tolv fireogtredive",
        "nul et, nul to, otte ni, et to tre fire",
        "Nul en nul en halvfems streg tolv fireogtredive",
    ],
)
def test_a_cpr_number_is_found_whole(number: str) -> None:
    assert found(f"Hun har nummer {number}, siger hun.") == [("cpr", number)]


@pytest.mark.parametrize(
    "sign", "\u200b \u200c \u200d \u2060 \ufeff \u00ad \u200e \u200f \u202c".split(" ")
)
def test_what_nobody_sees_hides_no_number(sign: str) -> None:
    assert found(f"x{sign} 0101{sign}90-12{sign}{sign}34{sign} y") == [
        ("cpr", f"0101{sign}90-12{sign}{sign}34")
    ]


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


def test_after_the_word_any_ten_digits_are_a_cpr_number() -> None:
    assert found("cpr-nr. 610190-1234") == [("cpr", "610190-1234")]


@pytest.mark.parametrize("digits", ["10101901234", "01019012345", "5798010190123499"])
def test_ten_digits_inside_a_longer_number_are_no_cpr_number(digits: str) -> None:
    assert found(digits) == []


def test_a_date_in_full_is_no_cpr_number() -> None:
    assert direct("Mødet 14.03.2025 og 14-03-2025 og 2025-03-14") == []


def test_without_its_last_four_it_is_a_date_of_birth() -> None:
    assert found("010190-xxxx") == [("birth_date", "010190-xxxx")]


def test_two_numbers_beside_each_other_are_both_found() -> None:
    assert found("cpr:010190-1234/020290-4321.") == [
        ("cpr", "010190-1234"),
        ("cpr", "020290-4321"),
    ]


def test_a_cpr_number_wins_over_what_else_stands_in_the_same_digits() -> None:
    assert found("+46 010190-1234") == [("cpr", "010190-1234")]
    assert found("0101901234@firma.dk") == [("cpr", "0101901234")]


def test_a_number_in_a_link_is_found_but_not_one_in_a_source() -> None:
    assert found("https://sag.example/0101901234") == [("cpr", "0101901234")]
    assert found("https://doi.org/10.1177/0101901234") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("konto 9342-2405743605", "account"),
        ("DK21 1296 3756 8055 15", "account"),
        ("P-nr. 1003123456", "employer"),
    ],
)
def test_accounts_and_workplaces_may_have_such_digits(text: str, kind: str) -> None:
    assert [what for what, _ in found(text)] == [kind]


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
