"""The rankers that are compared on the judged collection: each orders one form's pieces."""

from collections.abc import Callable, Mapping

from bench.judged import Situation
from bench.judged.features import Features
from handlerum.search.fitted import Fit, fit_of, words_fit

#: Orders the pieces of one form for a situation, the best first; pieces it cannot find left out.
Ranker = Callable[[Situation, str], list[int]]
_CONSTANT = 60  # of reciprocal ranks


def rankers(features: Features) -> Mapping[str, Ranker]:
    """Words, meaning, both as fitted, and both by reciprocal rank."""
    fit = fit_of(features.encoder) or words_fit()
    return {
        "words (BM25, stems, parts of compounds)": lambda s, f: by_words(features, s, f),
        "pure e5": lambda s, f: by_meaning(features, s, f),
        "handlerum": lambda s, f: fused(features, fit, s, f),
        "RRF": lambda s, f: by_ranks(features, s, f),
    }


def by_words(features: Features, situation: Situation, form: str) -> list[int]:
    """By share of words alone."""
    scores = features.scores(situation, form)
    found = [id_ for id_, (words, _) in scores.items() if words > 0]
    return sorted(found, key=lambda id_: -scores[id_][0])


def by_meaning(features: Features, situation: Situation, form: str) -> list[int]:
    """By cosine alone."""
    scores = features.scores(situation, form)
    return sorted(scores, key=lambda id_: -scores[id_][1])


def fused(features: Features, fit: Fit, situation: Situation, form: str) -> list[int]:
    """By the fitted combination."""
    scores = features.scores(situation, form)
    weight = fit.forms[form].weight

    def score(id_: int) -> float:
        words, meaning = scores[id_]
        return weight * words + (1 - weight) * meaning

    return sorted(scores, key=lambda id_: -score(id_))


def by_ranks(features: Features, situation: Situation, form: str) -> list[int]:
    """By reciprocal ranks (Cormack, Clarke and Büttcher 2009)."""
    score: dict[int, float] = {}
    for ranked in (by_words(features, situation, form), by_meaning(features, situation, form)):
        for place, id_ in enumerate(ranked, 1):
            score[id_] = score.get(id_, 0.0) + 1 / (_CONSTANT + place)
    return sorted(score, key=lambda id_: -score[id_])
