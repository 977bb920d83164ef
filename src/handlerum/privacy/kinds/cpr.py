"""CPR numbers: a day, a month, a year, four digits; in digits or in words. Pure."""

import re
from collections.abc import Iterator

from handlerum.privacy.kinds.figures import said, starting
from handlerum.privacy.kinds.numerals import stretches
from handlerum.privacy.kinds.signs import SIGN
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind

# A line may end on either side of the dash, as in running text.
_GAP = rf"(?:{SIGN}{{0,3}}|[ \t]?-?[ \t]?\r?\n[ \t]{{0,8}}(?:-[ \t]?)?)"
# No checksum: modulus 11 has not held for all CPR numbers since 2007. Years need no check, any two
# digits do; all four of them only before a dash, else a date and a time would do.
_NUMBER = re.compile(
    rf"(0[1-9]|[12]\d|3[01]){SIGN}{{0,3}}(0[1-9]|1[0-2]){SIGN}{{0,3}}"
    rf"(?:\d\d{_GAP}|(?:19|20)\d\d[ \t]?-[ \t]?)\d{{4}}(?!\d)"
)
_LAST_DAY = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
# One digit at a time, as in a form's boxes.
_SPREAD = re.compile(r"\d(?:[ |]{1,3}\d){5}[ |\-]{1,3}\d(?:[ |]{1,3}\d){3}(?![ |]{0,3}\d)")
# After the word any ten digits are one: numbers given for a time begin with no date.
_CALLED = re.compile(
    r"[cCpP](?<!\w.)(?i:pr|erson)(?i:[ .\-]{0,2}(?:nummer|nr))?\b[^\w\n]{0,4}(?:(?i:er) )?"
    rf"(?P<number>\d{{6}}{SIGN}{{0,3}}\d{{4}})(?!\d)"
)
# A workplace's number and an account have ten digits too.
_OTHER = re.compile(
    r"(?:\bp-?\s?(?:nr|nummer)\W*|\bdk ?[\d ]{0,20}|(?<![\d\-])\d{4} ?- ?"
    r"|konto(?:en|nr|nummer)?[.: ]{0,3})\Z",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Span]:
    """All CPR numbers."""
    for match in starting(_NUMBER, text, 2):
        if _is_day(match[1], match[2]) and not said(_OTHER, text, match.start(), 24):
            yield _span(match.start(), match.end())
    for match in starting(_SPREAD, text):
        digits = re.sub(r"\D", "", match[0])
        if _is_day(digits[:2], digits[2:4]):
            yield _span(match.start(), match.end())
    for match in _CALLED.finditer(text):
        yield _span(match.start("number"), match.end("number"))
    for start, end, digits in stretches(text, 10):
        if _is_day(digits[:2], digits[2:4]):
            yield _span(start, end)


def _is_day(day: str, month: str) -> bool:
    return 1 <= int(month) <= 12 and 1 <= int(day) <= _LAST_DAY.get(int(month), 31)


def _span(start: int, end: int) -> Span:
    return Span(start, end, Kind.CPR, direct=True)
