"""A text as it may stand in a report: without what points to a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.privacy.blur import covered


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("notat 010190-1234.txt", "notat •••.txt"),
        ("a@b.dk eller 22334455", "••• eller •••"),
        ("Årsrapport 2025.pdf", "Årsrapport 2025.pdf"),
        ("", ""),
    ],
)
def test_every_identifier_is_covered_and_the_rest_stands(text: str, said: str) -> None:
    assert covered(text) == said


@given(st.from_regex(r"[2-9][0-9]{7}", fullmatch=True), st.sampled_from(["", "ring", "nyt om"]))
def test_no_digit_of_a_number_is_left(number: str, words: str) -> None:
    assert covered(f"{words} {number} {words}") == f"{words} ••• {words}"
