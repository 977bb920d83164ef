"""Dilemmas that contributions hint at: where they pull apart. Suggested, never made. Pure."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Pattern(StrEnum):
    """What was seen; `words.py` says it on screen."""

    OPPOSITE = "opposite"
    CHALLENGED = "challenged"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two contributions that pull apart, and on which topic where that is what they share.

    `first` and `second` are ids. With OPPOSITE, `first` succeeded and `second` failed, and
    `others` counts the further contributions on the topic that did either. With CHALLENGED,
    `first` contradicts `second`. `fingerprint` stays the same from day to day, so that a
    suggestion can be put aside for good.
    """

    pattern: Pattern
    first: int
    second: int
    fingerprint: str
    topic: str = ""
    others: int = 0


def suggestions(
    outcomes: Iterable[tuple[str, int, str]],
    challenges: Iterable[tuple[int, int]],
    dismissed: frozenset[str] = frozenset(),
) -> list[Suggestion]:
    """What could be a dilemma, contradictions first, and in the order of what was given.

    Args:
        outcomes: (topic, contribution, outcome), the newest first.
        challenges: (contribution, the one it contradicts).
        dismissed: fingerprints that are not to come back.
    """
    found = [*_challenged(challenges), *_opposite(outcomes)]
    unlike = {one.fingerprint: one for one in found}
    return [one for fingerprint, one in unlike.items() if fingerprint not in dismissed]


def _challenged(challenges: Iterable[tuple[int, int]]) -> list[Suggestion]:
    return [
        Suggestion(
            Pattern.CHALLENGED,
            first,
            second,
            _fingerprint(Pattern.CHALLENGED, *sorted((first, second))),
        )
        for first, second in challenges
    ]


def _opposite(outcomes: Iterable[tuple[str, int, str]]) -> list[Suggestion]:
    """One for each topic with both outcomes: the newest that succeeded, the newest that failed."""
    ended: dict[str, dict[str, list[int]]] = {}
    for topic, contribution, outcome in outcomes:
        ended.setdefault(topic, {}).setdefault(outcome, []).append(contribution)
    found = []
    for topic, by in ended.items():
        good, bad = by.get("succeeded", []), by.get("failed", [])
        if good and bad:
            mark = _fingerprint(Pattern.OPPOSITE, topic)
            others = len(good) + len(bad) - 2
            found.append(Suggestion(Pattern.OPPOSITE, good[0], bad[0], mark, topic, others))
    return found


def _fingerprint(pattern: Pattern, *parts: object) -> str:
    said = "\0".join([pattern, *map(str, parts)])
    return hashlib.sha256(said.encode()).hexdigest()[:32]
