"""A walk through what led to what: bounded, safe from circles, and silent of what is hidden."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from handlerum.insight.rules.drawing import drawn
from handlerum.insight.rules.paths import (
    MOST_FROM_ONE,
    MOST_STEPS,
    MOST_THINGS,
    How,
    Kind,
    Look,
    Path,
    Place,
    Step,
    walk,
)

BEGUN = datetime(2026, 1, 1, tzinfo=UTC)


def place(number: int, kind: Kind = Kind.CONTRIBUTION) -> Place:
    return Place(kind, number)


def step(origin: int, target: int) -> Step:
    return Step(place(origin), place(target), How.LINKED, BEGUN + timedelta(days=origin))


def walked(steps: list[Step], start: int = 1, hidden: Iterable[int] = ()) -> Path:
    unseen = {place(number) for number in hidden}

    def looker(near: str, far: str) -> Look:
        def look(places: Iterable[Place]) -> tuple[list[Step], set[Place]]:
            here = set(places)
            found = [one for one in steps if getattr(one, near) in here]
            return found, {getattr(one, far) for one in found} - unseen

        return look

    return walk(place(start), looker("origin", "target"), looker("target", "origin"))


def numbers(path: Path) -> list[int]:
    return [stop.place.id for stop in path.stops]


def test_what_led_to_it_stands_before_it_and_what_came_of_it_after() -> None:
    path = walked([step(1, 2), step(2, 3), step(3, 4)], start=2)

    assert numbers(path) == [1, 2, 3, 4]
    assert [stop.distance for stop in path.stops] == [-1, 0, 1, 2]


def test_a_circle_ends() -> None:
    path = walked([step(1, 2), step(2, 3), step(3, 1)])

    assert sorted(numbers(path)) == [1, 2, 3]


def test_what_may_not_be_seen_is_counted_once_and_not_walked_beyond() -> None:
    path = walked([step(1, 2), step(1, 2), step(2, 3), step(1, 4)], hidden=[2])

    assert numbers(path) == [1, 4]
    assert path.hidden == 1


def test_many_out_of_one_are_counted() -> None:
    path = walked([step(1, number) for number in range(2, 22)])

    assert len(path.after) == MOST_FROM_ONE
    assert path.start.more == 20 - MOST_FROM_ONE


def test_a_long_path_is_cut() -> None:
    path = walked([step(number, number + 1) for number in range(1, 40)])

    assert len(path.after) == MOST_STEPS


NUMBERS = st.integers(1, 12)
STEPS = st.lists(st.builds(step, NUMBERS, NUMBERS), max_size=60)


@given(STEPS, NUMBERS, st.sets(NUMBERS, max_size=4))
def test_everything_stands_once_and_nothing_hidden_stands_at_all(
    steps: list[Step], start: int, hidden: set[int]
) -> None:
    path = walked(steps, start, hidden - {start})

    assert len(set(numbers(path))) == len(numbers(path)) <= MOST_THINGS + 1
    assert not set(numbers(path)) & (hidden - {start})


@given(STEPS, NUMBERS)
def test_a_drawing_has_everything_on_the_path_each_at_its_own_height(
    steps: list[Step], start: int
) -> None:
    path = walked(steps, start)

    drawing = drawn(path, lambda one: f"Nr. {one.id}")

    assert {dot.place for dot in drawing.dots} == {stop.place for stop in path.stops}
    assert len({dot.y for dot in drawing.dots}) == len(drawing.dots)
    assert len(drawing.lines) == len(drawing.dots) - 1
