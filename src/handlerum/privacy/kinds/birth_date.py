"""Dates of birth: a date after the word, and a CPR number whose last four are masked. Pure."""

import re
from collections.abc import Iterator

from handlerum.privacy.kinds import date
from handlerum.privacy.kinds.figures import starting
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind

_BORN = re.compile(
    r"[fFbB*](?<!\w.)(?:(?i:ødt|ødselsdato|ødselsdag|ødselsdagen|ødes|dato|d|irthday|orn)\b"
    r"|(?<=[fF])\.|(?<=\*))"
    r"[ \t]?[.:,(]{0,2}[ \t]?(?:(?i:er|var|på|i|om) ){0,2}(?P<leading>(?:(?i:den|d\.) ?)?)"
)
_DATE = r"(?:0[1-9]|[12]\d|3[01])(?P<gap>[ ]?)(?:0[1-9]|1[0-2])(?P=gap)(?:(?:19|20)\d\d|\d\d)"
_BARE = re.compile(rf"(?:{_DATE}|(?:19|20)\d\d)(?![\w'’]|[.,/\-]\d)")
_MASKED = re.compile(
    r"(?:0[1-9]|[12]\d|3[01])[ .\-/]?(?:0[1-9]|1[0-2])[ .\-/]?\d\d ?-? ?"
    r"(?:(?=.{4}(?!\w))\d{0,2}(?:[xX]+|\*+|[•●·]+|#+|\?+|_+|\.{4})|…)(?!\w)"
)


def find(text: str) -> Iterator[Span]:
    """All dates of birth."""
    for match in starting(_MASKED, text, 2):
        yield _span(match.start(), match.end())
    for born in _BORN.finditer(text):
        bare = _BARE.match(text, born.end())
        end = bare.end() if bare else date.at(text, born.end())
        if end:
            yield _span(born.start("leading"), end)


def _span(start: int, end: int) -> Span:
    return Span(start, end, Kind.BIRTH_DATE, direct=False)
