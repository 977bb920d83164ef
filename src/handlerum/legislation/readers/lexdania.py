"""Read one act from LexDania, the XML of Retsinformation. Pure."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO

from handlerum.legislation.problems import Problem, Unreadable
from handlerum.legislation.readers.gathering import Gathered
from handlerum.legislation.readers.provisions import Place, number, section
from handlerum.legislation.readers.streaming import Close, Node, Open, events, text
from handlerum.legislation.texts import EditionText

_AMENDING = frozenset({"AendringCentreretParagraf", "IkraftCentreretParagraf"})
_WHOLE = frozenset({"Meta", "Paragraf", "Explicatus", "Rubrica"}) | _AMENDING
#: Where it was announced, as its permanent address says it.
_ANNOUNCED = {"lovtidende b": "ltb", "lovtidende c": "ltc", "ministerialtidende": "mt"}


def read(stream: BinaryIO) -> EditionText:
    """The edition in a file.

    Raises:
        Unreadable: any of its problems.
    """
    walk = _Walk()
    for event in events(stream, _WHOLE):
        walk.take(event)
    return walk.edition()


@dataclass(slots=True)
class _Walk:
    """Where in the document we are, and what was met on the way."""

    meta: Node | None = None
    open: list[str] = field(default_factory=list)
    chapter: str = ""
    chapter_title: str = ""
    heading: str = ""
    gathered: Gathered = field(default_factory=Gathered)
    amendments: int = 0
    nameless: int = 0

    def take(self, event: Open | Close | Node) -> None:
        if isinstance(event, Open):
            self._enter(event.name)
        elif isinstance(event, Close):
            self._leave()
        elif event.name in ("Explicatus", "Rubrica"):
            self._title(event)
        elif event.name == "Paragraf":
            self._section(event)
        elif event.name == "Meta":
            self.meta = self.meta or event
        else:
            self.amendments += 1

    def edition(self) -> EditionText:
        """All that was met.

        Raises:
            Unreadable: NO_IDENTITY, AMENDING, NO_TEXT or BROKEN.
        """
        meta = self.meta or Node("Meta", {})
        eli, signed = _eli(meta), _day(meta, "DiesSigni") or _day(meta, "StartDate")
        if not self.gathered.sections:
            raise Unreadable(Problem.AMENDING if self.amendments else Problem.NO_TEXT)
        if signed is None:
            raise Unreadable(Problem.BROKEN, "DiesSigni")
        return EditionText(
            eli,
            (meta.words("DocumentType").split() or [""])[0],
            meta.words("DocumentTitle"),
            signed,
            tuple(self.gathered.sections.values()),
            meta.words("PopularTitle"),
            meta.words("Ministry"),
            _day(meta, "StartDate"),
            _day(meta, "EndDate"),
            tuple(self._remarks()),
        )

    def _enter(self, name: str) -> None:
        if not self.open and name != "Dokument":
            raise Unreadable(Problem.NOT_XML, name)
        self.open.append(name)
        if name == "Kapitel":
            self.chapter = self.chapter_title = ""
        if name in ("Kapitel", "ParagrafGruppe"):
            self.heading = ""

    def _leave(self) -> None:
        name = self.open.pop()
        if name == "Kapitel":
            self.chapter = self.chapter_title = ""
        if name in ("Kapitel", "ParagrafGruppe"):
            self.heading = ""

    def _title(self, node: Node) -> None:
        """A sign or a heading belongs to the innermost element it stands in."""
        if self.open[-1:] == ["ParagrafGruppe"] and node.name == "Rubrica":
            self.heading = text(node)
        elif self.open[-1:] == ["Kapitel"] and node.name == "Rubrica":
            self.chapter_title = text(node)
        elif self.open[-1:] == ["Kapitel"]:
            self.chapter = number(text(node))

    def _section(self, node: Node) -> None:
        found = section(node, Place(self.chapter, self.chapter_title, self.heading))
        if found is None:
            self.nameless += 1
        elif "Ikraft" in self.open:
            self.gathered.commencing(found)
        else:
            self.gathered.add(found)

    def _remarks(self) -> list[str]:
        remarks = self.gathered.remarks()
        if self.amendments:
            remarks.append(f"{self.amendments} paragraffer, der ændrer andre love, er udeladt.")
        if self.nameless:
            remarks.append(f"{self.nameless} paragraffer uden nummer er udeladt.")
        return remarks


def _eli(meta: Node) -> str:
    year, which = meta.words("Year"), meta.words("Number")
    if not (re.fullmatch(r"[12]\d{3}", year) and re.fullmatch(r"\d{1,6}", which)):
        raise Unreadable(Problem.NO_IDENTITY)
    announced = meta.words("AnnouncedIn").lower()
    where = next((_ANNOUNCED[name] for name in _ANNOUNCED if announced.startswith(name)), "lta")
    return f"{where}/{year}/{int(which)}"


def _day(meta: Node, name: str) -> date | None:
    """A date of the metadata; None where there is none, or one that means "until further"."""
    try:
        day = date.fromisoformat(meta.words(name)[:10])
    except ValueError:
        return None
    return day if day.year < 9999 else None
