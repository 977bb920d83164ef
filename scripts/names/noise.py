"""Makes clean text look like what people really write: casing, spelling, marks, emoji."""

import random
import re
from collections.abc import Callable

from templates import Pieces

EMOJI = (
    "😀 😂 😅 ❤️ 💔 👍 🙏 🎉 😢 🤔 🔥 ♥ :) :-) :D ;) :( xD <3 :P :O ^^ ;-) !! ... … 📍 🚨 🇩🇰".split()
)
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})
_BARE = str.maketrans({"æ": "ae", "å": "a", "Æ": "Ae", "Å": "A", "é": "e"})
_NEAR = dict(zip("qwertyuiopåasdfghjklæøzxcvbnm", "wqretyuoipåsadfghjkløæxzcvbmn", strict=False))
_TAGS = (
    "dkpol dkmedier sldk twitterhjerne beskæftigelse jobsøgning sundpol uddpol fv19 dkgreen".split()
)


def each(pieces: Pieces, change: Callable[[str], str]) -> Pieces:
    """Every piece changed."""
    return [(change(text), label) for text, label in pieces]


def casing(pieces: Pieces, dice: random.Random) -> Pieces:
    """Small letters, capitals, or names alone written small."""
    roll = dice.random()
    if roll < 0.20:
        return each(pieces, str.lower)
    if roll < 0.25:
        return each(pieces, str.upper)
    if roll < 0.29:
        return [(t.lower() if label else t, label) for t, label in pieces]
    if roll < 0.32:
        return each(pieces, lambda t: re.sub(r"\b\w", lambda m: m.group().upper(), t))
    if roll < 0.35:
        return [(t.upper() if label == "PER" else t, label) for t, label in pieces]
    if roll < 0.43 and pieces:
        first = pieces[0]
        return [first if first[1] else (first[0][:1].lower() + first[0][1:], ""), *pieces[1:]]
    if roll < 0.435:
        return each(pieces, lambda t: "".join(dice.choice([c.upper(), c.lower()]) for c in t))
    return pieces


def spelling(pieces: Pieces, dice: random.Random) -> Pieces:
    """Other letters for æ ø å, and slips of the finger."""
    roll = dice.random()
    if roll < 0.06:
        pieces = each(pieces, lambda t: t.translate(_ASCII))
    elif roll < 0.12:
        pieces = each(pieces, lambda t: t.translate(_BARE))
    if dice.random() < 0.12:
        pieces = each(pieces, lambda t: slips(t, dice, 0.02))
    if dice.random() < 0.04:
        pieces = [(slips(t, dice, 0.08) if label else t, label) for t, label in pieces]
    return [
        (t[:-1] + dice.choice("’'") + "s" if owned(t, label, dice) else t, label)
        for t, label in pieces
    ]


def owned(text: str, label: str, dice: random.Random) -> bool:
    """Whether to write a person's s the English way: Mette's."""
    return label == "PER" and text[-1:] == "s" and dice.random() < 0.06


def slips(text: str, dice: random.Random, often: float) -> str:
    """Letters dropped, doubled, swapped or mistaken for their neighbour."""
    out = []
    for letter in text:
        if not letter.isalpha() or dice.random() > often:
            out.append(letter)
            continue
        out.append(dice.choice(["", letter * 2, _NEAR.get(letter.lower(), letter)]))
    return "".join(out)


def unfamiliar(pieces: Pieces, dice: random.Random, forms: list[str]) -> Pieces:
    """Some ordinary words become rare ones, so that a rare word is not a name for being rare."""

    def other(match: re.Match[str]) -> str:
        if dice.random() > 0.04:
            return match.group()
        form = dice.choice(forms)
        return form.capitalize() if match.group()[0].isupper() else form

    return [(t if label else re.sub(r"\b[^\W\d_]{4,}\b", other, t), label) for t, label in pieces]


def stretched(text: str, dice: random.Random) -> str:
    """ "hej" as "hejjj", as the young write."""
    return re.sub(r"([a-zæøå])\b", lambda m: m.group() * dice.choice([1] * 9 + [3]), text)


def marks(pieces: Pieces, dice: random.Random) -> Pieces:
    """Marks left out, or set apart by spaces as tokenised corpora do."""
    roll = dice.random()
    if roll < 0.12:
        return [(t if label else re.sub(r"[.,;:?!]", "", t), label) for t, label in pieces]
    if roll < 0.35:
        return each(pieces, lambda t: re.sub(r"\s*([.,;:?!()\"])(?!\w)\s*|['’](?=s\b)", _apart, t))
    return pieces


def _apart(match: re.Match[str]) -> str:
    return f" {match.group().strip()} "


def extras(pieces: Pieces, dice: random.Random) -> Pieces:
    """Emoji, hashtags, handles and links around the text."""
    roll = dice.random()
    if roll < 0.12:
        for _ in range(dice.randrange(1, 4)):
            pieces = [*pieces, (" " + dice.choice(EMOJI), "")]
    if dice.random() < 0.05:
        pieces = [*pieces, (" #" + dice.choice(_TAGS), "")]
    if dice.random() < 0.03:
        pieces = [("@" + "".join(dice.choices("abcdeiklmnorstPSKL_", k=9)) + " ", ""), *pieces]
    if dice.random() < 0.03:
        link = "https://t.co/" + "".join(dice.choices("abcdefgABCDEFG123", k=10))
        pieces = [*pieces, (" " + link, "")]
    return pieces


def noisy(pieces: Pieces, dice: random.Random, forms: list[str]) -> Pieces:
    """A third of all texts come through nearly as they are."""
    if dice.random() < 0.7:
        pieces = unfamiliar(pieces, dice, forms)
    if dice.random() < 0.3:
        return pieces
    if dice.random() < 0.05:
        pieces = [(t if label else stretched(t, dice), label) for t, label in pieces]
    pieces = casing(marks(spelling(pieces, dice), dice), dice)
    return extras(pieces, dice)
