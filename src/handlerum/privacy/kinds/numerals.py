"""Numbers in words: "fireogtredive" as 34. For what is spelled: CPR, phone numbers, ages. Pure."""

import re
from collections.abc import Iterable

_UNITS = {"nul": 0, "en": 1, "én": 1, "et": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4}
_UNITS |= {"fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9}
_TEENS = {"ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15}
_TEENS |= {"seksten": 16, "sytten": 17, "atten": 18, "nitten": 19}
_TENS = {"tyve": 20, "tredive": 30, "tredve": 30, "fyrre": 40, "fyrretyve": 40, "halvtreds": 50}
_TENS |= {"tres": 60, "halvfjerds": 70, "firs": 80, "halvfems": 90}


def any_of(words: Iterable[str]) -> str:
    """Any of the words; the first letter may be a capital.

    Grouped by it, and not left to IGNORECASE, which would try each word at each place.
    """
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(word[1:])
    parts = (f"[{first}{first.upper()}](?:{'|'.join(rest)})" for first, rest in groups.items())
    return f"(?:{'|'.join(parts)})"


_UNIT, _TEN = any_of(_UNITS), any_of(_TENS)
#: One number in words, for a pattern that goes on.
NUMBER = rf"(?:(?:{_UNIT}(?:[ \-]?og[ \-]?{_TEN})?|{any_of(_TEENS | _TENS)})(?!\w))"
_JOINED = re.compile(rf"({_UNIT})[ \-]?og[ \-]?({_TEN})")
# "nul en, nul to - otte ni": what may stand between spoken digits, a line's end too.
_BETWEEN = r"[ ,.\-\t\r\n/]{1,4}(?:(?:bindestreg|streg|minus|dash|og så|så)[ ,]{1,2})?"
# It begins at a blank or a sign, for few characters are one: most places cost nothing.
_ROW = re.compile(
    rf"[ \n\t\r(:;,.\-\"'»“„/]{NUMBER}(?:{_BETWEEN}(?:{NUMBER}|\d{{1,2}}(?!\d))){{3,}}"
)
_PIECE = re.compile(rf"{NUMBER}|\d+")

#: A number of a row: where it starts and ends, and its digits.
Piece = tuple[int, int, str]


def value(word: str) -> int:
    """The number that a word or figures say."""
    if word.isdecimal():
        return int(word)
    low = word.lower()
    joined = _JOINED.fullmatch(low)
    return _UNITS[joined[1]] + _TENS[joined[2]] if joined else (_UNITS | _TEENS | _TENS)[low]


def stretches(text: str, length: int) -> list[Piece]:
    """Wherever a row of spoken numbers says exactly so many digits, however they are grouped."""
    found = []
    for row in _ROW.finditer(" " + text):
        pieces = [
            (piece.start(), piece.end(), str(value(piece[0])))
            for piece in _PIECE.finditer(text, row.start(), row.end() - 1)
        ]
        for first in range(len(pieces)):
            found.extend(_stretch(pieces, first, length))
    return found


def _stretch(pieces: list[Piece], first: int, length: int) -> list[Piece]:
    said = ""
    for _, end, digits in pieces[first : first + length]:
        said += digits
        if len(said) >= length:
            return [(pieces[first][0], end, said)] if len(said) == length else []
    return []
