"""Measures of ranking. Pure.

nDCG with gain 2^grade - 1 and discount 1 / log2(1 + place) (Järvelin and Kekäläinen 2002; Burges
and others 2005); recall counts grades of 2 and 3; intervals by bootstrap over situations (Efron
1979).
"""

import math
import random
from collections.abc import Mapping, Sequence

from bench.judged import RELEVANT


def ndcg(ranked: Sequence[int], grades: Mapping[int, int], most: int = 10) -> float | None:
    """nDCG of a ranking; None where nothing has a grade."""
    best = _gain(sorted(grades.values(), reverse=True)[:most])
    if not best:
        return None
    return _gain([grades.get(id_, 0) for id_ in ranked[:most]]) / best


def recall(ranked: Sequence[int], grades: Mapping[int, int], most: int = 20) -> float | None:
    """The share of relevant pieces among the first; None where nothing is relevant."""
    right = {id_ for id_, grade in grades.items() if grade >= RELEVANT}
    if not right:
        return None
    return len(right & set(ranked[:most])) / min(len(right), most)


def mean(values: Sequence[float]) -> float:
    """The mean; 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def interval(values: Sequence[float], draws: int = 1000) -> tuple[float, float]:
    """The middle 95 % of means of samples drawn again."""
    if not values:
        return (0.0, 0.0)
    drawn = random.Random(1)
    means = sorted(mean(drawn.choices(values, k=len(values))) for _ in range(draws))
    return means[int(0.025 * draws)], means[int(0.975 * draws)]


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(2 + at) for at, grade in enumerate(grades))
