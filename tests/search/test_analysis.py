"""Danish words as the index knows them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.search.analysis import STOP_WORDS, places, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hverdagen", "hverdag"),
        ("borgere", "borgeren"),
        ("virksomhederne", "virksomhed"),
        ("samtalerne", "samtale"),
        ("MØDER", "møde"),
        ("cafe\u0301", "café"),
    ],
)
def test_inflections_of_a_word_are_one_term(one: str, other: str) -> None:
    assert stems(one) == stems(other)


@pytest.mark.parametrize(
    ("one", "other"), [("får", "far"), ("mål", "mal"), ("løn", "lån"), ("bør", "bar")]
)
def test_words_that_differ_by_a_danish_letter_stay_apart(one: str, other: str) -> None:
    assert stems(one) != stems(other)


def test_words_that_say_nothing_are_left_out() -> None:
    assert stems("Jeg har ikke styr på det, og hun er der") == stems("styr")


def test_a_section_of_law_is_kept_whole() -> None:
    assert stems("efter § 36 i loven") == ["§36", *stems("loven")]
    assert stems("§36") == stems("§ 36")


def test_the_list_of_stop_words_is_folded_and_has_no_doubles() -> None:
    assert all(word == word.casefold() and " " not in word for word in STOP_WORDS)


@given(st.text(max_size=400))
def test_places_are_where_the_terms_stand(text: str) -> None:
    wanted = frozenset(stems(text))
    found = list(places(text, wanted))
    assert [term.stem for term in found] == stems(text)
    for term in found:
        assert stems(text[term.start : term.end]) == [term.stem]
