"""A text that sounds like a dilemma is marked where it does, and contributions that pull apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.dilemmas.rules.spotting import Sign, spot
from handlerum.dilemmas.rules.suggesting import Pattern, suggestions
from handlerum.dilemmas.words import PATTERNS, SIGNS

SOUNDS = [
    ("På den ene side vil hun i gang. På den anden side tør hun ikke.", Sign.TWO_SIDES),
    ("På den ene side vil hun, på den anden, ja, det er svært.", Sign.TWO_SIDES),
    ("Vi skal stille krav, men samtidig passe på tilliden.", Sign.AT_ONCE),
    ("Vi skal skynde os, men på samme tid vente.", Sign.AT_ONCE),
    ("Det er et DILEMMA for os.", Sign.NAMED),
    ("Dilemmaet kommer igen.", Sign.NAMED),
    ("Jeg er splittet mellem hende og reglerne.", Sign.TORN),
    ("Jeg står mellem to chefer.", Sign.TORN),
    ("Det sker på bekostning af tilliden.", Sign.AT_EXPENSE),
    ("Det går ud over kollegerne.", Sign.AT_EXPENSE),
    ("Hensynet til borgeren over for kravet i loven.", Sign.REGARDS),
    ("Vi vejer hensynet til familien og hensynet til pladsen.", Sign.REGARDS),
]
SOUNDS_NOT = [
    "",
    "Vi mødtes på bænken ved kanalen.",
    "Hun bor på den ene side af gaden.",
    "Der står mellem 10 og 20 stole.",
    "Samtidig begyndte det at regne.",
    "Vi tog hensyn til vejret. Hun gik over for rødt.",
    "På den ene side af huset er en dør. " + "Der skete ikke mere. " * 40 + "På den anden side.",
]


@pytest.mark.parametrize(("text", "sign"), SOUNDS)
def test_what_sounds_like_a_dilemma_is_marked_and_can_be_explained(text: str, sign: Sign) -> None:
    found = spot(text)

    assert [mark.sign for mark in found] == [sign]
    assert str(SIGNS[sign])


@pytest.mark.parametrize("text", SOUNDS_NOT)
def test_what_does_not_is_left_alone(text: str) -> None:
    assert spot(text) == []


def test_the_marks_say_which_words() -> None:
    text = "På den ene side ro. På den anden side fart, men samtidig tid."

    words = [[text[start:end] for start, end in mark.places] for mark in spot(text)]

    assert words == [["På den ene side", "På den anden side"], ["men samtidig"]]


@given(st.lists(st.sampled_from([text for text, _ in SOUNDS] + SOUNDS_NOT), max_size=6))
def test_places_lie_within_the_text_and_in_order(texts: list[str]) -> None:
    text = " ".join(texts)
    found = spot(text)

    assert found == sorted(found)
    assert all(0 <= start < end <= len(text) for mark in found for start, end in mark.places)


def test_a_topic_where_it_went_both_ways_is_suggested_once_with_the_newest() -> None:
    given_ = [
        ("opkald", 5, "failed"),
        ("opkald", 4, "succeeded"),
        ("opkald", 3, "failed"),
        ("bus", 5, "failed"),
        ("bus", 2, "mixed"),
    ]

    (one,) = suggestions(given_, [])

    assert (one.pattern, one.topic, one.first, one.second) == (Pattern.OPPOSITE, "opkald", 4, 5)
    assert one.others == 1


def test_two_that_contradict_each_other_are_one_suggestion() -> None:
    found = suggestions([], [(1, 2), (2, 1), (3, 1)])

    assert len(found) == 2
    assert {one.pattern for one in found} == {Pattern.CHALLENGED}


def test_what_was_put_aside_does_not_come_back_with_newer_contributions() -> None:
    before = [("opkald", 1, "failed"), ("opkald", 2, "succeeded")]
    (one,) = suggestions(before, [])

    assert suggestions([("opkald", 9, "failed"), *before], [], frozenset([one.fingerprint])) == []


def test_every_pattern_can_be_explained() -> None:
    assert set(PATTERNS) == set(Pattern)
    assert set(SIGNS) == set(Sign)
