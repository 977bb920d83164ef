"""Read one act from JSON with its sections as run-together text. Pure.

The file says {"id": "2024:280", "short_name": "LBK …", "title", "issued_date", "provisions":
[{"section": "13a", "chapter": "3a", "content": "§ 13 a. … Stk. 2. …"}]}. Its "status" calls every
act in force, so nobody looks at it.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import BinaryIO

from handlerum.legislation.problems import Problem, Unreadable
from handlerum.legislation.readers.gathering import Gathered
from handlerum.legislation.readers.loading import load, word
from handlerum.legislation.rules.splitting import spaced, split
from handlerum.legislation.texts import EditionText, SectionText

_ID = re.compile(r"([12]\d{3}):(\d{1,6})")


def read(stream: BinaryIO) -> EditionText:
    """The edition in a file.

    Raises:
        Unreadable: any of its problems but UNSAFE and AMENDING.
    """
    loaded = load(stream)
    if not isinstance(loaded, dict):
        raise Unreadable(Problem.NO_IDENTITY)
    eli, gathered = _eli(loaded), Gathered()
    within = False
    for provision in _provisions(loaded):
        section = _section(provision)
        within = within or bool(section.chapter)
        # In an act with chapters, what follows them without one is not its own.
        if within and not section.chapter:
            gathered.leave_out(section.number)
        else:
            gathered.add(section)
    if not gathered.sections:
        raise Unreadable(Problem.NO_TEXT)
    return EditionText(
        eli,
        (word(loaded, "short_name").split() or [""])[0],
        word(loaded, "title"),
        _signed(loaded),
        tuple(gathered.sections.values()),
        remarks=tuple(gathered.remarks()),
    )


def _eli(row: Mapping[str, object]) -> str:
    found = _ID.fullmatch(word(row, "id"))
    if not found:
        raise Unreadable(Problem.NO_IDENTITY)
    return f"lta/{found[1]}/{int(found[2])}"


def _signed(row: Mapping[str, object]) -> date:
    try:
        return date.fromisoformat(word(row, "issued_date"))
    except ValueError as error:
        raise Unreadable(Problem.BROKEN, "issued_date") from error


def _provisions(row: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    provisions = row.get("provisions") or []
    if not isinstance(provisions, list):
        raise Unreadable(Problem.BROKEN, "provisions")
    for provision in provisions:
        if not isinstance(provision, dict):
            raise Unreadable(Problem.BROKEN, "provisions")
        yield provision


def _section(row: Mapping[str, object]) -> SectionText:
    number, content = spaced(word(row, "section")), word(row, "content")
    if not (number and content):
        raise Unreadable(Problem.BROKEN, f"§ {number}")
    return SectionText(number, split(content), spaced(word(row, "chapter")))
