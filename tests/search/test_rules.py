"""Equal standing and honest silence, as properties."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from handlerum.knowledge.terms import Form
from handlerum.search.ports import Hit
from handlerum.search.rules import (
    THRESHOLD,
    Silence,
    even_list,
    relevant,
    silence,
    turned,
)

FORMS = list(Form.values)
lanes_of_any_size = st.fixed_dictionaries(
    {form: st.lists(st.integers(), max_size=12) for form in FORMS}
).map(lambda lanes: {form: [(form, n) for n, _ in enumerate(lane)] for form, lane in lanes.items()})
orders = st.permutations(FORMS)
hits = st.lists(st.builds(Hit, st.integers(1, 99), st.floats(0, 1)), max_size=20)


@given(lanes_of_any_size, orders)
def test_in_every_prefix_two_forms_with_more_to_give_differ_by_at_most_one(
    lanes: dict[str, list[tuple[str, int]]], order: list[str]
) -> None:
    shown = even_list(lanes, order)
    for length in range(len(shown) + 1):
        counted = Counter(form for form, _ in shown[:length])
        with_more = [counted[form] for form in FORMS if counted[form] < len(lanes[form])]
        spoken_for = [counted[form] for form in FORMS if lanes[form]]
        if with_more:
            assert max(spoken_for) - min(with_more) <= 1


@given(lanes_of_any_size, orders)
def test_the_even_list_shows_everything_once_and_keeps_each_forms_order(
    lanes: dict[str, list[tuple[str, int]]], order: list[str]
) -> None:
    shown = even_list(lanes, order)
    assert len(shown) == sum(map(len, lanes.values()))
    for form in FORMS:
        assert [piece for piece in shown if piece[0] == form] == lanes[form]


@given(lanes_of_any_size, orders)
def test_a_silent_form_is_never_filled(
    lanes: dict[str, list[tuple[str, int]]], order: list[str]
) -> None:
    lanes["theory"] = []
    assert "theory" not in {form for form, _ in even_list(lanes, order)}


@given(hits)
def test_nothing_below_the_threshold_is_shown_and_nothing_above_is_lost(found: list[Hit]) -> None:
    shown = relevant(found)
    assert all(hit.relevance >= THRESHOLD for hit in shown)
    assert [hit for hit in found if hit.relevance >= THRESHOLD] == shown


def test_a_silence_says_whether_anything_was_there_to_look_through() -> None:
    assert silence(0).reason is Silence.NONE_EXISTS
    assert silence(12).reason is Silence.NONE_RELEVANT
    assert silence(12).searched == 12


@given(st.text(), st.dates())
def test_the_order_is_the_five_forms_and_the_same_all_day(query: str, day: object) -> None:
    order = turned(FORMS, query, str(day))
    assert sorted(order) == sorted(FORMS)
    assert order == turned(FORMS, query, str(day))


def test_each_form_stands_in_each_place_equally_often() -> None:
    """Chi-square over 5,000 situations: 13.28 is the 1 % point for four degrees of freedom."""
    orders = [turned(FORMS, f"situation {n}", "2026-11-23") for n in range(5000)]
    for place in range(5):
        counted = Counter(order[place] for order in orders)
        chi_square = sum((counted[form] - 1000) ** 2 / 1000 for form in FORMS)
        assert chi_square < 13.28, (place, counted)


def test_the_order_turns_from_day_to_day() -> None:
    firsts = {turned(FORMS, "uro og angst", f"2026-11-{day:02}")[0] for day in range(1, 29)}
    assert firsts == set(FORMS)
