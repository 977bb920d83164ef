"""The table of who answered what."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.reflection.opinions.counting import Counts, counted
from handlerum.reflection.opinions.votes import AGREE, DISAGREE, PASS, tabled
from reflection.opinions.planting import VOTES, Vote


def test_unseen_is_not_pass() -> None:
    votes = tabled([(1, 10, PASS), (2, 20, AGREE)])
    assert votes.cells[0, 0] == PASS
    assert np.isnan(votes.cells[0, 1])
    assert votes.seen.tolist() == [[True, False], [False, True]]
    assert counted(votes.cells) == [Counts(0, 0, 1), Counts(1, 0, 0)]


@given(VOTES, st.randoms(use_true_random=False))
def test_the_order_of_votes_does_not_matter(votes: list[Vote], chance: random.Random) -> None:
    mixed = chance.sample(votes, len(votes))
    one, other = tabled(votes), tabled(mixed)
    assert one.participants == other.participants == tuple(sorted({vote[0] for vote in votes}))
    assert one.statements == other.statements == tuple(sorted({vote[1] for vote in votes}))
    assert one.cells.tobytes() == other.cells.tobytes()


def test_the_same_vote_again_changes_nothing() -> None:
    votes = [(1, 10, AGREE), (2, 10, DISAGREE)]
    assert tabled(votes + votes).cells.tolist() == [[1], [-1]]


def test_two_answers_to_one_statement_are_refused() -> None:
    with pytest.raises(ValueError, match="two answers from 1 to 10"):
        tabled([(1, 10, AGREE), (1, 10, PASS)])


def test_an_answer_that_is_none_of_the_three_is_refused() -> None:
    with pytest.raises(ValueError, match=r"2 is not \+1, 0 or -1"):
        tabled([(1, 10, 2)])


def test_the_table_cannot_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        tabled([(1, 10, AGREE)]).cells[0, 0] = 0


def test_no_votes_are_an_empty_table() -> None:
    assert tabled([]).cells.shape == (0, 0)
