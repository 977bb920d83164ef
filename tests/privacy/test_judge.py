"""How much a text tells at once."""

import pytest

from handlerum.privacy.blur import Choice, Decision
from handlerum.privacy.entities import Found
from handlerum.privacy.judge import Level, combined
from handlerum.privacy.terms import Kind

KINDS = [Kind.AGE, Kind.PLACE, Kind.EMPLOYER, Kind.DATE]


def found(kinds: list[Kind]) -> list[Found]:
    """One thing of each kind."""
    return [Found(f"{kind}:{n}", kind, "x", "y") for n, kind in enumerate(kinds)]


@pytest.mark.parametrize(
    ("count", "level"),
    [(0, Level.FEW), (1, Level.FEW), (2, Level.SOME), (3, Level.SOME), (4, Level.MANY)],
)
def test_more_kinds_at_once_are_easier_to_recognise(count: int, level: Level) -> None:
    told = found(KINDS[:count])

    assert combined(told, {one.key: Decision(Choice.KEEP) for one in told}).level == level


def test_what_is_blurred_tells_nothing() -> None:
    assert combined(found(KINDS), {}).count == 0


def test_two_towns_are_two_details_of_one_kind() -> None:
    told = found([Kind.PLACE, Kind.PLACE])
    kept = combined(told, {one.key: Decision(Choice.KEEP) for one in told})

    assert (kept.count, kept.kinds, kept.level) == (2, (Kind.PLACE,), Level.SOME)
