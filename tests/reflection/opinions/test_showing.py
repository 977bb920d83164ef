"""What may be shown of the votes."""

import random
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.reflection.opinions.drawing import HEIGHT, WIDTH
from handlerum.reflection.opinions.showing import ENOUGH_ANSWERS, Shown, own_groups, shown
from handlerum.reflection.opinions.votes import AGREE, PASS, tabled
from reflection.opinions.planting import VOTES, Vote, planted


def of(votes: list[Vote]) -> Shown:
    """What is shown of the votes."""
    return shown(tabled(votes))


@given(VOTES, st.randoms(use_true_random=False))
def test_the_order_of_votes_never_matters(votes: list[Vote], chance: random.Random) -> None:
    assert of(votes) == of(chance.sample(votes, len(votes)))


@given(VOTES, st.permutations(range(1, 15)))
def test_who_gave_which_answers_never_matters(votes: list[Vote], names: list[int]) -> None:
    assert of(votes) == of([(100 + names[who - 1], what, how) for who, what, how in votes])


@pytest.mark.parametrize("people", [30, 200])
def test_renaming_people_moves_nobody_to_another_group(people: int) -> None:
    votes, _ = planted(people)
    renamed = tabled([(1000 - who, what, how) for who, what, how in votes])
    table = tabled(votes)
    assert shown(table) == shown(renamed)
    assert own_groups(table) == {1000 - who: group for who, group in own_groups(renamed).items()}


@given(VOTES)
def test_below_eight_people_there_are_no_groups(votes: list[Vote]) -> None:
    few = [vote for vote in votes if vote[0] <= 7]
    assert of(few).map is None


def test_seven_who_could_be_two_groups_are_not_grouped_and_the_eighth_makes_a_map() -> None:
    votes, _ = planted(8, groups=2)
    assert of([vote for vote in votes if vote[0] != 8]).map is None
    found = of(votes).map
    assert found is not None
    assert [group.ellipse.members for group in found.groups] == [4, 4]


@given(VOTES)
def test_a_statement_with_fewer_than_five_answers_is_hidden(votes: list[Vote]) -> None:
    for statement in of(votes).statements:
        answered = sum(1 for _, what, _ in votes if what == statement.id)
        assert (statement.counts is None) == (answered < ENOUGH_ANSWERS)
        assert statement.counts is None or statement.counts.answered == answered


@given(VOTES)
def test_no_one_to_four_answers_can_be_told_from_the_groups(votes: list[Vote]) -> None:
    found = of(votes)
    if found.map is None:
        return
    for statement in found.statements:
        told = [
            group.counts[statement.id] for group in found.map.groups if statement.id in group.counts
        ]
        assert all(counts.answered >= ENOUGH_ANSWERS for counts in told)
        if told:
            assert statement.counts is not None
            left = statement.counts.answered - sum(counts.answered for counts in told)
            assert left == 0 or left >= ENOUGH_ANSWERS


def test_a_hidden_statement_neither_unites_nor_tells_apart() -> None:
    votes, _ = planted(40)
    found = of([vote for vote in votes if vote[1] != 1 or vote[0] <= 4]).map
    assert found is not None
    assert 1 not in {one.statement for one in found.unites}
    assert 1 not in {one.statement for group in found.groups for one in group.apart}


def test_what_everybody_agrees_with_unites() -> None:
    found = of(planted(60)[0]).map
    assert found is not None
    assert found.unites[0].statement == 1
    assert found.unites[0].agree
    assert all(group.apart for group in found.groups)


def test_the_map_fits_in_the_picture_and_has_two_decimals() -> None:
    found = of(planted(90)[0]).map
    assert found is not None
    assert [group.ellipse.label for group in found.groups] == ["A", "B", "C"]
    for ellipse in (group.ellipse for group in found.groups):
        assert ellipse.rx <= ellipse.x <= WIDTH - ellipse.rx
        assert ellipse.ry <= ellipse.y <= HEIGHT - ellipse.ry
        assert all(
            round(one, 2) == one for one in asdict(ellipse).values() if isinstance(one, float)
        )


def test_no_participant_is_named() -> None:
    votes = [(who + 987_000, what, how) for who, what, how in planted(40)[0]]
    assert "987" not in repr(of(votes))


def test_who_voted_on_too_little_is_counted_and_has_no_group() -> None:
    votes = [*planted(40)[0], (99, 1, PASS), (99, 2, AGREE)]
    found = of(votes).map
    assert found is not None
    assert found.elsewhere == 1
    assert sum(group.ellipse.members for group in found.groups) == 40
    assert set(own_groups(tabled(votes))) == set(range(1, 41))


def test_no_votes_show_nothing() -> None:
    assert of([]) == Shown(0, (), None)


def test_another_process_with_other_threads_gives_the_same_bits() -> None:
    program = (
        "from reflection.opinions.planting import planted\n"
        "from handlerum.reflection.opinions.projecting import projected\n"
        "from handlerum.reflection.opinions.votes import tabled\n"
        "print(projected(tabled(planted(300, 60)[0])).places.tobytes().hex())"
    )
    tests = Path(__file__).parents[2]
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONPATH": f"{tests}:{tests.parent / 'src'}", "OPENBLAS_NUM_THREADS": threads},
            capture_output=True,
            check=True,
        ).stdout
        for threads in ("1", "2")
    }
    assert len(runs) == 1
