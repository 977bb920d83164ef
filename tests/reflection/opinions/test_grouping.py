"""Groups of people who stand close together."""

import random

import numpy as np
import pytest
from bench.opinions import adjusted_rand, our_groups, synthetic
from hypothesis import given
from hypothesis import strategies as st

from handlerum.reflection.opinions.grouping import MOST_GROUPS, SMALLEST, grouped

POINT = st.tuples(st.integers(-50, 50), st.integers(-50, 50))
POINTS = st.lists(POINT, min_size=1, max_size=40)


def cloud(middle: tuple[float, float], people: int) -> list[tuple[float, float]]:
    """People around a place."""
    chance = random.Random(people)
    return [tuple(chance.gauss(at, 0.3) for at in middle) for _ in range(people)]  # type: ignore[misc]


@given(POINTS)
def test_there_are_five_groups_at_the_most_and_none_is_under_three(
    points: list[tuple[int, int]],
) -> None:
    groups = grouped(np.array(points, dtype=float))
    assert 1 <= groups.number <= MOST_GROUPS
    assert set(groups.of.tolist()) == set(range(groups.number))
    if groups.number > 1:
        assert np.bincount(groups.of).min() >= SMALLEST


@given(POINTS, st.randoms(use_true_random=False))
def test_the_order_of_people_does_not_matter(
    points: list[tuple[int, int]], chance: random.Random
) -> None:
    order = chance.sample(range(len(points)), len(points))
    places = np.array(points, dtype=float)
    one, other = grouped(places), grouped(places[order])
    assert one.of[order].tolist() == other.of.tolist()
    assert one.clear == other.clear


@pytest.mark.parametrize("number", [2, 3, 4, 5])
def test_as_many_groups_are_found_as_there_are(number: int) -> None:
    middles = [(0.0, 0.0), (9.0, 0.0), (0.0, 9.0), (9.0, 9.0), (20.0, 4.0)][:number]
    points = [point for n, middle in enumerate(middles) for point in cloud(middle, 20 - 2 * n)]
    groups = grouped(np.array(points))
    assert groups.of.tolist() == [n for n in range(number) for _ in range(20 - 2 * n)]


def test_two_who_stand_apart_are_joined_with_the_nearest_group() -> None:
    points = cloud((0.0, 0.0), 10) + cloud((9.0, 0.0), 8) + [(12.0, 0.0), (12.1, 0.0)]
    groups = grouped(np.array(points))
    assert groups.of.tolist() == [0] * 10 + [1] * 10 or groups.of.tolist() == [1] * 10 + [0] * 10


def test_people_in_one_place_are_one_group() -> None:
    assert grouped(np.zeros((20, 2))).number == 1


@pytest.mark.parametrize("seed", range(5))
def test_planted_groups_are_found(seed: int) -> None:
    votes, planted = synthetic(120, 60, seed)
    found = our_groups(votes)
    assert len(found) == 120
    assert adjusted_rand([(planted[who], group) for who, group in found.items()]) > 0.9
