"""What unites the groups, and what tells each one apart."""

import pytest

from handlerum.reflection.opinions.counting import Counts
from handlerum.reflection.opinions.uniting import above_half, apart, differing, uniting

MOSTLY, HARDLY, SPLIT = Counts(18, 1, 1), Counts(1, 18, 1), Counts(10, 10, 0)


def test_what_most_in_every_group_say_unites_the_strongest_first() -> None:
    groups = {
        1: [MOSTLY, Counts(6, 2, 2)],
        2: [MOSTLY, HARDLY],
        3: [HARDLY, HARDLY],
        4: [MOSTLY, SPLIT],
        5: [MOSTLY, MOSTLY],
    }
    found = [(one.statement, one.agree) for one in uniting(groups)]
    assert found == [(3, False), (5, True), (1, True)]


def test_a_pass_is_not_agreement() -> None:
    assert uniting({1: [Counts(5, 0, 5), MOSTLY]}) == []


def test_a_group_that_hardly_answered_unites_with_nobody() -> None:
    assert uniting({1: [MOSTLY, Counts(2, 0, 0)]}) == []


def test_what_a_group_alone_says_tells_it_apart() -> None:
    groups = {1: [MOSTLY, HARDLY, HARDLY], 2: [MOSTLY, MOSTLY, MOSTLY], 3: [SPLIT, SPLIT, SPLIT]}
    assert [(one.statement, one.agree) for one in apart(groups, 0)] == [(1, True)]
    assert [(one.statement, one.agree) for one in apart(groups, 1)] == [(1, False)]


def test_a_group_is_not_told_by_what_few_in_it_say() -> None:
    assert apart({1: [Counts(8, 6, 6), Counts(0, 20, 0)]}, 0) == []


def test_five_things_at_the_most_tell_a_group_apart() -> None:
    groups = {number: [MOSTLY, HARDLY] for number in range(9)}
    assert [one.statement for one in apart(groups, 0)] == [0, 1, 2, 3, 4]


def test_the_tests_are_those_of_one_and_two_proportions() -> None:
    # with one added to each number: 16/20 and 10/20, pooled 26/40
    assert differing((15, 19), (9, 19)) == pytest.approx(0.3 / (0.65 * 0.35 * 0.1) ** 0.5)
    assert differing((9, 9), (4, 4)) == 0
    assert above_half(15, 19) == pytest.approx(2 * 20**0.5 * 0.3)
