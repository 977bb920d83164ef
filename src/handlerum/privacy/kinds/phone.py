"""Phone numbers, in the groupings people write them in, from home and abroad. Pure."""

import re
from collections.abc import Iterator

import phonenumbers

from handlerum.privacy.kinds.figures import said, starting
from handlerum.privacy.kinds.numerals import stretches
from handlerum.privacy.kinds.signs import SIGN
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind

# A figure in a row or an amount goes on after its sign; money and counts say so in a word.
_FREE = r"(?<!§)(?:(?<=\d{8}[/,])|(?<=\d\d[ .]\d\d/)|(?<!\d[.,/\-]))"
_COUNTED = r"[ \t]?(?i:kr|kroner|dkk|eur|euro|mio|mia|pct|procent|personer|borgere)\b|[ \t]?[%€]"
_ENDS = rf"(?!\d|[.,\-]\d(?!\d{{7}})|{_COUNTED})"
# Pairs, or groups of four, between signs of one kind. They are taken as a whole row: eight digits
# make a number, sixteen make two, and anything else is a table's row of figures.
_ROW = (
    rf"(?P<row>\d\d(?P<a>{SIGN}| {{2,3}})\d\d(?:(?P=a)\d\d)*"
    rf"|\d{{4}}(?P<b>[ \t.\-])\d{{4}}(?:(?P=b)\d{{4}})*){_ENDS}"
)
# Eight digits in the other groupings people write; the first is 2-9, as Danish numbers are.
_EIGHT = (
    r"(?:[2-9]\d{7}|[2-9]\d[ \t\-]\d{6}|[2-9]\d\) ?\d\d ?\d\d ?\d\d"
    rf"|[2-9]\d\d(?P<c>{SIGN})(?:\d\d(?P=c)\d{{3}}|\d{{3}}(?P=c)\d\d)){_ENDS}"
)
_FREE_ONE = re.compile(rf"{_FREE}(?:{_EIGHT}|{_ROW})")
# The code of Denmark may lack its plus.
_FREE_CODED = re.compile(rf"{_FREE}45{SIGN}?(?:{_EIGHT}|{_ROW})")
_HOME = re.compile(
    rf"[+(0](?:(?<=[+(])\+?\s?45|(?<!\w.)045|(?<=\()0045)\)?{SIGN}?(?:{_EIGHT}|{_ROW})"
)
# After these words any grouping is a phone number, and words may say one.
_WORD = r"\b(?:tlf|telefon|tel|mobil|mob|ring|sms|fastnet|phone)(?:nummer|nr)?\b"
_CALLED = re.compile(rf"{_WORD}[ .:]{{0,3}}(?:på|til|nr|er)?[ .:]{{0,3}}\Z", re.IGNORECASE)
_SPOKEN = re.compile(rf"{_WORD}[.:]?[^\d.!?\n]{{0,30}}\Z", re.IGNORECASE)
_ANY = re.compile(rf"[2-9](?:{SIGN}?\d){{7}}(?!\d)")
# What may belong to a number of another country, and where one begins.
_ABROAD = re.compile(r"[+0](?:(?<=\+)|(?<!\d.)0(?=[1-9]))[\d ().\-/+\t]{6,}+")
_ZEROS = re.compile(r"(?<!\d)00(?=[1-9])")
_FIGURE = re.compile(r"(?<!\d)\d{1,5}[ \t]\Z")
_NEXT = re.compile(r"[ \t]\d{1,5}(?!\d)")
# Codes of companies have eight digits too.
_CODE = re.compile(r"\b(?:cvr|se|ean)\W*(?:nr|nummer)?\W*\Z", re.IGNORECASE)


def find(text: str) -> Iterator[Span]:
    """All phone numbers; whole ones first, so that no part of one counts as a shorter one."""
    yield from _home(text)
    yield from _foreign(text)
    for match in (*starting(_FREE_CODED, text, 2), *starting(_FREE_ONE, text, 2)):
        figures = match["row"] and (not _is_phone(match["row"]) or _in_table(match))
        if not (figures or said(_CODE, text, match.start(), 15)):
            yield _span(match.start(), match.end())
    for match in starting(_ANY, text):
        if said(_CALLED, text, match.start(), 24):
            yield _span(match.start(), match.end())
    yield from _spoken(text)


def _home(text: str) -> Iterator[Span]:
    """Numbers with the code of Denmark."""
    for match in _HOME.finditer(text):
        if not match["row"] or _is_phone(match["row"], coded=True):
            yield _span(match.start(), match.end())


def _is_phone(row: str, *, coded: bool = False) -> bool:
    """Whether a row of groups is a phone number and not figures, years or a range."""
    groups = re.split(r"\D", row)
    if len("".join(groups)) % 8 or groups[0][0] in "01":
        return False
    plain = len(groups[0]) == 4 and not coded
    years = all(group[:2] in ("19", "20") for group in groups)
    round_ = all(group[-2:] == "00" for group in groups)
    return not (plain and (years or round_))


def _in_table(match: re.Match[str]) -> bool:
    """Whether two groups of four stand between other figures."""
    before, after = (
        said(_FIGURE, match.string, match.start(), 7),
        _NEXT.match(match.string, match.end()),
    )
    return bool(match["b"] and (before or after))


def _foreign(text: str) -> Iterator[Span]:
    for part in _ABROAD.finditer(text):
        dialled = _ZEROS.sub(" +", part[0])
        for number in phonenumbers.PhoneNumberMatcher(dialled, None):
            start = part.start() + number.start
            yield _span(start - (text[start] != "+"), part.start() + number.end)


def _spoken(text: str) -> Iterator[Span]:
    for start, end, digits in stretches(text, 8):
        if digits[0] not in "01" and said(_SPOKEN, text, start, 50):
            yield _span(start, end)


def _span(start: int, end: int) -> Span:
    return Span(start, end, Kind.PHONE, direct=True)
