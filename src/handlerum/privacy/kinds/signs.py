"""A text as finders read it: one sort of digit, dash, blank and @, and nothing that cannot be seen.

Offsets are kept: what was taken out or put together is remembered by place. Pure.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate

from handlerum.privacy.spans import Span

#: What may stand between the groups of a number. Every dash has become "-", every blank " ".
SIGN = r"[ \t.\-/_]"

# Zero-width characters, marks of direction, the soft hyphen, variation selectors: nobody sees them.
_UNSEEN = (
    r"\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    r"\ufe00-\ufe0f\ufeff"
)
_ACCENTS = "\u0300-\u034e\u0350-\u036f"
_TWINS = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63", "-")
_TWINS |= dict.fromkeys(
    "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " "
)
_TWINS |= {"\u2044": "/", "\u2215": "/", "\u2024": ".", "\u3002": ".", "\ufe6b": "@"}
# Anything but what Danish is mostly written with; only then is there more to do.
_UNUSUAL = re.compile("[^\x00-\x9f\xa1-\xac\xae-\xff‘’“”•…€]")
_ODD = re.compile(rf"[{_UNSEEN}{_ACCENTS}]")
_HARD = re.compile(rf"[{_UNSEEN}]|.[{_ACCENTS}]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Plain:
    """The text to read, and its parts: where each begins here and there, how wide signs are."""

    text: str
    offsets: list[int]
    places: list[tuple[int, int]]

    def back(self, span: Span) -> Span:
        """The same place in the text as it was written."""
        if not self.offsets:
            return span
        start, _ = self._back(span.start)
        last, width = self._back(span.end - 1)
        return replace(span, start=start, end=last + width)

    def _back(self, at: int) -> tuple[int, int]:
        part = bisect_right(self.offsets, at) - 1
        start, width = self.places[part]
        return start + at - self.offsets[part], width


def plain(text: str) -> Plain:
    """The text as finders read it."""
    if text.isascii():
        return Plain(text, [], [])
    usual = _UNUSUAL.sub(_usual, text)
    return _squeezed(usual) if _ODD.search(usual) else Plain(usual, [], [])


def _usual(match: re.Match[str]) -> str:
    """The sign that an unusual one stands for, one character for one; or itself."""
    sign = match[0]
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    if "\uff01" <= sign <= "\uff5e":  # full width
        return chr(ord(sign) - 0xFEE0)
    return _TWINS.get(sign, sign)


def _squeezed(text: str) -> Plain:
    """Without the unseen, and with each letter and its accent as one character."""
    kept: list[tuple[str, int]] = []
    at = 0
    for match in _HARD.finditer(text):
        kept.append((text[at : match.start()], at))
        letter = unicodedata.normalize("NFC", match[0]) if len(match[0]) == 2 else ""
        kept.append((letter, match.start()))
        at = match.end()
    kept.append((text[at:], at))
    kept = [part for part in kept if part[0]]
    offsets = list(accumulate((len(part) for part, _ in kept[:-1]), initial=0))
    places = [(start, _width(text, part, start)) for part, start in kept]
    return Plain("".join(part for part, _ in kept), offsets, places)


def _width(text: str, part: str, start: int) -> int:
    """Two for a letter that was put together with its accent."""
    return 1 if text.startswith(part, start) else 2
