"""Statements placed on a line, and sums that are shared out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.reflection.opinions.allocations import Share, Uneven, checked, shares
from handlerum.reflection.opinions.lines import Spread, spread


def test_places_are_counted_in_tenths_of_the_line() -> None:
    assert spread([0, 9, 10, 55, 99, 100]) == Spread((2, 1, 0, 0, 0, 1, 0, 0, 0, 2), 32.5)


def test_fewer_than_five_places_are_not_shown() -> None:
    assert spread([1, 2, 3, 4]) is None


@pytest.mark.parametrize("place", [-1, 101])
def test_a_place_beside_the_line_is_refused(place: int) -> None:
    with pytest.raises(ValueError, match="0 to 100"):
        spread([place])


@given(st.lists(st.integers(0, 100), min_size=5), st.randoms(use_true_random=False))
def test_nobody_is_lost_whatever_the_order(places: list[int], chance: object) -> None:
    found = spread(places)
    assert found is not None
    assert found.answered == len(places)
    assert found == spread(reversed(places))


def test_an_allocation_must_add_up() -> None:
    checked({1: 60, 2: 40}, [1, 2, 3])
    with pytest.raises(Uneven) as missing:
        checked({1: 60, 2: 30}, [1, 2])
    assert missing.value.left == 10
    with pytest.raises(Uneven) as too_much:
        checked({1: 60, 2: 50}, [1, 2])
    assert too_much.value.left == -10


@pytest.mark.parametrize("parts", [{1: 110, 2: -10}, {9: 100}])
def test_an_allocation_holds_only_what_there_is_to_share(parts: dict[int, int]) -> None:
    with pytest.raises(ValueError, match=r"below nothing|unknown"):
        checked(parts, [1, 2])


def test_shares_are_mean_and_spread_and_what_is_left_out_is_nothing() -> None:
    given_ = [{1: 100}, {2: 100}, {1: 50, 2: 50}, {1: 50, 2: 50}, {1: 50, 2: 50}]
    assert shares(given_, [2, 1]) == (Share(2, 50, 31.62), Share(1, 50, 31.62))


def test_fewer_than_five_allocations_are_not_shown() -> None:
    assert shares([{1: 100}] * 4, [1]) is None
