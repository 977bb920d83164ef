"""Dilemmas for the tests of the room, and what a test looks at afterwards."""

from typing import Any

from cast import Cast
from handlerum.dilemmas.models import (
    Choice,
    Consequence,
    Consideration,
    Dilemma,
    Dismissed,
    FalseTest,
    Follow,
    Option,
    Side,
    Weighing,
)
from handlerum.dilemmas.services import add_option, choose, make
from handlerum.dilemmas.telling import ChoiceTelling, ConsiderationTelling, DilemmaTelling
from handlerum.trail.models import Entry

TABLES = (
    *(Dilemma, Consideration, Side, Weighing, Option, Consequence),
    *(Choice, FalseTest, Follow, Dismissed, Entry),
)


def rows() -> list[list[dict[str, Any]]]:
    """Every row of the room and the trail."""
    return [list(table.objects.order_by("id").values()) for table in TABLES]


def asked(**changed: Any) -> DilemmaTelling:
    """A dilemma for the whole organisation; name what should differ."""
    told = {
        "question": "Skal vi sige alt til arbejdsgiveren?",
        "text": "Hun vil gerne selv fortælle, og starten bliver tryggere, hvis de ved det.",
        "audience": "organisation",
    }
    return DilemmaTelling(**{**told, **changed})


def trust(**changed: Any) -> ConsiderationTelling:
    """The first consideration."""
    told = {"name": "Borgerens ret til at bestemme", "bearer": "citizen", "at_stake": "Tilliden."}
    return ConsiderationTelling(**{**told, **changed})


def safety(**changed: Any) -> ConsiderationTelling:
    """The second consideration."""
    told = {"name": "En tryg start på arbejdet", "bearer": "employer", "at_stake": "Jobbet."}
    return ConsiderationTelling(**{**told, **changed})


def made(cast: Cast, by: str = "anna", **changed: Any) -> Dilemma:
    """A dilemma with two sides by one of the cast."""
    if changed.get("audience") == "team":
        changed.setdefault("team_id", min(cast.reader(by).team_ids))
    return make(cast.reader(by), asked(**changed), [trust(), safety()])


def side_ids(dilemma: Dilemma) -> list[int]:
    """Its sides in order."""
    return list(dilemma.sides.values_list("id", flat=True))


def with_options(cast: Cast, dilemma: Dilemma, many: int = 3, by: str = "anna") -> list[Option]:
    """Options of one of the cast."""
    return [add_option(cast.reader(by), dilemma.id, f"Mulighed {n}") for n in range(1, many + 1)]


def choice(dilemma: Dilemma, option: Option, **changed: Any) -> ChoiceTelling:
    """A complete choice of that option, owing something to the second consideration."""
    told = {
        "option_id": option.id,
        "reasons": "Hun skal selv kunne fortælle det.",
        "residue": "Vi skylder arbejdsgiveren et opkald efter en uge.",
        "owed_to": dilemma.sides.all()[1].consideration_id,
    }
    return ChoiceTelling(**{**told, **changed})


def chosen(cast: Cast, dilemma: Dilemma) -> Choice:
    """A choice among three options by the owner."""
    option = with_options(cast, dilemma)[0]
    return choose(cast.reader("anna"), dilemma.id, choice(dilemma, option))
