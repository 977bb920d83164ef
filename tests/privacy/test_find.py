"""What holds for every text: places within it, in order, apart, and never an error."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handlerum.privacy.rules import Kind, find
from privacy.findings import found

NUMBERS = "0123456789 +-./()@§\n\t"
TELLING = st.lists(
    st.sampled_from(
        [
            "010190-1234",
            "22 33 44 55",
            "a@b.dk",
            "+45",
            "0046",
            "(at)",
            "tlf",
            "45",
            "www.",
            " ",
            "x",
        ]
    )
).map("".join)


PIECES = """a@b.cc |1|+|22334455 |a.|00|a|010190-1234 |www.|+1|a(at)|2 |+(|a-|a@a.|22 |tlf |45 |-|@|
+46 70 123 45 67 """.split("|")


@given(st.one_of(st.text(), st.text(alphabet=NUMBERS), TELLING))
@example("\ud800")
@example("İ@x.dk 22334455")
def test_places_lie_in_the_text_in_order_and_apart(text: str) -> None:
    places = find(text)

    edges = [edge for place in places for edge in (place.start, place.end)]
    assert edges == sorted(edges)
    assert all(0 <= place.start < place.end <= len(text) for place in places)


@given(TELLING)
def test_words_with_line_ends_around_them_change_nothing_but_the_places(text: str) -> None:
    moved = [(f.start - 5, f.end - 5, f.kind) for f in find("Ord.\n" + text + "\nOrd.")]

    assert moved == [(f.start, f.end, f.kind) for f in find(text)]


@pytest.mark.parametrize("piece", PIECES)
def test_the_longest_text_of_one_repeated_piece_is_read(piece: str) -> None:
    text = piece * (100_000 // len(piece))

    assert all(place.end <= len(text) for place in find(text))


def test_every_place_of_a_long_text_is_found() -> None:
    assert len(find("Skriv til a@b.cc eller ring 22334455. " * 2500)) == 5000


def test_all_kinds_stand_in_the_order_of_the_text() -> None:
    assert found("b@c.dk, 22334455 og 010190-1234") == [
        (Kind.EMAIL, "b@c.dk"),
        (Kind.PHONE, "22334455"),
        (Kind.CPR, "010190-1234"),
    ]


@pytest.mark.parametrize("text", ["", " ", "\0", "Ingen tal her."])
def test_a_text_without_identifiers_has_none(text: str) -> None:
    assert find(text) == []
