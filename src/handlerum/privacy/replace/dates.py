"""A time of the year instead of a date; a decade instead of a date of birth. Pure."""

import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan", "feb", "mar", "apr", "maj may", "jun", "jul", "aug", "sep", "okt oct", "nov",
            "dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_NAMED = re.compile(rf"\b({'|'.join(_MONTHS)})[a-zæøå]*\.?(?:\s+|$)", re.IGNORECASE)
_YEAR_LAST = re.compile(r"(?<!\d)(\d{4}|\d\d)\D*$")
_ISO = re.compile(r"(\d{4})[-/.](\d\d?)[-/.]\d\d?")
_PLAIN = re.compile(r"(\d\d?)\s*[./-]\s*(\d\d?)(?:\s*[./-]\s*(\d{4}|\d\d))?")
_FULL_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_SHORT_YEAR = re.compile(
    rf"(?:\d\d?[ ./-]?\d\d?[ ./-]?|\b(?:{'|'.join(_MONTHS)})[a-zæøå]*\.?\s+)(\d\d)(?!\d)",
    re.IGNORECASE,
)
_SEASONS = ("vinteren", "foråret", "sommeren", "efteråret")
#: After these words a time of the year stands without "i".
PREPOSITIONS = frozenset("i fra til siden efter før inden om ved for mellem og af omkring".split())


def season(words: str) -> str:
    """ "14. marts 2025" -> "foråret 2025"; without a year "foråret"; unread "[dato]"."""
    month, year = _read(words)
    if not 1 <= month <= 12:
        return "[dato]"
    if year is None:
        return _SEASONS[month % 12 // 3]
    if month == 12:
        return f"slutningen af {year}"
    return f"begyndelsen af {year}" if month < 3 else f"{_SEASONS[month // 3]} {year}"


def decade(words: str) -> str:
    """ "født den 3. maj 1987" -> "født i 1980'erne"; unread "[fødselsdato]"."""
    found = _FULL_YEAR.search(words) or _SHORT_YEAR.search(words)
    if found is None:
        return "[fødselsdato]"
    year = _full(found[1], born=True)
    lead = "født " if words.lower().startswith(("født", "f.")) else ""
    return f"{lead}i {year // 10 * 10}'erne"


def _read(words: str) -> tuple[int, int | None]:
    """Month and year; month 0 where it cannot be read."""
    if found := _ISO.search(words):
        return int(found[2]), int(found[1])
    if found := _NAMED.search(words):
        return _MONTHS[found[1].lower()[:3]], _year_after(words[found.end() :])
    if found := _PLAIN.search(words):
        return int(found[2]), _full(found[3]) if found[3] else None
    return 0, None


def _year_after(rest: str) -> int | None:
    found = _YEAR_LAST.search(rest)
    return _full(found[1]) if found else None


def _full(year: str, *, born: bool = False) -> int:
    """Two digits as four: a birth lies in the last century unless it is quite new."""
    number = int(year)
    if number >= 100:
        return number
    return (1900 if number > (26 if born else 60) else 2000) + number
