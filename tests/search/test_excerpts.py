"""The stretch of a text that answers, with the matched words marked."""

from hypothesis import given
from hypothesis import strategies as st

from handlerum.search.analysis import stems
from handlerum.search.excerpts import excerpt, mark

words = st.lists(
    st.sampled_from(["uro", "angst", "bænk", "kanal", "møde", "og", "de", "plan."]), max_size=300
)


def plain(text: str, wanted: str, length: int = 260) -> str:
    return "".join(segment.text for segment in excerpt(text, frozenset(stems(wanted)), length))


def test_the_excerpt_is_the_place_with_most_different_words() -> None:
    text = "Uro. " + "Noget helt andet skete her. " * 30 + "Der var både uro og angst ved bænken."

    assert "både uro og angst" in plain(text, "uro angst bænk")


def test_matched_words_are_marked_in_any_inflection_and_nothing_else_is() -> None:
    segments = mark("Mødet på bænken ved kanalen", frozenset(stems("bænk møder")))

    assert [segment.text for segment in segments if segment.marked] == ["Mødet", "bænken"]
    assert "".join(segment.text for segment in segments) == "Mødet på bænken ved kanalen"


def test_markup_in_a_text_stays_text() -> None:
    segments = mark("<script>uro</script>", frozenset(stems("uro")))

    assert "".join(segment.text for segment in segments) == "<script>uro</script>"


@given(words, st.integers(40, 400))
def test_an_excerpt_is_short_and_is_a_stretch_of_the_text(told: list[str], length: int) -> None:
    text = " ".join(told)
    shown = plain(text, "angst kanal", length)

    assert len(shown) <= length + 4  # room for the two signs of what was left out
    assert shown.removeprefix("… ").removesuffix(" …") in text


@given(st.text(max_size=2000), st.text(max_size=60))
def test_no_text_and_no_situation_breaks_an_excerpt(text: str, wanted: str) -> None:
    excerpt(text, frozenset(stems(wanted)))
    mark(text, frozenset(stems(wanted)))


def test_a_text_without_matches_begins_at_its_beginning() -> None:
    assert plain("Begyndelsen af det hele. " * 40, "kvantefysik").startswith("Begyndelsen")
