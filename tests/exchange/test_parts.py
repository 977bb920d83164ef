"""Cutting a long text into parts that each fit in one contribution."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.exchange.parts import parts

TEXTS = st.one_of(st.text(), st.text(alphabet="abc æ\n"))


@given(TEXTS, st.integers(1, 40))
def test_nothing_is_lost_but_white_space(text: str, most: int) -> None:
    assert "".join("".join(parts(text, most)).split()) == "".join(text.split())


@given(TEXTS, st.integers(1, 40))
def test_every_part_fits_and_says_something(text: str, most: int) -> None:
    assert all(0 < len(part) <= most and part == part.strip() for part in parts(text, most))


@given(st.text(alphabet="abc æ\n", min_size=1).filter(str.strip))
def test_what_fits_is_one_part(text: str) -> None:
    assert parts(text, len(text)) == [text.strip()]


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        ("Et afsnit.\n\nEt andet afsnit.", 20, ["Et afsnit.", "Et andet afsnit."]),
        ("En linje her\nog en til", 20, ["En linje her", "og en til"]),
        ("Nogle ord der står på rad", 18, ["Nogle ord der", "står på rad"]),
        ("x" * 30, 25, ["x" * 25, "x" * 5]),
        ("   \n ", 2, []),
    ],
)
def test_it_is_cut_between_paragraphs_else_lines_else_words(
    text: str, most: int, cut: list[str]
) -> None:
    assert parts(text, most) == cut


def test_a_text_of_twenty_five_million_characters_is_cut() -> None:
    found = parts("Borgeren fik en mentor. " * 1_000_000, 100_000)

    assert len(found) == 241
    assert max(map(len, found)) <= 100_000
