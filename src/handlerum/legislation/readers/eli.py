"""Read what Retsinformation tells about an act in ELI JSON-LD, without its text. Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from handlerum.legislation.problems import Problem, Unreadable
from handlerum.legislation.readers.loading import load

_ADDRESS = re.compile(r"\beli/([a-z]+/[12]\d{3}/\d{1,6})(?![\w])")
_FOLDERS = re.compile(r".*[#/:]")


@dataclass(frozen=True, slots=True)
class EliMetadata:
    """An act and what it has to do with others; addresses are "lta/2024/280"."""

    eli: str
    title: str = ""
    title_short: str = ""
    date_document: date | None = None
    in_force: bool | None = None  # None where it is not told
    consolidated_by: tuple[str, ...] = ()
    changed_by: tuple[str, ...] = ()
    consolidates: tuple[str, ...] = ()


def read(stream: BinaryIO) -> EliMetadata:
    """The act that a file is about.

    Raises:
        Unreadable: NOT_XML, BROKEN or TOO_LARGE, and NO_IDENTITY without an address.
    """
    try:
        things = list(_things(load(stream)))
    except RecursionError as error:
        raise Unreadable(Problem.BROKEN) from error
    act = max((thing for thing in things if thing.eli), key=_is_the_act, default=None)
    if act is None:
        raise Unreadable(Problem.NO_IDENTITY)
    titled = [act, *(thing for thing in things if thing.id in set(act.names("is_realized_by")))]
    titled += [thing for thing in things if not thing.eli or thing.eli == act.eli]
    return EliMetadata(
        act.eli,
        _first(titled, "title"),
        _first(titled, "title_short"),
        _day(act),
        _in_force(act),
        act.acts("consolidated_by"),
        act.acts("changed_by"),
        act.acts("consolidates"),
    )


@dataclass(frozen=True, slots=True)
class _Thing:
    """One object of the graph, its keys without the name of their vocabulary."""

    id: str
    eli: str
    values: Mapping[str, object]

    def names(self, key: str) -> list[str]:
        return [name for name in _names(self.values.get(key)) if name]

    def acts(self, key: str) -> tuple[str, ...]:
        found = (_ADDRESS.search(name.lower()) for name in self.names(key))
        return tuple(dict.fromkeys(one[1] for one in found if one))


def _things(value: object) -> Iterator[_Thing]:
    """Every object in it, wherever it is nested; bare references are none."""
    if isinstance(value, list):
        for one in value:
            yield from _things(one)
    elif isinstance(value, dict):
        values = {_FOLDERS.sub("", key): value[key] for key in value if key != "@context"}
        if values.keys() - {"@id", "@value", "@language", "@type", "@graph"}:
            name = next(_names(value.get("@id") or value.get("id")), "")
            found = _ADDRESS.search(name.lower())
            yield _Thing(name, found[1] if found else "", values)
        for one in values.values():
            yield from _things(one)


def _is_the_act(thing: _Thing) -> tuple[bool, int]:
    """The act itself is a resource, and says more of itself than of those it names."""
    kinds = {_FOLDERS.sub("", name) for name in _names(thing.values.get("@type"))}
    return "LegalResource" in kinds, len(thing.values)


def _names(value: object) -> Iterator[str]:
    """The texts or addresses in a value, Danish ones first."""
    if isinstance(value, str):
        yield value.strip()
    elif isinstance(value, list):
        for one in sorted(value, key=_not_danish):
            yield from _names(one)
    elif isinstance(value, dict):
        yield from _names(value.get("@id") or value.get("@value"))


def _not_danish(value: object) -> bool:
    return isinstance(value, dict) and value.get("@language", "da") != "da"


def _first(things: list[_Thing], key: str) -> str:
    return next((name for thing in things for name in thing.names(key)), "")


def _day(act: _Thing) -> date | None:
    try:
        return date.fromisoformat(_first([act], "date_document")[:10])
    except ValueError:
        return None


def _in_force(act: _Thing) -> bool | None:
    told = _FOLDERS.sub("", _first([act], "in_force")).lower().rpartition("-")[2]
    return {"inforce": True, "partiallyinforce": True, "notinforce": False}.get(told)
