"""Words and meaning weighed together; nothing below the threshold, each telling once."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from handlerum.knowledge.terms import Voice, Way
from handlerum.search.fitted import FormFit
from handlerum.search.marks import marks_of, way_and_voice
from handlerum.search.ports import Found
from handlerum.search.rules.fusing import Candidate, candidates, mixed, once, relevant
from handlerum.search.rules.sketches import alike, sketch

HALF = FormFit(weight=0.5, scores=(0.0, 1.0), chances=(0.0, 1.0), threshold=0.5)
WORDS = FormFit(weight=1.0, scores=(0.0, 1.0), chances=(0.0, 0.8), threshold=0.5)
KINDS = len(Way.values) * len(Voice.values)
some = st.lists(
    st.builds(
        Candidate,
        st.integers(1, 10**6),
        st.floats(0, 1),
        st.floats(0, 1),
        st.none() | st.floats(-1, 1),
        st.integers(0, KINDS - 1),
        st.integers(-(2**63), 2**63 - 1),
    ),
    max_size=20,
    unique_by=lambda one: one.id,
).map(lambda found: sorted(found, key=lambda one: -one.chance))


def found(*pairs: tuple[int, float]) -> Found:
    ids = np.array([id_ for id_, _ in pairs], np.int64)
    zeros = np.zeros(len(pairs), np.int64)
    return Found(ids, np.array([score for _, score in pairs], np.float32), zeros, zeros)


def test_a_piece_counts_by_words_and_meaning_together() -> None:
    ranked = candidates(
        found((1, 0.8), (2, 0.2)), found((2, 1.0)), found((1, 0.0)), HALF, WORDS, 10
    )

    assert [one.id for one in ranked] == [2, 1]
    assert [round(one.chance, 2) for one in ranked] == [0.6, 0.4]


def test_a_piece_without_a_vector_counts_by_its_words_alone() -> None:
    ranked = candidates(found((1, 1.0)), found(), None, HALF, WORDS, 10)

    assert [(one.id, one.chance, one.meaning) for one in ranked] == [(1, 0.8, None)]


def test_what_only_meaning_found_is_there_too() -> None:
    (one,) = candidates(found(), found((7, 0.9)), None, HALF, WORDS, 10)

    assert (one.id, one.words) == (7, 0.0)


@given(some, st.floats(0, 1))
def test_nothing_below_the_threshold_is_shown_and_nothing_above_is_lost(
    ranked: list[Candidate], threshold: float
) -> None:
    assert relevant(ranked, threshold) == [one for one in ranked if one.chance >= threshold]


@given(some)
def test_of_near_duplicates_the_most_relevant_is_kept(ranked: list[Candidate]) -> None:
    kept = once(ranked)
    assert [one for one in ranked if one in kept] == kept
    for lost in set(ranked) - set(kept):
        assert any(alike(lost.sketch, one.sketch) and one.chance >= lost.chance for one in kept)


@given(some, st.integers(1, 12))
def test_at_most_half_are_of_one_way_or_voice_where_others_are_at_hand(
    ranked: list[Candidate], limit: int
) -> None:
    shown = mixed(ranked, limit)
    assert len(shown) == min(limit, len(ranked)) == len(set(shown))
    half = -(-len(shown) // 2)
    for side in (0, 1):
        looks = [way_and_voice(one.kind)[side] for one in shown]
        for look in set(looks):
            if looks.count(look) > half:
                # Then every one that waits would have made another way or voice too many.
                waiting = [one for one in ranked if one not in shown]
                assert all(_full(shown, half, one) for one in waiting)


def _full(shown: list[Candidate], half: int, one: Candidate) -> bool:
    looks = [way_and_voice(other.kind) for other in shown]
    way, voice = way_and_voice(one.kind)
    return half <= max(
        sum(other == way for other, _ in looks), sum(other == voice for _, other in looks)
    )


def test_a_telling_with_a_few_words_changed_is_the_same_and_another_is_not() -> None:
    told = (
        "bænk kanal dør møde angst brev samtale torsdag mentor kaffe bus trappe vindue læge".split()
    )
    assert alike(sketch(told), sketch([*told[1:], "sofa"]))
    assert not alike(sketch(told), sketch(f"{word}x" for word in told))
    assert sketch(["kort", "tekst"]) == 0
    assert not alike(0, 0)


def test_marks_keep_way_and_voice() -> None:
    for way in Way.values:
        for voice in Voice.values:
            marks = marks_of(["u3.12", "t7"], way, voice, 5)
            assert way_and_voice(marks.kind) == (Way.values.index(way), Voice.values.index(voice))
            assert (marks.audience, marks.author) == (7, 12)
