"""Postcodes with their towns. Pure."""

import re
from collections.abc import Iterator

from handlerum.privacy.kinds.figures import said, starting
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind

_WORD = r"[A-ZÆØÅ][a-zæøåéü]+"
_FIRST = (
    r"(?:(?:Kgs|Gl|Gml|Sdr|Ndr|Nr|Vr|St|Ll|Sct|Skt)\. ?|(?:Kongens|Gammel|Sønder|Nørre|Vester|"
    r"Øster|Store|Lille|Sankt|Høje|Ny|Kirke|Hvide|Over|Nedre) )"
)
_LAST = (
    r"(?: (?:[A-ZÆØÅ]{1,2}|Falster|Sjælland|Mors|Fyn|Als|Lolland|Jylland|Strand|Havn|By|Stationsby)"
    r"(?!\w))"
)
#: A town as it stands after its postcode; two words where the first or the last asks for it.
TOWN = rf"(?:{_FIRST}?(?=[A-ZÆØÅ]\w{{2}}|Å|Ø)(?:{_WORD}|[A-ZÆØÅ]{{3,20}})(?:-{_WORD})?{_LAST}?)"
_POSTCODE = re.compile(
    rf"(?<!\w)(?<!\d[.,/\-])(?P<code>[1-9]\d{{3}}|0[5-9]\d\d) {{1,2}}(?P<town>{TOWN})(?!\w)"
)
_COUNTRY = re.compile(r"\b(?:DK|FO|GL)[ \-]?\Z")
# Years before a name are no postcodes, save in the one town that has such.
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTED = re.compile(
    r"(?:\b(?:nr|kr|dkk|side|s|lbk|bek|lov|nummer|cirka|ca)\.?|§) ?\Z", re.IGNORECASE
)


def find(text: str) -> Iterator[Span]:
    """All postcodes with a town."""
    for match in starting(_POSTCODE, text, 4):
        year = _YEAR.fullmatch(match["code"]) and not match["town"].startswith("Frederiksberg")
        if not (year or said(_COUNTED, text, match.start(), 10)):
            country = said(_COUNTRY, text, match.start(), 3)
            start = country.start() if country else match.start()
            yield Span(start, match.end(), Kind.PLACE, direct=False)
