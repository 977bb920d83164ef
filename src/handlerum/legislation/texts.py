"""What a reader takes out of a file: one edition of an act, as plain values. Pure."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class PointText:
    """A number (nr.) or a letter (litra) of a subsection: "1", or "1 a" for litra a of nr. 1."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class SubsectionText:
    """A stk.; `text` is what comes before its numbers, and after them where there is such."""

    number: int
    text: str
    points: tuple[PointText, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionText:
    """A §. `number` has no sign and one blank before a letter: "36", "13 a"."""

    number: str
    subsections: tuple[SubsectionText, ...]
    chapter: str = ""  # "10", or "10 a"; empty outside chapters
    chapter_title: str = ""
    heading: str = ""  # of the group of sections it stands in


@dataclass(frozen=True, slots=True)
class EditionText:
    """One text of an act, as it was announced.

    `eli` is the end of its permanent address: "lta/2024/1294". Dates are None where the file does
    not tell them.
    """

    eli: str
    document_kind: str  # LBK, LOV, BEK …
    title: str
    signed: date
    sections: tuple[SectionText, ...]
    popular_title: str = ""
    ministry: str = ""
    in_force_from: date | None = None
    in_force_to: date | None = None
    #: What a reader left out, in Danish, for the report.
    remarks: tuple[str, ...] = field(default=())
