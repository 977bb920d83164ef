"""What holds for every text: places within it, in order, apart, and never an error."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handlerum.privacy.kinds import find
from privacy.kinds.found import found

NUMBERS = "0123456789 +-./()@§\n\t\u200b\u00ad\u0308"
TELLING = st.lists(
    st.sampled_from(
        "010190-1234|22 33 44 55|a@b.dk|+45|0046|(at)|tlf|45|www.| |x|konto|1234-|DK50|Vej 3|"
        ", 2. tv|nul en|født |den |14. marts|på 47|AB 12 345|\u200b|o\u0308|९".split("|")
    )
).map("".join)
SHAPES = st.lists(
    st.sampled_from("010190-1234|22 33 44 55|a@b.dk|+45|0046|(at)|tlf|45|www.| |x".split("|"))
).map("".join)
PIECES = (
    "1|a@|12 |den |22334455 |a.|00|010190-1234 |www.|+1|a(at)|+(|22 |tlf |45 |-| at |nul |AB |A |"
    "DK50 |konto |1234-|4571 |Gade 3 |A. |Vej 1, |9500 A|født |1/1 |1.1.|14. |på |år|47 |"
    "\u200b|\u202e1|a\u0308|😀|\0|(|://|.dk/|sag |matr. 1 A "
).split("|")


@given(st.one_of(st.text(), st.text(alphabet=NUMBERS), TELLING))
@example("\ud800")
@example("İ@x.dk 22334455")
@example("\u200b")
def test_places_lie_in_the_text_in_order_and_apart(text: str) -> None:
    places = find(text)

    edges = [edge for place in places for edge in (place.start, place.end)]
    assert edges == sorted(edges)
    assert all(0 <= place.start < place.end <= len(text) for place in places)


@given(SHAPES)
@example("(at)www.tlf")
def test_words_with_line_ends_around_them_change_nothing_but_the_places(text: str) -> None:
    moved = [(f.start - 5, f.end - 5, f.kind) for f in find("Ord.\n" + text + "\nOrd.")]

    assert moved == [(f.start, f.end, f.kind) for f in find(text)]


@pytest.mark.parametrize("piece", PIECES)
def test_the_longest_text_of_one_repeated_piece_is_read(piece: str) -> None:
    text = piece * (200_000 // len(piece))

    assert all(place.end <= len(text) for place in find(text))


def test_every_place_of_a_long_text_is_found() -> None:
    assert len(find("Skriv til a@b.cc eller ring 22334455. " * 2500)) == 5000


def test_all_kinds_stand_in_the_order_of_the_text() -> None:
    assert found("b@c.dk, 22334455 og 010190-1234") == [
        ("email", "b@c.dk"),
        ("phone", "22334455"),
        ("cpr", "010190-1234"),
    ]


def test_places_after_the_unseen_are_those_of_the_text_as_written() -> None:
    text = "o\u0308\u200b\u200b a\u00adb 22\u200b334455 \u202e010190-1234"

    assert found(text) == [("phone", "22\u200b334455"), ("cpr", "010190-1234")]


@pytest.mark.parametrize("text", ["", " ", "\0", "Ingen tal her."])
def test_a_text_without_identifiers_has_none(text: str) -> None:
    assert find(text) == []
