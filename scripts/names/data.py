"""Reads the corpora into pieces of text with a label, and swaps the names in them."""

import json
import random
import re
from pathlib import Path

from people import People, counts
from places import SLOTS, Places
from templates import Pieces, genitive


def uner(path: Path) -> list[Pieces]:
    """The sentences of a UNER file, as they were written."""
    found: list[Pieces] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        text = next((ln[9:] for ln in lines if ln.startswith("# text = ")), "")
        rows = [ln.split("\t") for ln in lines if ln and not ln.startswith("# ")]
        if text and rows:
            found.append(_aligned(text, [(r[1], r[2]) for r in rows]))
    return found


def danplus(path: Path) -> list[list[tuple[str, str]]]:
    """The sentences of a DaN+ file: (token, label of the outer layer)."""
    found: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if "\t" in line and line.split("\t")[0].strip():
            found[-1].append((line.split("\t")[0], line.split("\t")[1]))
        elif found[-1]:
            found.append([])
    return [sentence for sentence in found if sentence]


def _aligned(text: str, rows: list[tuple[str, str]]) -> Pieces:
    pieces: Pieces = []
    at = 0
    for token, tag in rows:
        begin = text.find(token, at)
        begin = at if begin < 0 else begin
        label = tag[2:]
        gap = text[at:begin]
        at = begin + len(token)
        if tag.startswith("I-") and pieces:
            pieces[-1] = (pieces[-1][0] + gap + token, label)
        else:
            pieces += [(gap, ""), (token, label)]
    return merged([*pieces, (text[at:], "")])


def merged(pieces: Pieces) -> Pieces:
    """Neighbouring ordinary pieces as one."""
    out: Pieces = []
    for text, label in pieces:
        if text and out and not label and not out[-1][1]:
            out[-1] = (out[-1][0] + text, "")
        elif text:
            out.append((text, label))
    return out


class Swap:
    """Puts other names, places and organisations into real sentences."""

    def __init__(self, shared: Path, people: People, places: Places) -> None:
        self.people, self.places = people, places
        self.firsts, self.lasts = counts(shared / "data/danish-names")

    def all(self, pieces: Pieces, dice: random.Random) -> Pieces:
        """Most names swapped."""
        return [(self._one(text, label, dice), label) for text, label in pieces]

    def _one(self, text: str, label: str, dice: random.Random) -> str:
        roll = dice.random()
        if label == "PER":
            return self.person(text, dice)
        if label == "LOC" and roll < 0.5 and text[:1].isupper():
            draw = dice.choice([self.places.town, self.places.country, self.places.elsewhere])
            return self._like(text, draw(dice))
        if label == "ORG" and roll < 0.3:
            kind = dice.choice([*SLOTS, "firma"])
            made = self.places.firm(dice, self.people.last(dice)) if kind == "firma" else ""
            return self._like(text, made or self.places.made(SLOTS[kind], dice))
        return text

    def _like(self, old: str, new: str) -> str:
        return genitive(new) if old.endswith("s") and dice_free_genitive(old) else new

    def person(self, text: str, dice: random.Random) -> str:
        """Another person's name of the same build."""
        words = text.split()
        last_owned = self._owned(words[-1])
        if len(words) == 1:
            word = words[0].lower().removesuffix("s")
            borne = self.lasts.get(word, 0) > self.firsts.get(word, 0) * 2
            new = self.people.last(dice) if borne else self.people.first(dice)[0]
        else:
            first, origin = self.people.first(dice)
            middle = (
                [self.people.last(dice, origin)] if len(words) > 2 and dice.random() < 0.7 else []
            )
            new = " ".join([first, *middle, self.people.last(dice, origin)])
        return genitive(new) if last_owned else new

    def _owned(self, word: str) -> bool:
        """Whether its s is a genitive: the word without it is the commoner name."""
        if re.search(r"['’]s?$", word):
            return True
        low = word.lower()
        stem = low[:-1]
        known = self.firsts.get(low, 0) + self.lasts.get(low, 0)
        return low.endswith("s") and self.firsts.get(stem, 0) + self.lasts.get(stem, 0) > known


def dice_free_genitive(word: str) -> bool:
    """Whether a place's or an organisation's s is likely a genitive (not Paris, Aarhus)."""
    return not word.lower().endswith(("us", "is", "as", "os", "ss"))


def law(shared: Path) -> list[Pieces]:
    """Provisions: formal sentences that name no person. Places and bodies are not labelled, so
    provisions with a capital inside a sentence are left out."""
    found: list[Pieces] = []
    for path in sorted((shared / "data/dk-law").rglob("*.json")):
        provisions = json.loads(path.read_text(encoding="utf-8")).get("provisions", [])
        for provision in provisions:
            for sentence in re.split(r"(?<=[.:;])\s+", provision.get("content", "")):
                inside = sentence[1:]
                if 25 < len(sentence) < 300 and not re.search(
                    r"(?<![.]\s)(?<!^)\b[A-ZÆØÅ]", inside
                ):
                    found.append([(sentence, "")])
    return found


def _placeholder(word: str, places: Places, people: People, dice: random.Random) -> tuple[str, str]:
    if "LOC" in word:
        return places.town(dice), "LOC"
    if "ORG" in word:
        return places.firm(dice, people.last(dice)), "ORG"
    return people.full(dice), "PER"


def job_ads(shared: Path, places: Places, people: People, dice: random.Random) -> list[Pieces]:
    """Job advertisements; their placeholders are filled again."""
    path = shared / "data/kompetencer/kompetencer_danish_train.conll"
    found: list[Pieces] = []
    words: Pieces = []
    for line in path.read_text(encoding="utf-8").splitlines():
        word = line.split("\t")[0].strip()
        if word and "<" not in word:
            words.append((word + " ", ""))
        elif word:
            words += [_placeholder(word, places, people, dice), (" ", "")]
        elif words:
            found.append(merged(words))
            words = []
    return found
