"""E-mail addresses, also when they are written around the sign and the dot. Pure."""

import re
from collections.abc import Iterator

from handlerum.privacy.kinds.figures import said
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind

_SPOKEN_DOT = r"(?:\s?[(\[{<]\s?(?:\.|dot|punktum|prik)\s?[)\]}>]\s?|\s(?:dot|punktum|prik)\s)"
_DOT = rf"(?:\s?\.|\s\.\s|,(?=(?:dk|com)\b)|{_SPOKEN_DOT})"
_LABEL = r"[\w\-]{1,63}+"
_LAST = r"[^\W\d_]{2,63}"
_DOMAIN = rf"(?i:{_LABEL}(?:{_DOT}{_LABEL}){{0,6}}{_DOT}{_LAST})"
_SIGNS = [
    re.compile(rf"@{{1,2}}\s?{_DOMAIN}"),
    re.compile(rf"[(\[{{<]\s?(?i:at|a|snabel[ -]?a|@)\s?[)\]}}>]\s?{_DOMAIN}"),
    re.compile(rf"[sS](?<!\w.)(?i:nabel)[ -]?[aA](?!\w)\s?{_DOMAIN}"),
]
# "at" is one of the commonest Danish words: the dot must be spoken, or the name be no plain word.
_AT = re.compile(
    rf"\s[aA][tT]\s(?i:(?P<spoken>{_LABEL}(?:{_DOT}{_LABEL}){{0,6}}{_SPOKEN_DOT}{_LAST})"
    rf"|{_LABEL}\.{_LAST}(?!\w))"
)
_NO_WORD = re.compile(r"\w[.\-]\w|[\d_+]")
# On the same line: the last word of the line before is nobody's name.
_NAME = re.compile(r"(?<![\w.+\-])[\w.+\-]++[^\S\r\n]?\Z")
# What was spoken before the part beside the sign: "anna punktum jensen snabel-a ...".
_SPOKEN = re.compile(
    r"(?:(?<![\w.+\-])[\w+\-]{1,40}+\s(?:punktum|dot|prik|underscore)\s){1,3}\Z", re.IGNORECASE
)


def find(text: str) -> Iterator[Span]:
    """All e-mail addresses."""
    for pattern in (*_SIGNS, _AT):
        for match in pattern.finditer(text):
            name = said(_NAME, text, match.start(), 200)
            if name and (pattern is not _AT or match["spoken"] or _NO_WORD.search(name[0])):
                spoken = said(_SPOKEN, text, name.start(), 130)
                start = spoken.start() if spoken else name.start()
                yield Span(start, match.end(), Kind.EMAIL, direct=True)
