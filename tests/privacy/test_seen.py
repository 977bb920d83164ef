"""Many texts read at once: what is found is what each of them says alone."""

from hypothesis import given
from hypothesis import strategies as st

from handlerum.privacy import kinds
from handlerum.privacy.blur import direct, look
from handlerum.privacy.entities import reading
from handlerum.privacy.find import find, find_many
from handlerum.privacy.names import tag, tag_many
from handlerum.privacy.seen import Seen
from handlerum.privacy.spans import Span

TEXTS = [
    "Mette Jensen kom til samtale den 14. marts.",
    "",
    "Hun bor på Nørregade 12, 3.",
    "Lars",
    "Jensens bil holder i Hobro, og mette ringede på 21 43 65 87",
    "\n\n",
    "Ingenting her peger på nogen.",
    "nul en nul to otte ni et to tre fire",
    "F.",
    "Hansen A.",
    "Cpr 010190-1234",
]


def _rough(spans: list[Span]) -> list[tuple[int, int, str, bool, float]]:
    """How sure it is rests on float32, whose last figure turns on what is multiplied together."""
    return [(s.start, s.end, s.kind, s.direct, round(s.confidence, 2)) for s in spans]


def test_names_in_many_texts_are_those_of_each() -> None:
    many = tag_many(TEXTS)

    assert list(map(_rough, many)) == [_rough(tag(text)) for text in TEXTS]
    assert sum(map(len, many)) > 5


def test_a_name_does_not_lean_on_the_text_beside_it() -> None:
    sure = "Min kollega Rikke Holm hjalp os, og Rikke kommer igen."
    [_, alone] = tag_many([sure, "rikke"])

    assert _rough(alone) == _rough(tag("rikke"))


def test_more_texts_than_the_model_takes_at_once_are_told_apart() -> None:
    texts = [text for _ in range(150) for text in TEXTS]

    assert list(map(_rough, find_many(texts))) == [_rough(find(text)) for text in texts]


@given(st.lists(st.one_of(st.sampled_from(TEXTS), st.text(max_size=40)), max_size=8))
def test_whatever_the_texts_are_each_is_read_alone(texts: list[str]) -> None:
    assert list(map(_rough, find_many(texts))) == [_rough(find(text)) for text in texts]


def test_what_was_read_is_remembered_by_its_exact_text() -> None:
    seen = Seen()
    seen.read(TEXTS)

    assert set(seen.found) == set(TEXTS)
    assert _rough(seen.find(TEXTS[0])) == _rough(find(TEXTS[0]))
    assert TEXTS[0] + "!" not in seen.found
    assert _rough(seen.find(TEXTS[0] + "!")) == _rough(find(TEXTS[0] + "!"))


def test_a_look_through_what_was_read_finds_the_same() -> None:
    told = {"title": "Om Mette Jensen", "text": "Mette ringede på 21436587."}
    seen = Seen()
    seen.read([reading(told)])

    assert [one.key for one in direct(told, find=seen.find)] == [one.key for one in direct(told)]
    assert look(told, find=seen.find).blurred() == look(told).blurred()


@given(st.one_of(st.sampled_from(TEXTS), st.text(alphabet="0123456789 .-/@abcdk\n", max_size=40)))
def test_looking_for_less_by_shape_misses_nothing_of_it(text: str) -> None:
    every = kinds.find(text)

    assert Seen().direct_shapes(text) == [span for span in every if span.direct]
    assert Seen().in_link(text) == [s for s in every if s.kind in ("cpr", "email")]
