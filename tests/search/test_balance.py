"""Equal standing, as properties: every rule of balance for any supply and any debt."""

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from handlerum.knowledge.terms import Form
from handlerum.search.rules.balance import attention, balanced, ties

FORMS = list(Form.values)
Lanes = dict[str, list[tuple[str, int]]]
lanes_of_any_size = st.fixed_dictionaries(
    {form: st.lists(st.integers(), max_size=12) for form in FORMS}
).map(lambda lanes: {form: [(form, n) for n, _ in enumerate(lane)] for form, lane in lanes.items()})
orders = st.permutations(FORMS)
debts = st.dictionaries(st.sampled_from(FORMS), st.floats(-3, 3))


@given(lanes_of_any_size, debts, orders)
def test_in_every_prefix_two_forms_with_more_to_give_differ_by_at_most_one(
    lanes: Lanes, owed: dict[str, float], order: list[str]
) -> None:
    shown = balanced(lanes, owed, order).places
    for length in range(len(shown) + 1):
        counted = Counter(form for form, _ in shown[:length])
        with_more = [counted[form] for form in FORMS if counted[form] < len(lanes[form])]
        spoken_for = [counted[form] for form in FORMS if lanes[form]]
        if with_more:
            assert max(spoken_for) - min(with_more) <= 1


@given(lanes_of_any_size, debts, orders)
def test_everything_is_shown_once_in_its_forms_own_order_and_silence_is_never_filled(
    lanes: Lanes, owed: dict[str, float], order: list[str]
) -> None:
    shown = balanced(lanes, owed, order).places
    assert len(shown) == sum(map(len, lanes.values()))
    for form in FORMS:
        assert [piece for of, piece in shown if of == form] == lanes[form]


@given(lanes_of_any_size, debts, orders)
def test_what_is_gained_and_what_is_given_up_weigh_the_same(
    lanes: Lanes, owed: dict[str, float], order: list[str]
) -> None:
    after = balanced(lanes, owed, order).owed
    assert abs(sum(after.values()) - sum(owed.values())) < 1e-9
    for form in FORMS:
        if not lanes[form]:
            assert after.get(form, 0.0) == owed.get(form, 0.0)


@given(lanes_of_any_size, debts, orders)
def test_the_same_numbers_give_the_same_order(
    lanes: Lanes, owed: dict[str, float], order: list[str]
) -> None:
    assert balanced(lanes, owed, order) == balanced(lanes, owed, order)


@given(lanes_of_any_size, debts, orders)
def test_in_every_round_the_form_that_is_owed_most_comes_first(
    lanes: Lanes, owed: dict[str, float], order: list[str]
) -> None:
    shown = balanced(lanes, owed, order).places
    if shown:
        voiced = [form for form in FORMS if lanes[form]]
        assert owed.get(shown[0][0], 0.0) == max(owed.get(form, 0.0) for form in voiced)


def _stream(supply: dict[str, float], answers: int) -> tuple[Counter[str], dict[str, float]]:
    """First places, and attention got over attention due, over many answers of random supply."""
    drawn, owed = Random(7), dict.fromkeys(FORMS, 0.0)
    first: Counter[str] = Counter()
    got, due = dict.fromkeys(FORMS, 0.0), dict.fromkeys(FORMS, 0.0)
    for number in range(answers):
        lanes = {f: list(range(max(0, round(drawn.gauss(supply[f], 1.5))))) for f in FORMS}
        done = balanced(lanes, owed, ties(FORMS, str(number), "2026-11-25"))
        for place, (form, _) in enumerate(done.places, 1):
            got[form] += attention(place)
        for form in FORMS:  # what it got and what it is owed more than before make what was due
            due[form] += done.owed[form] - owed[form]
        owed = done.owed
        first.update(form for form, _ in done.places[:1])
    return first, {form: got[form] / (got[form] + due[form]) for form in FORMS}


def test_attention_is_even_over_a_thousand_answers_also_when_supply_is_not() -> None:
    for supply in (dict.fromkeys(FORMS, 4.0), dict(zip(FORMS, (5, 4, 3, 2, 1), strict=True))):
        _, shares = _stream(supply, 1000)
        assert min(shares.values()) / max(shares.values()) >= 0.95, shares


def test_forms_that_always_speak_stand_first_equally_often() -> None:
    """Chi-square over 1,000 answers: 13.28 is the 1 % point for four degrees of freedom."""
    first, _ = _stream(dict.fromkeys(FORMS, 6.0), 1000)
    assert sum((first[form] - 200) ** 2 / 200 for form in FORMS) < 13.28, first


@given(st.text(), st.dates())
def test_ties_are_drawn_from_the_situation_and_the_day(situation: str, day: object) -> None:
    order = ties(FORMS, situation, str(day))
    assert sorted(order) == sorted(FORMS)
    assert order == ties(FORMS, situation, str(day))
