"""Text into tokens: offsets, a casing shape for each, and how each line writes capitals. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

#: One pass, no nested repetition: the time is linear in the text, whatever the text is.
TOKEN = re.compile(
    r"https?://\S+|www\.\S+"
    r"|@\w+"
    r"|(?:\b[^\W\d_]\.){2,}|\b[A-ZÆØÅÖÄÜ]\.(?=\s?[A-ZÆØÅÖÄÜ])"
    r"|\d+(?:[.,:]\d+)+"
    r"|\w+(?:[-'’]\w+)*"
    r"|[.]+|[!?]+|\S"
)

SHAPES = (
    "lower title upper short_upper letter mixed digits alnum initials stop comma dash shout colon "
    "quote bracket slash hash other handle url number title_hyphen_title title_hyphen_lower "
    "caseless lower_digits".split()
)
SHAPE = {name: place for place, name in enumerate(SHAPES)}
_MARKS = {
    **dict.fromkeys(".…", "stop"),
    ",": "comma",
    **dict.fromkeys("-–—_", "dash"),
    **dict.fromkeys("!?", "shout"),
    **dict.fromkeys(":;", "colon"),
    **dict.fromkeys("\"'’‘“”„«»´`", "quote"),
    **dict.fromkeys("()[]{}<>", "bracket"),
    **dict.fromkeys("/\\|", "slash"),
    "#": "hash",
}
#: Casing of a line: plain, none, all capitals, small first word, Every Word Capital.
LINES = 5


def _among(names: str) -> NDArray[np.bool_]:
    return np.isin(np.arange(len(SHAPES)), [SHAPE[name] for name in names.split()])


#: What a shape says about its line's capitals: a letter at all, a capital, capitals only.
_SAYS = np.stack(
    [
        _among("lower title upper short_upper mixed"),
        _among("title upper short_upper mixed title_hyphen_title"),
        _among("upper short_upper"),
    ],
    axis=1,
).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text, or of several that are read as one, column by column.

    `starts` and `ends`: offsets in characters. `line`: how many line breaks lie before it. `text`:
    the number of its text, from 0.
    """

    words: list[str]
    starts: Ints
    ends: Ints
    line: Ints
    text: Ints

    def part(self, first: int, end: int) -> "Tokens":
        """Some of the tokens; end exclusive."""
        columns = (self.starts, self.ends, self.line, self.text)
        return Tokens(self.words[first:end], *(column[first:end] for column in columns))


def tokens(text: str, begins: Sequence[int] = (0,)) -> Tokens:
    """Split a text.

    Args:
        begins: where each of several texts begins, with line breaks before all but the first.
    """
    found = list(TOKEN.finditer(text))
    words = [match[0] for match in found]
    starts = np.array([match.start() for match in found], np.int64)
    ends = starts + np.array([len(word) for word in words], np.int64)
    breaks = np.array([m.start() for m in re.finditer(r"\n", text)], np.int64)
    line = np.searchsorted(breaks, starts)
    return Tokens(words, starts, ends, line, np.searchsorted(begins, starts, "right") - 1)


def shape(word: str) -> int:
    """The casing shape of a token, as a number."""
    return SHAPE[_shape(word)]


def _shape(word: str) -> str:
    first = word[0]
    if not (first.isalnum() or first == "_" or len(word) > 1):
        return _MARKS.get(first, "other")
    if first == "@" and len(word) > 1:
        return "handle"
    if word[-1:] == "." and first.isalpha():
        return "initials"
    if not any(map(str.isalpha, word)):
        return _without_letters(word)
    if word.startswith(("http", "www.")) and ("/" in word or "." in word):
        return "url"
    if any(map(str.isdigit, word)):
        return "alnum" if word.lower() != word else "lower_digits"
    return _casing(word)


def _without_letters(word: str) -> str:
    if word.isdigit():
        return "digits"
    return _MARKS.get(word[0], "number" if word[0].isdigit() else "other")


def _casing(word: str) -> str:
    if word.islower():
        return "lower"
    if word.isupper():
        return "letter" if len(word) == 1 else "short_upper" if len(word) <= 3 else "upper"
    if word[0].isupper() and word[1:].islower():
        return "title_hyphen_lower" if "-" in word else "title"
    if "-" in word and all(part == part.capitalize() for part in word.split("-")):
        return "title_hyphen_title"
    return "mixed" if word.lower() != word.upper() else "caseless"


def context(found: Tokens, shapes: Ints) -> Ints:
    """For each token one number: how its line writes capitals, whether it opens a line, and
    whether a space stands before it. A name in small letters is likelier where nothing is capital.
    """
    size = len(shapes)
    if not size:
        return shapes
    opens, spaced = np.ones(size, bool), np.ones(size, bool)
    opens[1:] = found.line[1:] != found.line[:-1]
    spaced[1:] = found.starts[1:] > found.ends[:-1]
    begins = np.flatnonzero(opens)
    letters, high, loud = np.add.reduceat(_SAYS[shapes], begins, axis=0).T
    kind = np.where(shapes[begins] == SHAPE["lower"], 3, 0)
    kind[high * 10 > letters * 6] = 4
    kind[loud * 10 > letters * 7] = 2
    kind[high == 0] = 1
    return np.asarray(kind[np.cumsum(opens) - 1] * 4 + opens * 2 + spaced, np.int64)
