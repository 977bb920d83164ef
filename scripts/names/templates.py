"""Fills the sentences of templates.txt: each becomes pieces of text with a label."""

import random
import re
from pathlib import Path

from lists import group
from people import People
from places import QUARTERS, SLOTS, Places

#: A text as (piece, label) in order; label is "" for ordinary words.
Pieces = list[tuple[str, str]]

WORDS = group("word")
_PERSON = {"f", "fg", "fgg", "l", "lg", "full", "fullg", "init", "il", "fi", "nick"}
_SLOT = re.compile(r"\{(\w+)\}")


def sentences(path: Path) -> list[str]:
    """All templates."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def fill(template: str, dice: random.Random, people: People, places: Places) -> Pieces:
    """One template, filled."""
    pieces: Pieces = []
    at = 0
    for match in _SLOT.finditer(template):
        pieces.append((template[at : match.start()], ""))
        at = match.end()
        name = match.group(1)
        pieces.append(_filled(name, dice, people, places))
    pieces.append((template[at:], ""))
    return _ending_inside([piece for piece in pieces if piece[0]])


def _ending_inside(pieces: Pieces) -> Pieces:
    """Genitive s written after a slot belongs to the name."""
    for n in range(1, len(pieces)):
        (name, label), (rest, other) = pieces[n - 1], pieces[n]
        if label and not other and re.match(r"s\b", rest):
            pieces[n - 1], pieces[n] = (genitive(name), label), (rest[1:], "")
    return [piece for piece in pieces if piece[0]]


def genitive(name: str) -> str:
    """Danish genitive: Mettes, Jens'."""
    return name + ("'" if name.endswith(("s", "x", "z")) else "s")


def _filled(slot: str, dice: random.Random, people: People, places: Places) -> tuple[str, str]:
    if slot in _PERSON:
        return person(slot, dice, people), "PER"
    if slot in SLOTS:
        return places.made(SLOTS[slot], dice), "ORG"
    if slot == "firma":
        return places.firm(dice, people.last(dice)), "ORG"
    draw = {"by": places.town, "land": places.country, "sted": places.elsewhere}
    if slot in draw:
        return draw[slot](dice), "LOC"
    if slot == "byg":
        return genitive(places.town(dice)), "LOC"
    if slot == "kvarter":
        return dice.choice(QUARTERS), "LOC"
    if slot == "adr":
        return f"{dice.choice(QUARTERS)}vej {dice.randrange(1, 200)}", "LOC"
    if slot == "tal":
        return str(dice.choice([dice.randrange(1, 32), dice.randrange(2, 99)])), ""
    word = dice.choice(WORDS[slot.lower()])
    return (word.capitalize() if slot[0].isupper() else word), ""


def person(slot: str, dice: random.Random, people: People) -> str:
    """A person in the form that the slot asks for."""
    first, origin = people.first(dice)
    if slot in ("f", "fg", "fgg"):
        return first if slot == "f" else genitive(first)
    if slot == "lg":
        return genitive(people.last(dice, origin))
    if slot == "l":
        return people.last(dice, origin)
    if slot == "nick":
        return people.nick(dice)
    if slot in ("full", "fullg"):
        full = people.full(dice)
        return full if slot == "full" else genitive(full)
    last = people.last(dice, origin)
    if slot == "il":
        return (
            f"{first[0]}. {last}"
            if dice.random() < 0.7
            else f"{first[0]}.{last[0]}. {people.last(dice)}"
        )
    if slot == "fi":
        return f"{first} {last[0]}" + dice.choice([".", "", "."])
    letters = [first[0], last[0]] + ([people.last(dice)[0]] if dice.random() < 0.3 else [])
    return dice.choice(
        ["".join(letters), ".".join(letters) + ".", "".join(letters).lower()]
    ).replace("-", "")
