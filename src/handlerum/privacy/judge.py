"""How much a text tells at once: details that together may point to a person. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from handlerum.privacy.blur import Choice, Decision
from handlerum.privacy.entities import Found
from handlerum.privacy.terms import Kind


class Level(StrEnum):
    """How easily somebody who knows the person could recognise them."""

    FEW = "few"
    SOME = "some"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Combined:
    """The kinds of details that would be kept, and how many details there are."""

    kinds: tuple[Kind, ...]
    count: int

    @property
    def level(self) -> Level:
        """Few for one detail, some up to three kinds, many above.

        The limits are a rule of thumb: two or three indirect details are often enough to single a
        person out of a town (Sweeney 2000 found date of birth, sex and postcode to do so).
        """
        if self.count < 2:
            return Level.FEW
        return Level.SOME if len(self.kinds) < 4 else Level.MANY


def combined(found: Iterable[Found], decisions: Mapping[str, Decision]) -> Combined:
    """The details that the text would still tell after the decisions; what is direct is none."""
    kept = [
        one
        for one in found
        if not one.direct and decisions.get(one.key, Decision()).choice == Choice.KEEP
    ]
    return Combined(tuple(dict.fromkeys(one.kind for one in kept)), len(kept))
