"""An answer as numbers, and its order made again from them. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from handlerum.search.rules.balance import Balanced, balanced
from handlerum.search.rules.fusing import Candidate


@dataclass(frozen=True, slots=True)
class Given:
    """What decided an answer's order.

    `lanes` holds the pieces of each form, best first, as (number, chance, words, meaning);
    `owed` what each form was owed before; `ties` the order of forms that are owed the same;
    `silent` how many were looked through for each silent form.
    """

    lanes: Mapping[str, Sequence[tuple[int, float, float, float | None]]]
    owed: Mapping[str, float]
    ties: Sequence[str]
    silent: Mapping[str, int]
    encoder: str
    fit: str
    limit: int


def given(
    chosen: Mapping[str, Sequence[Candidate]],
    owed: Mapping[str, float],
    ties: Sequence[str],
    silent: Mapping[str, int],
    **how: Any,
) -> Given:
    """An answer as numbers; `how` names encoder, fit and limit."""
    lanes = {form: [_numbers(one) for one in pieces] for form, pieces in chosen.items() if pieces}
    return Given(lanes, dict(owed), list(ties), dict(silent), **how)


def as_told(answer: Given) -> dict[str, Any]:
    """The answer as it is stored."""
    return asdict(answer)


def from_told(told: Mapping[str, Any]) -> Given:
    """A stored answer."""
    lanes = {form: [tuple(piece) for piece in pieces] for form, pieces in told["lanes"].items()}
    return Given(**{**told, "lanes": lanes})


def order_of(answer: Given) -> Balanced[tuple[int, float, float, float | None]]:
    """The order of an answer's pieces, made again, and what each form was owed after it."""
    return balanced(answer.lanes, answer.owed, answer.ties)


def _numbers(one: Candidate) -> tuple[int, float, float, float | None]:
    meaning = None if one.meaning is None else round(one.meaning, 4)
    return (one.id, round(one.chance, 4), round(one.words, 4), meaning)
