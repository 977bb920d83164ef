"""Where people stand on the two axes."""

import numpy as np
import pytest

from handlerum.reflection.opinions.projecting import projected
from handlerum.reflection.opinions.votes import AGREE, DISAGREE, tabled
from reflection.opinions.planting import planted


def test_the_axes_are_the_strongest_directions_of_what_is_complete() -> None:
    votes, _ = planted(60, seen=1.0)
    table = tabled(votes)
    centred = table.cells - table.cells.mean(axis=0)
    _, _, rows = np.linalg.svd(centred, full_matrices=False)
    for axis, row in zip(projected(table).axes, rows, strict=False):
        assert abs(float(axis @ row)) == pytest.approx(1, abs=1e-9)


def test_the_largest_pull_on_an_axis_is_positive() -> None:
    for axis in projected(tabled(planted(40)[0])).axes:
        assert axis[np.abs(axis).argmax()] > 0


def test_who_answered_few_is_moved_out_by_the_root_of_how_few() -> None:
    all_ = [(p, s, AGREE if p % 2 else DISAGREE) for p in range(1, 21) for s in range(1, 29)]
    some = [vote for vote in all_ if vote[0] != 1 or vote[1] <= 7]
    plane = projected(tabled(some))
    assert abs(plane.places[0, 0]) == pytest.approx(abs(plane.places[2, 0]) / 2, rel=0.1)


def test_who_answered_fewer_than_seven_is_not_placed() -> None:
    votes, _ = planted(20, statements=12, seen=1.0)
    table = tabled([vote for vote in votes if vote[0] != 5 or vote[1] <= 6])
    assert 4 not in projected(table).rows
    assert len(projected(table).rows) == 19


def test_everybody_stands_in_the_middle_when_all_agree() -> None:
    plane = projected(tabled([(p, s, AGREE) for p in range(9) for s in range(9)]))
    assert not plane.places.any()
    assert not plane.axes.any()


def test_one_statement_alone_gives_one_axis() -> None:
    plane = projected(tabled([(p, 1, AGREE if p < 4 else DISAGREE) for p in range(8)]))
    assert plane.places[:, 0].tolist() == [1.0] * 4 + [-1.0] * 4
    assert not plane.places[:, 1].any()
