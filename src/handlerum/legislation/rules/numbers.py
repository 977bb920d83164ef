"""The numbers of a citation: "§§ 9 og 13 a, stk. 1 og 3, nr. 2, litra b". Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

#: Further than this from one end to the other: the two ends alone are named.
_WIDEST = 20
_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"

# A letter belongs to the number unless it begins a word; "i" is mostly the word "in".
_LETTER = (
    r"(?:\s?[a-hj-zæøå]|[A-ZÆØÅ]|i|\s[A-ZÆØÅ](?=[,;)]|\s(?:og|i)\s)"
    r"|\si(?=\si\s|[,;):]|[-–]\d|\s(?:og|eller|samt)\s|\.?\Z))"
    r"(?![\w’']|[-–]\s?[a-zæøå]|\.[a-zæøå])"
)
_NUMBER = rf"\d{{1,4}}(?!\d)(?:{_LETTER})?"
_AND = r"\s(?:og|eller|samt|og/eller)\s"
_DASH = r"\s?[-–]\s?|\stil\s"
# What follows "og 3" where it counts something, or begins a date or an amount.
_COUNTED = (
    r"(?!\s?(?:hele\s)?(?:kr|kroner|år|måneder|timer|uger|dage|pct|procent|gange|personer|borgere"
    r"|ledige|børn|virksomheder|mio|mia|minutter)\b|\s?%|[:,]?\d|\.\d|\.\s?[a-zæøå])"
)
_SIGN = re.compile(r"§{1,2}\s?(?=\d)|\b[Pp]aragraf(?:fer(?:ne)?|fen)?\s(?=\d)")
_SECTION = re.compile(f"(?P<number>{_NUMBER})")
_MORE = re.compile(rf"(?P<how>{_DASH}|{_AND})(?P<number>{_NUMBER}){_COUNTED}")
_LISTED = re.compile(
    rf"(?P<how>,\s?)(?P<number>{_NUMBER})(?=(?:,\s?{_NUMBER}){{0,40}},?(?:{_AND}){_NUMBER}{_COUNTED})"
)
_AFTER_TAIL = re.compile(rf"(?P<how>,{_AND})(?P<number>{_NUMBER}){_COUNTED}")
# "§ 9, stk. 2": what may stand before "stk." and "nr.".
_THEN = r"(?:,?\s?(?:(?:og|eller|samt|(?P<jf>jf\.?))\s)?)"
_ITEM = rf"\d{{1,3}}(?!\d)(?:{_LETTER})?{_COUNTED}"
_ITEMS = rf"{_ITEM}(?:,\s{_ITEM}(?!\))|(?:{_DASH}|{_AND}){_ITEM})*"
# "Stk. 3." with a capital begins the next subsection of a text that is run together.
_TAIL = re.compile(
    rf"(?!\s?Stk\.\s?\d+\.\s){_THEN}(?:[Ss]tk(?:\.|ykke)?\s?(?P<subs>{_ITEMS})"
    rf"|(?:[Nn]r\.?|nummer)\s?(?P<point>{_ITEMS})"
    rf"|[Ll]itra\s?(?P<litra>[a-zæøå](?!\w)(?:(?:,\s|{_DASH}|{_AND})[a-hj-zæøå](?!\w))*)"
    r"|(?P<skip>(?:\d{1,2}\.?(?:\s?[-–,]\s?|\sog\s))*(?:\d{1,2}\.|første|andet|tredje|sidste)"
    r"\s?(?:pkt\.?|punktum)))"
)
_RANGE = re.compile(rf"(?P<first>\d+)(?P<dash>{_DASH})(?P<last>\d+)|\d+")


@dataclass(frozen=True, slots=True)
class Part:
    """One place that a citation names. `point` is empty where none or several are named."""

    start: int
    end: int
    section: str
    subsection: int | None = None
    point: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A sign § with all its numbers; parts of a range share their span."""

    start: int
    end: int
    parts: tuple[Part, ...]


def normal_number(number: str) -> str:
    """A number of a section as we write it.

    >>> normal_number("13a"), normal_number("13 A"), normal_number("9")
    ('13 a', '13 a', '9')
    """
    found = re.fullmatch(r"\s*(\d+)\s*([^\W\d])?\s*", number)
    return " ".join(filter(None, found.groups())).lower() if found else number.strip()


def find_groups(text: str) -> Iterator[Group]:
    """All signs § (or the word "paragraf") with their numbers, in order."""
    end = 0
    for sign in _SIGN.finditer(text):
        if sign.start() >= end:
            group = _group(text, sign)
            yield group
            end = group.end


def _group(text: str, sign: re.Match[str]) -> Group:
    parts: list[Part] = []
    several = sign[0].startswith("§§") or sign[0].lower().startswith("paragraffer")
    start, end, how = sign.start(), sign.end(), ""
    number = _SECTION.match(text, sign.end())
    while number:
        tail = list(_tail(text, Part(start, number.end("number"), normal_number(number["number"]))))
        parts = _joined(parts, tail, how)
        end = tail[-1].end
        number = _next(text, end, several, after_tail=end > number.end("number"))
        if number:
            start, how = number.start("number"), number["how"]
    return Group(sign.start(), end, tuple(parts))


def _next(text: str, at: int, several: bool, after_tail: bool) -> re.Match[str] | None:
    if after_tail:
        return _AFTER_TAIL.match(text, at) if several else None
    return _MORE.match(text, at) or _LISTED.match(text, at)


def _joined(parts: list[Part], tail: list[Part], how: str) -> list[Part]:
    """Put a section behind the others; a dash between two names all between them as well."""
    plain = parts and parts[-1].subsection is None and tail[0].subsection is None
    if not plain or not re.fullmatch(_DASH, how):
        return parts + tail
    first, last = parts[-1], tail[0]
    between = _sections_between(first.section, last.section)
    shared = [Part(first.start, last.end, number) for number in between]
    return [*parts[:-1], *shared[:-1], replace(shared[-1], point=last.point), *tail[1:]]


def _sections_between(first: str, last: str) -> list[str]:
    """Both ends and all between, where the numbers alone tell which; else the two ends."""
    (base, _, a), (other, _, b) = first.partition(" "), last.partition(" ")
    if not a and not b and 0 < int(other) - int(base) <= _WIDEST:
        return [str(number) for number in range(int(base), int(other) + 1)]
    if base == other and a and b and a < b:
        letters = _ALPHABET[_ALPHABET.index(a) : _ALPHABET.index(b) + 1]
        return [f"{base} {letter}" for letter in letters]
    return [first, last]


def _tail(text: str, part: Part) -> Iterator[Part]:
    """What follows the number of one section: its subsections, numbers and letters."""
    while found := _TAIL.match(text, part.end):
        bare = part.subsection is None and not part.point
        if found["jf"] and bare:  # "§ 20, jf. stk. 4" speaks of the provision it stands in
            break
        if found["subs"]:
            if not bare:
                yield part
            *earlier, part = _subsections(part, part.start if bare else found.start(), found)
            yield from earlier
        else:
            part = replace(part, end=found.end(), point=_point(part.point, found))
    yield part


def _subsections(part: Part, start: int, found: re.Match[str]) -> Iterator[Part]:
    """Each subsection that is named, the first from `start`; those of a range share its span."""
    begin = found.start("subs")
    for at, match in enumerate(_RANGE.finditer(found["subs"])):
        first = begin + match.start() if at else start
        for number in _numbers(match):
            yield Part(first, begin + match.end(), part.section, number)


def _numbers(match: re.Match[str]) -> list[int]:
    if not match["dash"]:
        return [int(match[0])]
    low, high = int(match["first"]), int(match["last"])
    return list(range(low, high + 1)) if 0 < high - low <= _WIDEST else [low, high]


def _point(point: str, found: re.Match[str]) -> str:
    if found["skip"]:
        return point
    if found["litra"]:
        return f"{point} {found['litra']}".strip() if len(found["litra"]) == 1 else point
    several = point or not re.fullmatch(_NUMBER, found["point"])
    return "" if several else normal_number(found["point"])
