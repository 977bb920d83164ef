"""`make fit-search`: fit weights, curves and thresholds on half of the judged collection.

Writes one file for words alone and one for the encoder of HANDLERUM_ENCODER into
src/handlerum/search/fits, with the fingerprint of the data. The other half is for measuring
(bench/search). Vectors are computed anew each time; some minutes on two cores.
"""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import isotonic_regression

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handlerum.config.settings")

#: Of all that is shown, at most this share may be beside the point.
ERROR = 0.2
FITS = ROOT / "src" / "handlerum" / "search" / "fits"

#: One candidate: share of words, cosine, grade.
Row = tuple[float, float, int]


def main() -> None:
    """Fit, say how well, and write."""
    import django

    django.setup()
    from bench.judged import collection
    from bench.judged.features import Features
    from django.conf import settings

    from handlerum.search.meaning.encoders import encoder

    judged = collection()
    half, _ = judged.halves()
    for reading in (encoder("none"), encoder(settings.HANDLERUM_ENCODER)):
        features = Features(judged, reading)
        forms = {
            form: _fit(form, [features.rows(one, form) for one in half]) for form in features.forms
        }
        told = {
            "encoder": reading.name,
            "data": judged.fingerprint,
            "situations": len(half),
            "error": ERROR,
            "centre": [round(float(x), 6) for x in features.centre],
            "asked_centre": [round(float(x), 6) for x in features.asked_centre],
            "forms": forms,
        }
        FITS.mkdir(exist_ok=True)
        from handlerum.search.fitted import file_name

        path = FITS / file_name(reading.name)
        path.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
        print(f"written: {path.relative_to(ROOT)}")


def _fit(form: str, situations: list[list[Row]]) -> dict[str, Any]:
    """Weight by nDCG, curve by isotonic regression, threshold by risk."""
    weights = [n / 20 for n in range(21)]
    blind = not any(row[1] for rows in situations for row in rows)
    weight = 1.0 if blind else max(weights, key=lambda w: _quality(situations, w))
    scored = sorted(
        (weight * words + (1 - weight) * meaning, grade >= 2)
        for rows in situations
        for words, meaning, grade in rows
    )
    scores, chances = _curve([s for s, _ in scored], [float(right) for _, right in scored])
    threshold = _threshold(situations, weight, scores, chances)
    print(
        f"{form:11} weight {weight:.2f} threshold {threshold:.3f} nDCG@10 "
        f"{_quality(situations, weight):.3f}"
    )
    return {
        "weight": weight,
        "scores": [round(s, 5) for s in scores],
        "chances": [round(c, 5) for c in chances],
        "threshold": round(threshold, 5),
    }


def _quality(situations: list[list[Row]], weight: float) -> float:
    from bench.judged.measures import mean, ndcg

    values = []
    for rows in situations:
        grades = {at: row[2] for at, row in enumerate(rows)}
        order = sorted(grades, key=lambda at: -(weight * rows[at][0] + (1 - weight) * rows[at][1]))
        value = ndcg(order, {at: grade for at, grade in grades.items() if grade})
        if value is not None:
            values.append(value)
    return mean(values)


def _curve(scores: Sequence[float], right: Sequence[float]) -> tuple[list[float], list[float]]:
    """Corners of the rising curve, with a little rise everywhere so that it never ties."""
    fitted = isotonic_regression(np.array(right)).x
    corners = [
        at
        for at in range(len(scores))
        if at in (0, len(scores) - 1)
        or fitted[at] != fitted[at - 1]
        or fitted[at] != fitted[at + 1]
    ]
    return [scores[at] for at in corners], [float(fitted[at]) for at in corners]


def _threshold(
    situations: list[list[Row]], weight: float, scores: list[float], chances: list[float]
) -> float:
    """The least chance at which what is shown keeps the promised error.

    Conformal risk control (Angelopoulos and others, 2024): the mean loss of n situations, counted
    with one more that is wholly wrong, stays under the error. The loss of a situation is the share
    of what it shows (at most four pieces) that is beside the point; showing nothing costs nothing.
    """
    losses = []
    for rows in situations:
        ranked = sorted(
            ((weight * w + (1 - weight) * m, grade) for w, m, grade in rows), reverse=True
        )[:4]
        losses.append([(float(np.interp(s, scores, chances)), grade < 2) for s, grade in ranked])
    levels = sorted({chance for one in losses for chance, _ in one})
    n = len(losses)
    for level in levels:
        risks = [[wrong for chance, wrong in one if chance >= level] for one in losses]
        risk = sum(sum(one) / len(one) for one in risks if one)
        if (risk + 1) / (n + 1) <= ERROR:
            return level
    return max(levels, default=1.0)


if __name__ == "__main__":
    main()
