"""Ages of a person, in figures or words. Not spans of time. Pure."""

import re
from collections.abc import Iterator

from handlerum.privacy.kinds.figures import said, starting
from handlerum.privacy.kinds.numerals import NUMBER, value
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind

_OLDEST = 110
_PERSON = (
    r"\b(?:mand|kvinde|borger|dreng|pige|søn|sønnen|datter|barn|børn|ung|unge|fyr|enlig|mor|moder|"
    r"far|fader|dame|herre|person|ledig|bror|broder|søster|kæreste|ægtefælle|kone|hustru|samlever|kollega|"
    r"flygtning|patient|klient|bedstemor|bedstefar|niece|nevø|fætter|kusine|deltager|elev|studerende|"
    r"lærling|praktikant|ansøger|kandidat|mandlig|kvindelig|teenager)(?:en|n|et|ren|eren)?"
)
_NAME = r"\b[A-ZÆØÅ][a-zæøåé]+"
_REST = r"år(?:ig(?:e|t|es|ts|s)?(?!\w)| gam(?:mel|le|melt)(?!\w)|s alder(?:en)?(?!\w)|(?!\w))"
_FIGURES = re.compile(
    rf"(?<![\w§])(?<!\d[.,/\-])(?P<age>\d{{1,3}})(?!\d)"
    rf"(?:[ \-]?(?P<rest>{_REST})|(?![.,:/\-]?[\w%'’]))"
)
# Spelled numbers are everywhere ("to", "en"), so the search is for what stands beside an age.
_YEARS = re.compile(_REST)
_SPELLED = re.compile(rf"(?<!\w)(?P<age>{NUMBER})[ \-]?\Z")
_BEFORE = re.compile(
    rf"(?: på|ylder|yldte)(?: snart| nu| lige| netop)? (?P<age>{NUMBER})(?![\w\-]| år)"
)
# What a number counts when it counts no years of life, and what lasts so many years.
_OTHER = re.compile(
    r"\. (?:leve)?år\b|\)| ?(?:-|\d|%|\w*(?:timer?|uger?|dage?|måneder|måned|minutter|kr|kroner|"
    r"procent|pct|kilo|kg|cm|meter|"
    r"m2|kvm|km|stk|gange|personer|borgere|trin|niveau|point|besøg|og en halv|ud af)(?!\w))"
)
_LASTS = re.compile(
    r" (?:\w+ )?\w*(?:uddannelse|periode|aftale|forløb|plan|projekt|bevilling|pulje|forsøg|"
    r"kontrakt|frist|bachelor|regel|turnus|hf|studie|ansættelse|opgørelse|undersøgelse|indsats|strategi|"
    r"grænse|program|tradition|historie|erfaring|praktik|karens|karantæne|kursus|overbygning|garanti|"
    r"budget|rotation|leje|lån|afdrag|dom|krig|jubilæum|satsning)",
    re.IGNORECASE,
)
_GROUP = re.compile(r"(?:\d ?(?:-|til|og|eller) ?|\b(?:de|over|under|mellem|end|alle|blandt) )\Z")
# After the number: a range, or a comparison; before it: what has years and is no person.
_UNLIKE = re.compile(
    r" ?(?:-|(?:til|og|eller) ?)(?:\d|derover|opefter)| (?:yngre|ældre|siden|senere|til)\b"
)
_THING = re.compile(
    r"(?:period|frist|varighed|tid|forløb|beløb|.alder|grænse|dom|straf|forskel|det)\w*"
    r" (?:på|er|var) \Z",
    re.IGNORECASE,
)
# "en mand på", "borgeren Anna på", "fylder": the number alone will do.
_ON = re.compile(rf"(?:(?i:{_PERSON})(?: (?!på )[\w\-]+)?|{_NAME}) på \Z")
_TURNS = re.compile(
    r"\b(?i:(?:fylder|fyldte|runder|rundede)(?: (?:nu|snart|lige|netop|i år))?|alder(?:en)?"
    r"(?: (?:på|er|var|af))?) ?:? ?\Z"
)
# "Anna, 47, ...": between commas a number alone will do.
_COMMA = re.compile(rf"(?:(?i:{_PERSON})|{_NAME}), \Z")
# "hun er", "Anna (", "Kvinde, ": only years will do.
# How they end, to save the search for most numbers.
_ALONE = tuple(
    "på _er _, _fyldte _rundede _nu _snart _lige _netop _år _:_: _alder _alderen _af ".split("_")
)
_IS = re.compile(
    rf"(?:(?:(?i:{_PERSON}|\b(?:han|hun|jeg|som|der|du|vedkommende|hen))|{_NAME})"
    r" (?:er|var|blev|bliver)(?: (?:nu|kun|lige|snart|ca\.|omkring|næsten|blevet)){0,2} "
    rf"|(?i:{_PERSON})(?: {_NAME})?[,:]? \(?|{_NAME}, |{_NAME} \()\Z"
)


def find(text: str) -> Iterator[Span]:
    """All ages."""
    for start, end, number, rest in _numbers(text):
        if value(number) <= _OLDEST and _is_age(text, start, end, rest):
            yield Span(start, end, Kind.AGE, direct=False)


def _numbers(text: str) -> Iterator[tuple[int, int, str, str]]:
    """What may be an age: where it stands, its number, and the years said after it."""
    for match in starting(_FIGURES, text):
        if match["rest"] or text.endswith(_ALONE, 0, match.start()):
            yield match.start(), match.end(), match["age"], match["rest"] or ""
    for match in _YEARS.finditer(text):
        if age := said(_SPELLED, text, match.start(), 24):
            yield age.start(), match.end(), age["age"], match[0]
    for match in _BEFORE.finditer(text):
        if value(match["age"]) > 1:  # "en mand på en bænk"
            yield match.start("age"), match.end(), match["age"], ""


def _is_age(text: str, start: int, end: int, rest: str) -> bool:
    """Whether what stands around the number makes it an age."""
    if said(_GROUP, text, start, 12) or said(_THING, text, start, 40) or _UNLIKE.match(text, end):
        return False
    if rest.startswith("årig"):
        return not _LASTS.match(text, end)
    if rest.startswith(("år gam", "års")):
        return True
    alone = said(_ON, text, start, 60) or said(_TURNS, text, start, 30)
    if not rest and text[end : end + 1] == ",":
        alone = alone or said(_COMMA, text, start, 30)
    if not rest:
        return bool(alone) and not _OTHER.match(text, end)
    return bool(alone or said(_IS, text, start, 60))
