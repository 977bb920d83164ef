"""Names of persons of every origin, to fill templates and to swap into real sentences."""

import csv
import random
from dataclasses import dataclass
from pathlib import Path

from lists import group, lists

#: Origins that the statistics hold few of.
FIRSTS, LASTS = group("first"), group("last")


@dataclass
class People:
    """Draws names: half as they are borne, half flatter, so that rare names are learned too."""

    firsts: list[str]
    lasts: list[str]
    first_weights: list[list[float]]
    last_weights: list[list[float]]

    def first(self, dice: random.Random) -> tuple[str, str]:
        """A first name, and where it is from."""
        if dice.random() < 0.35:
            origin = dice.choice(list(FIRSTS))
            return dice.choice(FIRSTS[origin]), origin
        weights = dice.choice(self.first_weights)
        return dice.choices(self.firsts, cum_weights=weights)[0], ""

    def last(self, dice: random.Random, origin: str = "") -> str:
        """A last name, mostly from where the first name is from."""
        if origin and dice.random() < 0.8:
            return dice.choice(LASTS[origin])
        if not origin and dice.random() < 0.08:
            return dice.choice(lists()["famous"])
        if dice.random() < 0.15:
            return dice.choice(LASTS[dice.choice(list(LASTS))])
        return dice.choices(self.lasts, cum_weights=dice.choice(self.last_weights))[0]

    def full(self, dice: random.Random) -> str:
        """A whole name, with a middle name or an initial now and then."""
        first, origin = self.first(dice)
        names = [first]
        roll = dice.random()
        if roll < 0.12:
            names.append(self.first(dice)[0])
        elif roll < 0.25:
            names.append(self.last(dice, origin))
        elif roll < 0.31:
            names.append(self.last(dice)[0].upper() + ".")
        last = self.last(dice, origin)
        if dice.random() < 0.05:
            last += "-" + self.last(dice, origin)
        if dice.random() < 0.03:
            last = dice.choice(["von", "van", "de", "el", "al", "da", "bin"]) + " " + last
        return " ".join([*names, last])

    def nick(self, dice: random.Random) -> str:
        """What somebody calls themselves in a chat."""
        name, roll = self.first(dice)[0], dice.random()
        before, after = lists()["nick before"], lists()["nick after"]
        if roll < 0.2:
            return name.lower() if dice.random() < 0.5 else name
        if roll < 0.45:
            return dice.choice(before) + name + dice.choice([*after, ""])
        if roll < 0.65:
            return dice.choice([name, name.lower()]) + dice.choice(after)
        return _invented(name, dice) if roll < 0.9 else _swinging(name, dice)


def _invented(name: str, dice: random.Random) -> str:
    words = lists()["nick words"]
    word = dice.choice(words) + dice.choice(["", "", dice.choice(words)])
    word = dice.choice([word, word.lower(), "-".join(word.lower()), name + word, word + name])
    return dice.choice(["", "", "x", "o", "xX", "i"]) + word


def _swinging(name: str, dice: random.Random) -> str:
    swung = "".join(c.upper() if n % 2 else c.lower() for n, c in enumerate(name + "s"))
    return swung + dice.choice(["", "kat", "boy", dice.choice(lists()["nick words"])])


def title(name: str) -> str:
    """ "ANNE-METTE" as "Anne-Mette"."""
    return "-".join(part[:1] + part[1:].lower() for part in name.split("-"))


def counts(folder: Path) -> tuple[dict[str, int], dict[str, int]]:
    """Bearers of each first and each last name, folded; minority lists add what is missing."""
    firsts: dict[str, int] = {}
    lasts: dict[str, int] = {}
    for path in sorted(folder.glob("*names_2023*.csv")):
        into = lasts if path.name.startswith("last") else firsts
        for name, number in list(csv.reader(path.open(encoding="utf-8")))[1:]:
            into[name.lower()] = into.get(name.lower(), 0) + int(number)
    for path in sorted(folder.glob("*minority*.csv")):
        into = lasts if path.name.startswith("last") else firsts
        for (name,) in list(csv.reader(path.open(encoding="utf-8")))[1:]:
            into.setdefault(name.strip().lower(), 3)
    for into, named in ((firsts, FIRSTS), (lasts, LASTS)):
        for name in (name for names in named.values() for name in names):
            into.setdefault(name.lower(), 3)
    return firsts, lasts


def people(folder: Path) -> People:
    """Everybody that may appear in made sentences: names with at least five bearers."""
    firsts, lasts = counts(folder)
    borne = [{n: c for n, c in d.items() if c >= 5 and len(n) > 1} for d in (firsts, lasts)]
    written = [[title(name.upper()) for name in names] for names in borne]
    weights = [_weights(list(names.values())) for names in borne]
    return People(written[0], written[1], weights[0], weights[1])


def _weights(bearers: list[int]) -> list[list[float]]:
    found = []
    for power in (0.85, 0.5, 0.15):
        total, running = 0.0, []
        for number in bearers:
            total += number**power
            running.append(total)
        found.append(running)
    return found
