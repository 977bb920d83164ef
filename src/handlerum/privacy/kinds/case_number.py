"""Numbers of cases, journals, members, customers: each leads to one file about one person. Pure."""

import re
from collections.abc import Iterator

from handlerum.privacy.kinds.figures import said, starting
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind

# What the number is of, and that it is a number: then any figure with three digits is one. Letters
# may begin it.
_NUMBERED = re.compile(
    r"\b(?:(?:(?:kmd[ \-])?sags?|journal|akt|dokument|dok|borger|klient|patient|medlems?|kunde|"
    r"udlændinge|medarbejder|tjeneste|police|skades?|henvendelses|reference|ref|ansøgnings|løbe)"
    r"[ .\-]{0,2}(?:nr|nummer|numre|id|no|nøgle)|j[. ]{0,2}nr|kmd[ \-]sag|sbsys|acadre|"
    r"(?:vores|deres|jeres) ref)\b"
    r"[ .:#\-]{0,4}(?:(?:er|lyder|hedder|på)[ :]{1,2})?(?P<letters>(?:[a-zæøå]{1,8}[.\-/]?)?)\Z",
    re.IGNORECASE,
)
# How those words end, or all of them: most numbers have none of it so near, and cost no more.
_NEAR = re.compile(r"n[ruoø]|id|sag|sbs|aca|ref", re.IGNORECASE)
_ANY = re.compile(r"\d[\w./\-]*(?: ?- ?\d[\w./\-]*)?")
# "sag" alone counts things too ("sag 3", "sag 2024"); courts' own begin with a letter ("C-55/94").
_CASE = re.compile(
    r"[sS](?<!\w.)(?i:ag(?:en)?)[ :#]{1,2}"
    r"(?P<number>[A-ZÆØÅ]{2,6}-\d{4}-\d{3,8}|"
    r"\d{2,4}[/\-]\d{3,8}(?:[\-/]\d+)*|\d{5,12})(?!\w|[.,]\d| kr\b)"
)
# By shape alone: KLE's numbers with facet and case, and "24/22334".
_SHAPE = re.compile(
    r"(?<!\d[.,/\-])(?<!§)(?<!\w)(?:\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,6}(?:-\d{2,4})?"
    r"|(?:[012]\d|20[012]\d)/\d{5,6})(?![\w/]|[.,\-]\d)"
)


def find(text: str) -> Iterator[Span]:
    """All numbers of cases and the like."""
    for match in starting(_ANY, text):
        number = match[0].rstrip("./-_")
        enough = len(number) > 2 and sum(sign.isdecimal() for sign in number) > 2
        near = enough and said(_NEAR, text, match.start(), 32)
        if near and (word := said(_NUMBERED, text, match.start(), 48)):
            yield _span(word.start("letters"), match.start() + len(number))
    for match in _CASE.finditer(text):
        yield _span(match.start("number"), match.end("number"))
    for match in starting(_SHAPE, text, 2):
        yield _span(match.start(), match.end())


def _span(start: int, end: int) -> Span:
    return Span(start, end, Kind.CASE_NUMBER, direct=True)
