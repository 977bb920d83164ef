"""Danish text: folding for comparison, and the order of the Danish alphabet.

Neither SQLite nor the PostgreSQL wheels know Danish order, so sorting is done here.
"""

import unicodedata

# Swedish and German letters stand for the Danish ones; all other accents fall away.
_VARIANTS = str.maketrans({"ö": "ø", "ä": "æ", "ü": "y", "ð": "d", "þ": "th", "œ": "ø"})
# The three characters that follow z in ASCII take the places of æ, ø and å.
_ORDER = str.maketrans({"æ": "{", "ø": "|", "å": "}"})
_KEPT = frozenset("æøå")
_MARKED = str.maketrans({"ǿ": "ø", "ǽ": "æ", "ǻ": "å"})
#: Longer than any name or title; a bound on what a key may cost.
_KEY_LENGTH = 200


def fold(text: str) -> str:
    """Lower case without accents, with æ, ø and å kept apart from each other and from a and o.

    The old spelling aa is left alone here: "aa" is å in names only.

    >>> fold("ÉN Ökonom på Ærø")
    'en økonom på ærø'
    """
    lowered = unicodedata.normalize("NFKC", text).casefold().translate(_VARIANTS)
    if lowered.isascii():
        return lowered
    return "".join(_plain(char) for char in lowered)


def _plain(char: str) -> str:
    char = char.translate(_MARKED)
    if char in _KEPT or char.isascii():
        return char
    return "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))


def danish_key(text: str) -> str:
    """A key that sorts as a Danish dictionary does: … x y z æ ø å, with aa as å.

    >>> sorted(["Århus", "Aabenraa", "Zebra", "Ærø", "Øm"], key=danish_key)
    ['Zebra', 'Ærø', 'Øm', 'Aabenraa', 'Århus']
    """
    return fold(text[:_KEY_LENGTH]).replace("aa", "å").translate(_ORDER)


def shorten(text: str, length: int) -> str:
    """Cut at a word and mark the cut with …; never longer than `length` characters."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:–-") + "…"
