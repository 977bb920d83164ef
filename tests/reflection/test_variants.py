"""A method can be made one's own, and nothing is lost on the way."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.reflection.rules import variants
from handlerum.reflection.rules.method import Method, Text
from handlerum.reflection.rules.methods import parse, shipped, written
from handlerum.reflection.rules.session_steps import MAX_INSTRUCTION, MAX_MINUTES, MAX_STEPS
from handlerum.reflection.rules.variants import Unfit
from reflection.method_text import METHOD

SAY = Text("Gå to og to.", "Walk in pairs.")
WALK = parse(METHOD, "walk.yaml")
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["skip", "repeat", "reorder", "prolong", "edit"]), st.integers(0, 99)
    ),
    max_size=12,
)


def keys(method: Method) -> list[str]:
    return [step.key for step in method.steps]


def changed(method: Method, how: str, number: int) -> Method:
    key = keys(method)[number % len(method.steps)]
    if how == "skip":
        return variants.without(method, key)
    if how == "repeat":
        return variants.repeated(method, key)
    if how == "reorder":
        order = keys(method)
        Random(number).shuffle(order)
        return variants.reordered(method, order)
    if how == "prolong":
        return variants.prolonged(method, key, number - 20)
    return variants.edited(method, key, SAY)


@given(st.sampled_from(list(shipped().values())), CHANGES)
def test_whatever_is_changed_it_stays_a_method(
    method: Method, changes: list[tuple[str, int]]
) -> None:
    many = len(method.steps)
    minutes = method.minutes
    now = method
    for how, number in changes:
        try:
            after = changed(now, how, number)
        except Unfit:
            continue
        many += {"skip": -1, "repeat": 1}.get(how, 0)
        if how in ("reorder", "edit"):
            assert after.minutes == now.minutes
        if how != "skip":
            assert set(keys(now)) <= set(keys(after))
        minutes += after.minutes - now.minutes
        now = after

    assert len(now.steps) == many == len(set(keys(now)))
    assert now.minutes == minutes == sum(step.minutes for step in now.steps)
    assert now.origin == ("" if now is method else method.key)
    assert parse(written(now), "variant.yaml") == now


def test_a_step_is_left_out() -> None:
    assert keys(variants.without(WALK, "walk")) == ["options_before"]


def test_a_repeated_step_follows_itself_under_a_new_key() -> None:
    twice = variants.repeated(variants.repeated(WALK, "options_before"), "options_before")

    assert keys(twice) == ["options_before", "options_before-3", "options_before-2", "walk"]
    assert twice.minutes == WALK.minutes + 6


def test_reordering_loses_no_step() -> None:
    assert keys(variants.reordered(WALK, ["walk", "options_before"])) == ["walk", "options_before"]
    assert Counter(keys(WALK)) == Counter(keys(variants.reordered(WALK, keys(WALK)[::-1])))


def test_a_step_takes_longer_and_says_something_else() -> None:
    longer = variants.edited(variants.prolonged(WALK, "walk", 10), "walk", SAY)

    assert longer.steps[1].minutes == 15
    assert longer.steps[1].instruction == SAY
    assert WALK.steps[1].minutes == 5


def test_a_variant_has_a_name_of_its_own_and_remembers_the_first_method() -> None:
    first = variants.renamed(WALK, "our-walk", Text("Vores tur", "Our walk"))
    second = variants.renamed(variants.without(first, "walk"), "shorter", first.name)

    assert (first.key, first.origin) == ("our-walk", "short-walk")
    assert (second.key, second.origin) == ("shorter", "short-walk")


def full() -> Method:
    method = WALK
    while len(method.steps) < MAX_STEPS:
        method = variants.repeated(method, "walk")
    return method


@pytest.mark.parametrize(
    "change",
    [
        lambda: variants.without(WALK, "swim"),
        lambda: variants.without(variants.without(WALK, "walk"), "options_before"),
        lambda: variants.repeated(full(), "walk"),
        lambda: variants.reordered(WALK, ["walk"]),
        lambda: variants.reordered(WALK, ["walk", "walk"]),
        lambda: variants.prolonged(WALK, "walk", MAX_MINUTES),
        lambda: variants.prolonged(WALK, "walk", -6),
        lambda: variants.edited(WALK, "walk", Text("Gå.", " ")),
        lambda: variants.edited(WALK, "walk", Text("Gå.", "x" * (MAX_INSTRUCTION + 1))),
    ],
)
def test_what_would_leave_no_method_is_refused(change: object) -> None:
    with pytest.raises(Unfit):
        change()  # type: ignore[operator]
