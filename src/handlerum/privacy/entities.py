"""Gather what is found in several places, and several fields, under one name. Pure."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from handlerum.core.text import fold
from handlerum.privacy.find import find
from handlerum.privacy.replace import ages, dates, organisations, places
from handlerum.privacy.replace.people import (
    is_bare,
    named_before,
    presented,
    role_before,
    stand_in,
    words_of,
)
from handlerum.privacy.replace.words import begins_sentence, word_before
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind

_BRACKETS = {
    Kind.CPR: "[cpr-nummer]",
    Kind.EMAIL: "[e-mail]",
    Kind.PHONE: "[telefonnummer]",
    Kind.ADDRESS: "[adresse]",
    Kind.ACCOUNT: "[kontonummer]",
    Kind.CASE_NUMBER: "[sagsnummer]",
    Kind.PLATE: "[nummerplade]",
    Kind.USERNAME: "[brugernavn]",
    Kind.URL: "[link]",
}
#: What finds every place of a text that points to a person.
Finder = Callable[[str], list[Span]]
#: Between two fields: more lines than any finder goes over.
_BETWEEN = "\n" * 8
_TITLE = re.compile(r"\b(?:hr|fru|frk|dr)\.?[ \t]+\Z", re.IGNORECASE)
_CITIZEN = re.compile(r"\bborger(?:en|ens|s)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where it stands, and how what is written instead must fit in there.

    `start` and `end` are what is replaced, which may be more than what was found: the space before
    a name that is left out. `lead` comes before the new words; `instead` takes the place of all.
    """

    field: str
    start: int
    end: int
    span: Span
    lead: str = ""
    owner: bool = False
    first: bool = False
    instead: str | None = None


@dataclass(slots=True)
class Found:
    """One thing that points to a person, wherever it stands.

    `key` names it in a decision; `shown` is how it was written first; `proposal` what could be
    written instead.
    """

    key: str
    kind: Kind
    shown: str
    proposal: str
    direct: bool = False
    places: list[Place] = field(default_factory=list)


def reading(texts: Mapping[str, str]) -> str:
    """The texts as one, as they are read: a name that is sure in one field helps in all."""
    return _BETWEEN.join(text for text in texts.values() if text.strip())


def gather(texts: Mapping[str, str], find: Finder = find) -> list[Found]:
    """Everything found in the texts, by the order in which it is first met.

    Args:
        texts: each text by the name of its field.
        find: what reads them; one that remembers what it has read, or the finders themselves.
    """
    spans = list(_spans(texts, find))
    people = _people([pair for pair in spans if pair[1].kind == Kind.PERSON], texts)
    found: dict[str, Found] = {}
    for name, span in spans:
        text = texts[name]
        if span.kind == Kind.PERSON:
            one = people[name, span]
        else:
            words = text[span.start : span.end]
            key = f"{span.kind}:{' '.join(fold(words).split())}"
            one = found.get(key) or Found(key, span.kind, words, _proposal(span, words))
        one.direct |= span.direct
        one.places.append(_place(name, text, span))
        found.setdefault(one.key, one)
    _name(found.values(), texts)
    return list(found.values())


def _spans(texts: Mapping[str, str], find: Finder) -> Iterator[tuple[str, Span]]:
    """What is found, field by field."""
    told = {name: text for name, text in texts.items() if text.strip()}
    begins = [0]
    for text in told.values():
        begins.append(begins[-1] + len(text) + len(_BETWEEN))
    names = list(told)
    for span in find(reading(told)):
        number = bisect_right(begins, span.start) - 1
        start, end = span.start - begins[number], span.end - begins[number]
        if end <= len(told[names[number]]):
            yield names[number], replace(span, start=start, end=end)


def _proposal(span: Span, words: str) -> str:
    match span.kind:
        case Kind.DATE:
            return dates.season(words)
        case Kind.BIRTH_DATE:
            return dates.decade(words)
        case Kind.AGE:
            return ages.span_of_years(words)
        case Kind.PLACE:
            return places.wider(words.removesuffix("s") if _owns_place(words) else words)
        case Kind.EMPLOYER | Kind.SCHOOL | Kind.INSTITUTION:
            return organisations.sort_of(span.kind, words)
        case kind:
            return _BRACKETS[kind]


def _owns_place(words: str) -> bool:
    """Whether it is a known place with an owner's s: "Hobros", but not "Paris" or "Horsens"."""
    unknown = places.wider("")
    return words.endswith("s") and places.wider(words) == unknown != places.wider(words[:-1])


def _people(
    spans: list[tuple[str, Span]], texts: Mapping[str, str]
) -> dict[tuple[str, Span], Found]:
    """Who is who: "Mette Jensen", "Mette" and "Jensens" are one person."""
    written = {pair: texts[pair[0]][pair[1].start : pair[1].end] for pair in spans}
    known = frozenset(word for words in written.values() for word in fold(words).split())
    names = {pair: words_of(words, known)[0] for pair, words in written.items()}
    persons: dict[frozenset[str], Found] = {}
    by_word: dict[str, frozenset[str]] = {}  # the first person whose name holds the word
    of: dict[tuple[str, Span], Found] = {}
    for pair in sorted(spans, key=lambda pair: -len(names[pair])):  # the whole names first
        words = frozenset(names[pair])
        known_as = (by_word.get(word, frozenset()) for word in names[pair])
        whole = next((longer for longer in known_as if words <= longer), words)
        if whole not in persons:
            persons[whole] = Found(f"person:{' '.join(names[pair])}", Kind.PERSON, "", "")
            for word in words:
                by_word.setdefault(word, whole)
        of[pair] = persons[whole]
    for pair in reversed(spans):
        of[pair].shown = written[pair]  # as it was written first
    return of


def _place(name: str, text: str, span: Span) -> Place:
    start, end = span.start, span.end
    if span.kind == Kind.PERSON:
        return _person_place(name, text, span)
    lead, owner = "", False
    previous = word_before(text, start)
    on = previous == "på"
    if span.kind == Kind.DATE:
        lead = "" if previous in dates.PREPOSITIONS else "i "
    elif span.kind == Kind.PLACE:
        owner = _owns_place(text[start:end])
        lead = "i " if on else ""  # "på Nørrebro": in a town, not on it
    if on and span.kind in (Kind.PLACE, Kind.AGE):
        start = _word_start(text, start)
    return Place(name, start, end, span, lead, owner, begins_sentence(text, start))


def _person_place(name: str, text: str, span: Span) -> Place:
    """A name goes away where a role says who it is: "min kollega Mette"."""
    start, end = span.start, span.end
    owner = words_of(text[start:end], frozenset())[1]
    before = text[max(0, start - 40) : start]
    if said := named_before(before):
        comma = before[-said] == "," and text[end : end + 1] == ","
        return Place(name, start - said, end + comma, span, instead="s" if owner else "")
    if title := _TITLE.search(before):
        start -= len(title[0])
    role = word_before(text, start)
    if not role_before(role):
        return Place(name, start, end, span, owner=owner, first=begins_sentence(text, start))
    role_start = _word_start(text, start)
    if is_bare(role, word_before(text, role_start)):  # "hos sagsbehandler Lars": "hos …en"
        first = begins_sentence(text, role_start)
        return Place(name, role_start, end, span, owner=owner, first=first)
    return Place(name, role_start + len(role), end, span, instead="s" if owner else "")


def _word_start(text: str, start: int) -> int:
    """Where the word just before `start` begins."""
    before = text[max(0, start - 60) : start]
    blank = len(before) - len(before.rstrip(" \t"))
    return start - blank - len(word_before(text, start))


def _name(found: Iterable[Found], texts: Mapping[str, str]) -> None:
    """Give every person a role, or something neutral to be called."""
    others = any(_CITIZEN.search(text) for text in texts.values())
    number = 0
    for one in found:
        if one.kind != Kind.PERSON:
            continue
        if _all_presented(one, texts):
            one.proposal = "[navn]"
        elif role := _role(one, texts):
            one.proposal = role
        else:
            one.proposal = stand_in(number, others=others)
            number += 1


def _all_presented(one: Found, texts: Mapping[str, str]) -> bool:
    return all(
        presented(texts[place.field][max(0, place.span.start - 30) : place.span.start])
        for place in one.places
    )


def _role(one: Found, texts: Mapping[str, str]) -> str:
    return next(
        filter(None, (_role_at(texts[place.field], place.span.start) for place in one.places)), ""
    )


def _role_at(text: str, start: int) -> str:
    said = named_before(text[max(0, start - 40) : start])
    return role_before(word_before(text, start - said))
