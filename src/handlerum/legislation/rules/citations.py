"""Citations of acts in running Danish text: "efter LAB § 36, stk. 2". Pure.

A § is taken only where an act is named before or behind it, or where the text stands in an act
itself (`own`). A § of an act that nobody can name is never guessed: it gives no citation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from handlerum.legislation.rules.names import Names
from handlerum.legislation.rules.numbers import Group, find_groups


@dataclass(frozen=True, slots=True)
class Citation:
    """text[start:end] cites a provision.

    A range names each section or subsection in it up to twenty, and otherwise its two ends; they
    share one span. All other spans lie apart. `point` is "1", or "1 a" for litra a of nr. 1; it is
    empty where none or several are named.
    """

    start: int
    end: int
    act_key: str
    section: str
    subsection: int | None
    point: str


@dataclass(frozen=True, slots=True)
class _Named:
    """Where the name of an act stands beside a §; no key where nobody knows the act."""

    at: int
    key: str | None


# Two signs that one name may stand for: "§ 9, stk. 1, og § 12", "§ 9, jf. § 12".
_JOIN = re.compile(
    r",?\s(?:og|eller|samt|og/eller)\s(?:efter\s)?|,\s|\s?[-–/]\s?|\stil\s"
    r"|,?\s\(?(?P<jf>jf\.?)(?:\sdog)?\s",
    re.IGNORECASE,
)
# Between a name and its §: "aktivlovens regler i § 13", "aktivloven (§ 13)".
_BEFORE = re.compile(
    r"(?P<comma>[,:])?\s?\(?(?:(?:bestemmelser?(?:n|ne)?|regler(?:ne)?|regel)"
    r"(?:\som\s\w+)?\s(?:i|efter)\s)?\Z"
)
_GAP = re.compile(
    r"(?:\s?,)?\s(?P<word>i|fra|af|på)\s(?:den\s)?"
    r"(?:(?:nu|da|hidtil\s)?(?:gældende|værende|tidligere|hidtidige|nye|gamle)\s)?|,?\s\(?(?=\w)"
)
_THIS = r"(?:denne|nærværende)\s(?:lov|bekendtgørelse)"
_OWN_BEFORE = re.compile(
    rf"(?<![\w-])(?:{_THIS}s?|(?P<short>lovens|bekendtgørelsens))\s\Z", re.IGNORECASE
)
_OWN_BEHIND = re.compile(
    rf"(?:{_THIS}|(?P<short>loven|bekendtgørelsen))\b(?!\som\s)", re.IGNORECASE
)
_RULES = (
    r"(?:lov|bekendtgørelse|forordning|direktiv|cirkulære|vejledning|overenskomst|aftale|vedtægt|"
    r"konvention|traktat|anordning)"
)
# The name of some act, whether we know it or not.
_OTHER_BEFORE = re.compile(
    rf"(?:(?i:\w*{_RULES}(?:en|et|ens|ets|s)?)|\b[A-ZÆØÅ]{{2,6}}(?:['’]?s)?"
    rf"|\b(?i:{_RULES})\s(?:om\s[^.,;:()§]{{1,150}}|nr\.[^,;:()§]{{1,50}}))\s?\Z"
)
_OTHER_BEHIND = re.compile(
    rf"(?:[\w-]+\s){{0,2}}?[\w-]*{_RULES}(?:en|et|er|erne|ens|s)?\b|[A-ZÆØÅ]{{2,6}}\b|(?:Rådets|Kommissionens)\b"
)
_REACH = 300


def find_citations(text: str, names: Names, own: str | None = None) -> list[Citation]:
    """All citations in a text, in order.

    Args:
        names: What acts are called.
        own: The key of the act or order that the text stands in, for "jf. § 12" and "denne lovs".
    """
    found: list[Citation] = []
    floor = 0
    for series in _series(text):
        before = _before(text, series[0].start, floor, names, own)
        behind = _behind(text, series[-1].end, names, own)
        acts = _acts(text, series, before, behind, own)
        cited = [
            Citation(part.start, part.end, act, part.section, part.subsection, part.point)
            for group, act in zip(series, acts, strict=True)
            if act
            for part in group.parts
        ]
        start = before.at if before else series[0].start
        floor = behind.at if behind else series[-1].end
        found += (_stretched(one, series, start, floor) for one in cited)
    return found


def _stretched(one: Citation, series: list[Group], start: int, end: int) -> Citation:
    """Take the name of the act into the span of what stands beside it."""
    if one.start == series[0].start:
        one = replace(one, start=start)
    return replace(one, end=end) if one.end == series[-1].end else one


def _series(text: str) -> Iterator[list[Group]]:
    """Signs that are joined, so that one name may stand for all."""
    series: list[Group] = []
    for group in find_groups(text):
        if series and not _JOIN.fullmatch(text, series[-1].end, group.start):
            yield series
            series = []
        series.append(group)
    if series:
        yield series


def _acts(
    text: str, series: list[Group], before: _Named | None, behind: _Named | None, own: str | None
) -> list[str | None]:
    """The act of each sign: a name before goes for all, a name behind for those joined to it."""
    if before:
        last = behind or before
        return [before.key] * (len(series) - 1) + [last.key]
    if not behind:
        return [own] * len(series)
    others = 0 if own is None else _set_apart(text, series)
    return [own] * others + [behind.key] * (len(series) - others)


def _set_apart(text: str, series: list[Group]) -> int:
    """How many stand before the last "jf.": in an act they are its own, unless a comma says more.

    "§ 2, jf. § 5 i lov om …" against "§ 2, jf. § 5, i lov om …".
    """
    if text[series[-1].end : series[-1].end + 1] == ",":
        return 0
    for at in range(len(series) - 1, 0, -1):
        join = _JOIN.fullmatch(text, series[at - 1].end, series[at].start)
        if join and join["jf"]:
            return at
    return 0


def _before(text: str, at: int, floor: int, names: Names, own: str | None) -> _Named | None:
    """The act that is named just before a §, such as "aktivlovens"."""
    near = text[max(floor, at - _REACH) : at]
    offset = at - len(near)
    if mine := _OWN_BEFORE.search(near):
        return _Named(offset + mine.start(), _mine(mine, own))
    gap = _BEFORE.search(near)
    if gap and not (own and gap["comma"]) and (name := names.ending(near, gap.start())):
        return _Named(offset + name[0], name[1])
    other = _OTHER_BEFORE.search(near)
    if other and not names.starting(near, other.start()):  # else words stand between it and the §
        return _Named(at, None)
    return None


def _behind(text: str, at: int, names: Names, own: str | None) -> _Named | None:
    """The act that is named just behind a §, such as "i lov om sygedagpenge"."""
    gap = _GAP.match(text, at)
    if not gap:
        return None
    if gap["word"] and (mine := _OWN_BEHIND.match(text, gap.end())):
        return _Named(mine.end(), _mine(mine, own))
    name = names.starting(text, gap.end())
    if name and (gap["word"] or not re.compile(r"['’]?s?\s§").match(text, name[0])):
        return _Named(*name)
    if gap["word"] and _OTHER_BEHIND.match(text, gap.end()):
        return _Named(at, None)
    return None


def _mine(said: re.Match[str], own: str | None) -> str | None:
    """The act one stands in; in an order, "loven" is the act it was made under, and unnamed."""
    order = (own or "").startswith("bekendtgoerelse")
    short = (said["short"] or "").lower()
    return None if short and short.startswith("bekendtgørelse") != order else own
