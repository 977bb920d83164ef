"""Number plates: two letters and five digits. Pure."""

import re
from collections.abc import Iterator

from handlerum.privacy.kinds.figures import said, starting
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind

_PLATE = re.compile(
    r"[A-ZÆØÅ](?<![\w\-/.].)[A-ZÆØÅ](?P<gap>[ \-]?)\d\d[ .\-]?(?P<last>\d{3})"
    r"(?!\w|[.,/\-]\d|-\w|[ \t]\d)"
)
# Two capitals before a count of thousands: bodies, countries, codes.
_BODIES = frozenset("EU DK HK SU IT TV LO AC DA DI FN UK US CO NR KR DR BR HF HG HR NO DE".split())
# After these words also in lower case, and with four digits, as trailers have.
_FIGURES = re.compile(r"\d\d[ .\-]?\d{2,3}(?!\w|[.,/\-]\d)")
_CALLED = re.compile(
    r"\b(?:(?P<sure>(?:nummer)?plade|reg\.? ?(?:nr|nummer)|registreringsnummer)|indreg|"
    r"(?:vare)?bil|knallert|motorcykel|trailer|kører i)(?:en|erne|n|et)?\b[ .:,(\-]{0,3}"
    r"(?:(?:med|er|nr|nummer|nummerplade|har|den)[ .:]{1,2}){0,3}(?P<letters>[a-zæøå]{2})[ \-]?\Z",
    re.IGNORECASE,
)
_WORDS = frozenset(
    "er en et på af om at og nr kr se de to fx ca pr ud op år ad el di du vi".split()
)


def find(text: str) -> Iterator[Span]:
    """All plates."""
    for match in _PLATE.finditer(text):
        counted = match["gap"] == " " and match["last"] == "000"
        if match[0][:2] not in _BODIES and not counted:
            yield _span(match.start(), match.end())
    for match in starting(_FIGURES, text, 2):
        called = said(_CALLED, text, match.start(), 50)
        if called and (called["sure"] or called["letters"].lower() not in _WORDS):
            yield _span(called.start("letters"), match.end())


def _span(start: int, end: int) -> Span:
    return Span(start, end, Kind.PLATE, direct=True)
