"""A span instead of an age. Pure."""

import re

_NUMBER = re.compile(r"\d{1,3}")
_AS_ADJECTIVE = re.compile(r"årig\w*", re.IGNORECASE)
_LEAD = re.compile(r"^(er|var|bliver|fylder|fyldte|blev)\b", re.IGNORECASE)
_CHILDHOODS = ((6, "i førskolealderen"), (13, "i skolealderen"), (20, "i teenageårene"))


def span_of_years(words: str) -> str:
    """ "47-årig" -> "40-49-årig", "på 47" -> "i 40'erne", "på 7" -> "i skolealderen"."""
    found = _NUMBER.search(words)
    if found is None:
        return "[alder]"
    years = int(found[0])
    if adjective := _AS_ADJECTIVE.search(words):
        return f"{_range(years)}-{adjective[0].lower()}"
    if words.lower().startswith("alder"):
        return f"{words[: found.start()]}{_range(years)}"
    lead = _LEAD.match(words)
    return f"{_be(lead[1])} {_phrase(years)}" if lead else _phrase(years)


def _be(verb: str) -> str:
    """Whoever turned 47 was in the forties."""
    return "var" if verb.lower() in ("var", "fyldte", "blev") else "er"


def _phrase(years: int) -> str:
    for below, words in _CHILDHOODS:
        if years < below:
            return words
    return f"i {years // 10 * 10}'erne"


def _range(years: int) -> str:
    for low, high in ((0, 5), (6, 12), (13, 17), (18, 24), (25, 29)):
        if years <= high:
            return f"{low}-{high}"
    return f"{years // 10 * 10}-{years // 10 * 10 + 9}"
