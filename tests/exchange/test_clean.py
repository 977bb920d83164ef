"""Cleaned text looks the same, hides nothing, and gets a title a person can read."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.exchange.readers.clean import TITLE_LIMIT, clean, title_for


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_cleaned_text_can_always_be_written_as_utf_8(text: str) -> None:
    clean(text).encode("utf-8")


def test_loose_and_hidden_characters_come_together_as_one_danish_letter() -> None:
    assert clean("På a\u200b\u030a") == "På å"


@pytest.mark.parametrize("hidden", "\x00\x1b\x7f\xad\u200b\u200f\u202e\u2066\ufeff\U000e0041\ue123")
def test_characters_that_nobody_sees_are_gone(hidden: str) -> None:
    assert clean(f"Bor{hidden}ger") == "Borger"


def test_a_lone_surrogate_is_gone() -> None:
    assert clean("a\ud800b") == "ab"


def test_spaces_and_blank_lines_collapse_but_a_tab_stays_a_tab() -> None:
    assert clean("a\u00a0 b") == "a b"
    assert clean("  a \u00a0  b\tc  \r\n\r\n\r\n\r\n d\u2028e ") == "a b\tc\n\nd\ne"


@pytest.mark.parametrize("run", ["\t", " ", "\n", " \t", " \n", "\r", "\u00a0 "])
def test_a_megabyte_of_white_space_takes_no_time(run: str) -> None:
    began = time.perf_counter()
    assert clean("a" + run * 1_000_000 + "b")
    assert time.perf_counter() - began < 5


def test_words_bullet_becomes_a_bullet() -> None:
    assert clean("\uf0b7 Mentor") == "• Mentor"


def test_the_documents_own_title_comes_first() -> None:
    assert title_for(" Årsrapport\n2024 ", "Første linje", "x.pdf") == "Årsrapport 2024"


def test_a_short_first_line_is_the_title() -> None:
    assert title_for("", "Notat om mentorer\nResten", "x.txt") == "Notat om mentorer"


def test_a_long_first_line_is_prose_so_the_file_name_is_the_title() -> None:
    text = "ord " * TITLE_LIMIT
    assert title_for("", text, "C:\\mappe\\notat_om_mentorer.v2.txt") == "Notat om mentorer.v2"


def test_there_is_always_some_title() -> None:
    assert title_for("", "", ".txt") == "Uden titel"
