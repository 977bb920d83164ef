"""Exact dates: a day and a month, mostly with a year. Not those that belong to a law. Pure."""

import re
from collections.abc import Iterator

from handlerum.privacy.kinds.figures import said, starting
from handlerum.privacy.kinds.numerals import any_of
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind

_LONG_MONTH = (
    r"January|February|March|April|May|June|July|August|September|October|November|December"
)
_MONTH = (
    rf"(?i:(?:januar|februar|marts|maj|juni|juli|oktober|{_LONG_MONTH}|sept|jan|feb|mar|apr|jun|jul|"
    r"aug|sep|okt|oct|nov|dec)(?!\w))"
)
_ORDINAL = any_of(
    [f"{unit}ogtyvende" for unit in "en to tre fire fem seks syv otte ni".split()]
    + "første anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte".split()
    + "trettende fjortende femtende sekstende syttende attende nittende tyvende tredivte".split()
    + ["enogtredivte"]
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_NR = r"(?:1[0-2]|0?[1-9])"
# Two digits are a year unless they count something, are the hour, or begin another date.
_COUNTED = (
    r"(?i:procent|pct|%|kr|år|timer|personer|borgere|deltagere|unge|stk|dage|uger|\.? ?[a-z]{3})"
)
_YEAR = rf"(?:(?:19|20)\d\d(?!\d)|['’]?\d\d(?![\d:/]|[.,\-]\d|[ ]?{_COUNTED}))"
_WORDED = (
    rf"(?:{_DAY}\.?(?: ?- ?| (?:til|og)(?: den)? ))?"
    rf"{_DAY}(?:(?:st|nd|rd|th)(?: of)?|\.)?[ \n]{{0,2}}{_MONTH}(?:\.?,?[ \-]?{_YEAR})?"
)
_SPELLED = re.compile(rf" {_ORDINAL} {_MONTH}(?: {_YEAR})?")
_ENGLISH = re.compile(
    rf"[JFMASOND](?<!\w.)(?<=(?=(?:{_LONG_MONTH}) ).)\w+ {_DAY}"
    r"(?:st|nd|rd|th)?,? (?:19|20)\d\d(?!\d)"
)
_NUMBERED = (
    r"(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d))"
    rf"|(?P<full>{_DAY}(?P<sign>[.\-]) ?{_NR}(?P=sign) ?{_YEAR})"
    rf"|(?P<slash>{_DAY} ?/ ?{_NR}(?: ?- ?{_DAY}/{_NR})?(?P<year> ?[\-/ .] ?{_YEAR})?)"
    r"(?![\d/]|[.,]\d)"
    rf"|(?P<short>{_DAY}\. ?{_NR}\.?(?![.,\-/:]?\d))"
)
_FIGURES = re.compile(rf"(?<![\w§])(?<!\d[.,/\-])(?:(?P<worded>{_WORDED})|{_NUMBERED})")
_LEADING = re.compile(
    r"(?<!\w)(?:(?:man|tirs|ons|tors|fre|lør|søn)dags?,? ?)?(?:den |d\. ?)?\Z", re.IGNORECASE
)
_PIECE = re.compile(r" ?(?:år|time|dag|del|liter|kop|af )")  # of a whole: "1/2 år"
_TWO_DIGITS = re.compile(r"\d\d(.) ?\d\d\1|\d{1,2}(.) ?\d{1,2}\2 ?(?:19|20)\d\d")
# Parts of a text, times of day and versions are written with the same signs.
_PART = re.compile(
    r"(?:\b(?:kl|klokken|afsnit|kapitel|kap|punkt|pkt|bilag|tabel|figur|nr|side|s|version|v|stk|ca|"
    r"note|art|artikel|litra)\.? ?|§+ ?)\Z",
    re.IGNORECASE,
)
# "lov nr. 502 af", "forordning (EU) 2016/679 af": when a law was made is no secret.
_LAW = re.compile(
    r"(?:lov|lbk|bek|vej|cir|skr|anordning|forordning|direktiv|cirkulære|vejledning|aftale|"
    r"afgørelse|konvention|traktat)\w*\b[^;\n]{0,60}?\b(?:af|fra) (?:den )?\Z",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Span]:
    """All exact dates that may belong to a person."""
    for start, end in _moments(text):
        if not said(_LAW, text, start, 90):
            yield Span(start, end, Kind.DATE, direct=False)


def at(text: str, start: int) -> int | None:
    """Where the date ends that begins here, if one may begin here."""
    match = _FIGURES.match(text, start) or (start and _SPELLED.match(text, start - 1))
    return match.end() if match else None


def _moments(text: str) -> Iterator[tuple[int, int]]:
    """All dates, with the weekday and the "den" before them."""
    for match in (*_ENGLISH.finditer(text), *_SPELLED.finditer(text)):
        start = match.start() + (match[0][0] == " ")
        yield _leading(text, start), match.end()
    for match in starting(_FIGURES, text):
        first = _leading(text, match.start())
        part = said(_PART, text, first, 12)
        if not part and (match["worded"] or _is_sure(match, text[first : match.start()])):
            yield first, match.end()


def _leading(text: str, start: int) -> int:
    leading = said(_LEADING, text, start, 20)
    return leading.start() if leading else start


def _is_sure(match: re.Match[str], leading: str) -> bool:
    """Whether figures are a date: fractions, sections and times look alike."""
    text, end = match.string, match.end()
    if match["iso"] or match["year"]:
        return True
    if match["slash"]:
        day, month = (int(part) for part in re.split(r"\D+", match["slash"])[:2])
        dated = bool(leading) or "-" in match["slash"] or text[end : end + 1] == ":"
        late = day > 12 and (day, month) != (24, 7)  # no fraction, and not day and night
        return not _PIECE.match(text, end) and (dated or late)
    if match["full"]:
        return bool(leading or _TWO_DIGITS.match(match["full"]))
    return leading.lower().endswith(("den ", "d.", "d. "))
