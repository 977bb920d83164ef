"""Whatever the text is: spans in order, inside it, none overlapping, in time that grows with it."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlerum.privacy.names import tag
from handlerum.privacy.names.tokens import tokens

_NO_SURROGATES = st.characters(exclude_categories=("Cs",))
STRANGE = [
    "",
    " ",
    "\n\n\n",
    "\x00\x01\x02",
    "\u202eetteM eman ym si\u202c",
    "👩‍👩‍👧‍👦 Mette 🇩🇰",
    "İSTANBUL İlker",
    "e\u0301milie Bre\u0301mer",
    "محمد ringede",
    "-" * 500,
    "a" * 10_000,
    "a-" * 5_000,
    "A." * 5_000,
    "@" * 1_000,
]


def check(text: str) -> None:
    """The promise that every text is owed."""
    spans = tag(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@settings(max_examples=150, deadline=None)
@given(st.text(_NO_SURROGATES, max_size=300))
def test_any_text_gives_spans_in_order_and_in_bounds(text: str) -> None:
    check(text)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Mette", "og", "Bo", "Hansens", ",", "\n", "i", "Aarhus", "😀", "A."]),
        max_size=40,
    )
)
def test_any_words_give_spans_in_order_and_in_bounds(words: list[str]) -> None:
    check(" ".join(words))


@pytest.mark.parametrize("text", STRANGE)
def test_strange_text_is_no_trouble(text: str) -> None:
    check(text)


@pytest.mark.parametrize("piece", ["Mette Holm bor i Aarhus.\n", "x-", "A.", "!", "\u202e", "@"])
def test_two_hundred_thousand_characters_take_seconds(piece: str) -> None:
    text = (piece * 200_000)[:200_000]
    began = time.perf_counter()
    check(text)
    assert time.perf_counter() - began < 20


def test_tokens_know_where_they_stand() -> None:
    text = "Hej Mette,\nvi ses i Aarhus  kl. 9.30 :)"
    found = tokens(text)
    assert [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == found.words


def test_a_name_does_not_run_over_a_line_break() -> None:
    text = "Til: Mette Holm\nKirsten Lund skriver snart."
    assert [text[s.start : s.end] for s in tag(text)] == ["Mette Holm", "Kirsten Lund"]


def test_a_name_is_found_wherever_in_a_long_text_it_stands() -> None:
    text = "Så ringede Mette Holm til lægen igen.\n" * 400
    assert [text[s.start : s.end] for s in tag(text)] == ["Mette Holm"] * 400
