"""Addresses: a street, a number and what may follow; post boxes; title numbers of land. Pure."""

import re
from collections.abc import Iterator

from handlerum.privacy.kinds.figures import starting
from handlerum.privacy.kinds.place import TOWN
from handlerum.privacy.kinds.streets import may_be_street, street
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind

_DOOR = (
    r"(?:(?:til )?(?:tv|th|mf|venstre|højre|midtfor)(?!\w)\.?|dør ?\w{1,3}(?!\w)"
    r"|lejl\w*\.? ?\d{1,4})"
)
_FLOOR = (
    r"(?P<floor>(?i:[,. ]{0,2}(?:(?:\d{1,2}|st(?:uen?)?|kl(?:d|ælder(?:en)?)?)[. ]{0,2}"
    rf"(?:(?:sal|etage)\.?)?[, \-]{{0,2}}{_DOOR}|\d{{1,2}}\.? ?(?:sal|etage)(?!\w)|{_DOOR}"
    r"|(?:st|kld|stuen|kælderen)\.?(?!\w)|,? ?\d{1,2}\.[ \-]{1,2}\d{1,3}(?!\d)(?! [A-ZÆØÅ])))"
    r"|(?:, ?\d{1,2}\.(?=,|\s*\Z|\s*\d{4} )))"
)
_POST = (
    rf"(?P<post>(?:, ?[A-ZÆØÅ][a-zæøå]+)?[, \r\n]{{1,4}}(?:(?:DK|FO|GL)[ \-]?)?\d{{4}}[ ,]{{1,2}}"
    rf"(?:{TOWN}|[a-zæøå]{{3,20}}(?: [a-zæøå]{{1,2}})?(?=[.,;:)\n]|\Z)))"
)
_HOUSE = re.compile(
    r"\d{1,3}(?!\d)(?:[A-Za-zÆØÅ](?!\w)| [A-Za-h](?![\w\-/'’]|\.\w))?"
    r"(?: ?[\-/] ?\d{1,3}(?!\d)[A-Za-z]?(?!\w))?"
    rf"(?![\w%])(?:{_FLOOR})?(?:{_POST})?(?:, {TOWN}(?=[,;)\n]|\.?\Z|\.\s))?"
)
_COUNTED = re.compile(
    r" ?(?:%|(?:uger?|dage?|timer?|år|måned\w*|minutter|gange|kr|kroner|procent|pct|km|meter|m2|"
    r"stk|personer|borgere|unge|mio|mia|deltagere|medarbejdere|elever|pladser|forløb)(?!\w)"
    r"|\.? ?(?:jan|feb|marts|apr|maj|jun|jul|aug|sep|okt|nov|dec)|[.,:/]\d)"
)
# What may stand after an address: a sign, an end, a small word that goes on.
_GOES_ON = re.compile(
    r"\s*(?:\Z|[.,;:)!?\n\"'»”\-]|(?:i|på|og|ved|med|som|hos|til|fra|er|har|hvor|kl|eller|men|da|når|"
    r"for|af|under|efter|bor|tlf|der|den|d)(?!\w))"
)
_POSTBOX = re.compile(
    rf"[pP](?<!\w.)(?i:ost-?boks|\.?o\.? ?box) ?(?i:nr\.? ?)?\d{{1,5}}(?!\d|[.,:]\d)(?:{_POST})?"
)
# A box in a report has a number too: the post's has two figures or more, and nothing said of it.
_BOX = re.compile(
    r"[bB](?<!\w.)(?<!\b[sS]e .)(?<!\b[jJ]f .)(?<!\b[jJ]f\. .)(?<!\b[iI] .)oks \d{2,5}(?!\d)"
    rf"(?:{_POST}|(?=\Z|[,\n]|\.(?:\s|\Z)))"
)
_LAND = re.compile(
    r"[mM](?<!\w.)(?i:atr(?:ikel)?\.?[ \-]?(?:nr|nummer)?\b\.?)[: ]{0,2}"
    r"(?P<number>\d{1,4} ?[a-zæøå]{0,3}(?!\w)"
    r"(?:,? (?:af )?[A-ZÆØÅ][\w\-]+(?: (?:[A-ZÆØÅ][\w\-]+|og)){0,4})?)"
)


def find(text: str) -> Iterator[Span]:
    """All addresses."""
    for match in starting(_HOUSE, text):
        if length := _street_before(text, match):
            yield _span(match.start() - length, match.end())
    for pattern in (_POSTBOX, _BOX):
        for match in pattern.finditer(text):
            yield _span(match.start(), match.end())
    for match in _LAND.finditer(text):
        yield _span(match.start("number"), match.end("number"))


def _street_before(text: str, match: re.Match[str]) -> int:
    """How far before the number the street begins; 0 where there is none."""
    end = match.start()
    if text.endswith(("nr. ", "nr ", "nr."), 0, end):
        end = text.rindex("n", 0, end)
    sure = bool(match["floor"] or match["post"])
    if not (sure or may_be_street(text, end)) or _COUNTED.match(text, match.end()):
        return 0
    open_ = sure or bool(_GOES_ON.match(text, match.end()))
    line = text[max(0, end - 60) : end].rpartition("\n")[2]
    length = street(line, sure=sure, open_=open_)
    if line[-1:].isupper() and " " not in line[len(line) - length :]:  # a code: "TVANG1"
        return 0
    return length and length + match.start() - end


def _span(start: int, end: int) -> Span:
    return Span(start, end, Kind.ADDRESS, direct=True)
