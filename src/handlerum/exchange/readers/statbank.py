"""The list of tables in Danmarks Statistik's Statistikbank (.json): one piece per table."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .clean import one_line
from .pieces import Piece, Reason, Unreadable
from .plain import decode
from .statbank_words import listed, period, unit

_ID = re.compile(r"[A-Za-z0-9]{1,20}")  # it becomes part of an address
_TIME = "tid"  # every table has it; the periods say it better


@dataclass(frozen=True, slots=True)
class _Table:
    id: str
    text: str
    unit: str
    updated: str
    first: str
    latest: str
    active: bool
    variables: tuple[str, ...]


def read(_name: str, data: bytes) -> list[Piece]:
    """Read a StatBank table list as one piece per table, in its order, each id once.

    Raises `Unreadable`: corrupt for broken JSON, mistyped for any other JSON.
    """
    try:
        content = json.loads(decode(data))
    except (ValueError, RecursionError):
        raise Unreadable(Reason.corrupt) from None
    if not isinstance(content, list):
        raise Unreadable(Reason.mistyped)
    tables = {table.id: table for table in map(_table, content)}
    return [_piece(table) for table in tables.values()]


def _table(row: Any) -> _Table:
    try:
        table = _Table(
            id=one_line(row["id"]),
            text=one_line(row["text"]),
            unit=one_line(row["unit"]),
            updated=row["updated"][:10],
            first=one_line(row["firstPeriod"]),
            latest=one_line(row["latestPeriod"]),
            active=row["active"] is not False,
            variables=tuple(map(one_line, row["variables"])),
        )
    except (TypeError, KeyError, AttributeError):
        raise Unreadable(Reason.mistyped) from None
    if not (_ID.fullmatch(table.id) and table.text):
        raise Unreadable(Reason.mistyped)
    return table


def _piece(table: _Table) -> Piece:
    # Many tables share a text; the id tells them apart.
    return Piece(
        title=f"{table.text} ({table.id})",
        text=" ".join(_sentences(table)),
        key=table.id,
        url=f"https://www.statistikbanken.dk/{table.id}",
        publisher="Danmarks Statistik",
        year=int(table.updated[:4]) if re.match(r"[12][0-9]{3}-", table.updated) else None,
    )


def _sentences(table: _Table) -> Iterator[str]:
    yield f"{table.text}."
    yield f"Det er tabellen {table.id} i Danmarks Statistiks Statistikbank."
    yield unit(table.unit)
    if divided_by := [name for name in table.variables if name and name != _TIME]:
        yield f"Tallene kan deles op efter {listed(divided_by)}."
    yield _periods(table)
    if not table.active:
        yield "Tabellen bliver ikke længere opdateret."


def _periods(table: _Table) -> str:
    first, latest = period(table.first), period(table.latest)
    if first == latest:
        return f"Tabellen har tal for {first}."
    return f"Tabellen har tal fra {first} til {latest}."
