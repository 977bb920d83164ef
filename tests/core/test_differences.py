"""What changed from one text to the next."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.core.differences import Change, differences

WORDS = st.lists(st.sampled_from(["døren", "var", "for", "svær", "\n\n", " ", "å"])).map(" ".join)
LONG = 100_000


def without(before: str, after: str, left_out: Change) -> str:
    """The differences read aloud, one kind left out."""
    found = differences(before, after)
    return "".join(piece.text for piece in found if piece.change is not left_out)


@given(st.one_of(WORDS, st.text()), st.one_of(WORDS, st.text()))
def test_without_what_was_removed_it_reads_as_the_new_text(before: str, after: str) -> None:
    assert without(before, after, Change.REMOVED) == after


@given(st.one_of(WORDS, st.text()), st.one_of(WORDS, st.text()))
def test_without_what_was_added_it_reads_as_the_old_text(before: str, after: str) -> None:
    assert without(before, after, Change.ADDED) == before


@given(WORDS, WORDS)
def test_no_piece_is_empty(before: str, after: str) -> None:
    assert all(piece.text for piece in differences(before, after))


@given(WORDS)
def test_what_did_not_change_is_one_piece(text: str) -> None:
    assert [(p.change, p.text) for p in differences(text, text)] == (
        [(Change.SAME, text)] if text else []
    )


def test_one_new_word_is_all_that_is_marked() -> None:
    assert [
        (p.change.value, p.text) for p in differences("Vi gik en tur.", "Vi gik en lang tur.")
    ] == [
        ("same", "Vi gik en "),
        ("added", "lang "),
        ("same", "tur."),
    ]


def test_one_word_changed_in_a_very_long_paragraph_is_all_that_is_marked() -> None:
    words = [f"ord{number}" for number in range(12_000)]
    before = " ".join(words)
    words[6000] = "NYT"

    marked = [(p.change.value, p.text) for p in differences(before, " ".join(words))][1:-1]

    assert marked == [("removed", "ord6000 "), ("added", "NYT ")]


def test_changed_paragraphs_of_a_very_long_text_are_marked_one_by_one() -> None:
    lines = [f"Linje {number} med nogle flere ord" for number in range(1000)]
    before = "\n".join(lines)
    lines[10], lines[900] = "Ny linje", "Endnu en"

    found = differences(before, "\n".join(lines))

    assert [p.text for p in found if p.change is Change.ADDED] == ["Ny linje\n", "Endnu en\n"]


def _shuffled(text: str) -> str:
    letters = list(text)
    random.Random(7).shuffle(letters)
    return "".join(letters)


@pytest.mark.parametrize(
    "text",
    ["a\n" * (LONG // 2), "a " * (LONG // 2), "ab \n" * (LONG // 4), "x" * LONG, "\n" * LONG],
)
def test_the_longest_texts_are_compared(text: str) -> None:
    """What is slow here was minutes: lines that are all alike, and no words at all."""
    for other in (text[1:], "b\n" + text[: LONG // 2] + "c\n" + text[LONG // 2 :], _shuffled(text)):
        assert without(text, other, Change.REMOVED) == other
        assert without(text, other, Change.ADDED) == text
