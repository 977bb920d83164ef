"""Gather the sections of one act, each once. Pure."""

import re
from dataclasses import dataclass, field

from handlerum.legislation.texts import SectionText

_REPEALED = re.compile(r"\(?(?:ophævet|udelades)\.?\)?\.?", re.IGNORECASE)
_FIRST = re.compile(r"(\d+) ?([a-zæøå]?)")


@dataclass(slots=True)
class Gathered:
    """Sections by number in the order of the act, and the numbers that were left out.

    A consolidated act ends with commencement rules of the acts that changed it. Their numbers are
    those of the other acts, so they begin again; they are no provisions of this one.
    """

    sections: dict[str, SectionText] = field(default_factory=dict)
    twice: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def add(self, section: SectionText) -> None:
        """The first of each number is kept; a text is kept before a mere "(Ophævet)"."""
        kept = self.sections.get(section.number)
        if kept is None:
            self.sections[section.number] = section
            return
        self.twice.append(section.number)
        if _repealed(kept) and not _repealed(section):
            del self.sections[section.number]
            self.sections[section.number] = section

    def commencing(self, section: SectionText) -> None:
        """A rule about commencement: of this act when its number goes on from the last one."""
        if self.sections and _order(section.number) <= max(map(_order, self.sections)):
            self.leave_out(section.number)
        else:
            self.add(section)

    def leave_out(self, number: str) -> None:
        self.foreign.append(number)

    def remarks(self) -> list[str]:
        """What was left out, in Danish."""
        remarks = []
        if self.twice:
            remarks.append(f"Står flere gange, kun den ene er taget med: § {_list(self.twice)}.")
        if self.foreign:
            remarks.append(
                f"Står uden for lovens egne regler og er udeladt: § {_list(self.foreign)}."
            )
        return remarks


def _repealed(section: SectionText) -> bool:
    return all(
        _REPEALED.fullmatch(one.text.strip()) and not one.points for one in section.subsections
    )


def _order(number: str) -> tuple[int, str]:
    found = _FIRST.match(number)
    return (int(found[1]), found[2]) if found else (0, "")


def _list(numbers: list[str]) -> str:
    return ", § ".join(numbers)
