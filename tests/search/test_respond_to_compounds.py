"""A situation and an experience of the same thing often share a part of a word, and no word."""

import pytest

from cast import Cast, shared
from handlerum.search.answer_services import respond
from handlerum.search.answers import Answer
from handlerum.search.services import catch_up

PAIRS = {
    "sygedagpengeopfølgning": "Vi talte om opfølgning i hendes sygedagpengesag.",
    "mødeangst": "Hun blev grebet af angst, når brevet om mødet kom.",
    "støtte fra en mentor": "Det var mentorstøtten, der gjorde forskellen.",
}


def found(answer: Answer) -> list[str]:
    """The titles of an answer."""
    return [piece.contribution.title for lane in answer.lanes for piece in lane.pieces]


@pytest.mark.parametrize("situation", PAIRS)
def test_what_shares_a_part_is_found_and_marked(cast: Cast, situation: str) -> None:
    shared(cast, title="Det rette", text=PAIRS[situation], learned="")
    shared(cast, title="Noget andet", text="Vi gik en tur ved kanalen.", learned="")
    catch_up()

    answer = respond(cast.reader("bo"), situation)

    assert found(answer) == ["Det rette"]
    (piece,) = (piece for lane in answer.lanes for piece in lane.pieces)
    assert any(segment.marked for segment in piece.excerpt)


def test_the_whole_word_counts_more_than_its_parts(cast: Cast) -> None:
    shared(cast, title="Delene", text="Støtte, som en mentor gav.", learned="")
    shared(cast, title="Ordet", text="Mentorstøtte hjalp hende videre.", learned="")
    catch_up()

    assert found(respond(cast.reader("bo"), "mentorstøtte")) == ["Ordet", "Delene"]


def test_carla_finds_no_part_of_what_is_not_hers(cast: Cast) -> None:
    shared(cast, title="Det rette", text="Mentorstøtte hjalp hende videre.", learned="")
    catch_up()

    assert found(respond(cast.reader("carla"), "støtte fra en mentor")) == []
