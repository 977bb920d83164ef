"""Reading legislation: an act, a section on a day, its editions, what differs between two."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Count, F, QuerySet

from handlerum.core.differences import Difference, differences
from handlerum.core.text import danish_key
from handlerum.legislation.models import Act, Edition, Section, Subsection
from handlerum.legislation.provisions import Provision, read_all
from handlerum.legislation.time import in_force
from handlerum.organisations.access import Reader


class Missing(StrEnum):
    """Why there is no section to show."""

    ACT = "act"  # no such act was imported
    DAY = "day"  # nothing of it was in force that day
    REPEALED = "repealed"  # other editions have it, the one of that day has not
    SECTION = "section"  # no edition has it


class NotFound(Exception):
    """There is no such section on that day; it holds why."""

    def __init__(self, missing: Missing, act: Act | None = None) -> None:
        self.missing, self.act = missing, act
        super().__init__(missing.value)


@dataclass(frozen=True, slots=True)
class Standing:
    """An act as it stands on a day: its edition, None where none is in force, and its length."""

    act: Act
    edition: Edition | None
    sections: int


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section as it stood on a day, and the editions in which it reads as it does in none other.

    `editions` are those that have it, the newest first.
    """

    row: Section
    edition: Edition
    act: Act
    provisions: Sequence[Provision]
    editions: Sequence[Edition]
    before: str  # number of the section before it, empty for the first
    after: str

    @property
    def before_slug(self) -> str:
        """That number as addresses have it."""
        return self.before.replace(" ", "")

    @property
    def after_slug(self) -> str:
        """The next one as addresses have it."""
        return self.after.replace(" ", "")


def acts(day: date) -> list[Standing]:
    """All acts in Danish order, each as it stands on a day."""
    editions = Edition.objects.filter(in_force(day)).annotate(count=Count("sections"))
    of_the_day = {one.act_id: one for one in editions}
    rows = sorted(Act.objects.all(), key=lambda act: (act.kind, danish_key(act.name)))
    return [_standing(act, of_the_day.get(act.id)) for act in rows]


def _standing(act: Act, edition: Any) -> Standing:
    return Standing(act, edition, edition.count if edition else 0)


def edition_on(act_key: str, day: date) -> Edition:
    """An act's edition of a day.

    Raises:
        NotFound: there is no such act, or none of it was in force.
    """
    act = Act.objects.filter(key=act_key).first()
    if act is None:
        raise NotFound(Missing.ACT)
    edition = act.editions.filter(in_force(day)).select_related("act").last()
    if edition is None:
        raise NotFound(Missing.DAY, act)
    return edition


def section_on(reader: Reader, act_key: str, number: str, day: date) -> SectionView:
    """A section of an act as it stood on a day.

    Raises:
        NotFound: there is none.
    """
    edition = edition_on(act_key, day)
    row = edition.sections.filter(number=number).first()
    having = Edition.objects.filter(act=edition.act, sections__number=number)
    editions = list(having.annotate(text=F("sections__digest")).order_by("-in_force_from"))
    if row is None:
        raise NotFound(Missing.REPEALED if editions else Missing.SECTION, edition.act)
    around = edition.sections.filter(place__in=(row.place - 1, row.place + 1))
    beside = dict(around.values_list("place", "number"))
    return SectionView(
        row,
        edition,
        edition.act,
        read_all(reader, _parts(row, edition)),
        editions,
        beside.get(row.place - 1, ""),
        beside.get(row.place + 1, ""),
    )


def _parts(row: Section, edition: Edition) -> list[Subsection]:
    row.edition = edition
    parts = list(row.subsections.all())
    for part in parts:
        part.section = row
    return parts


def between(act_key: str, number: str, before: str, after: str) -> list[Difference]:
    """What changed in a section from one edition to another, each by the end of its address.

    Raises:
        NotFound: one of them has no such section.
    """
    return differences(_text(act_key, number, before), _text(act_key, number, after))


def _text(act_key: str, number: str, eli: str) -> str:
    row = _sections().filter(edition__act__key=act_key, number=number, edition__eli=eli).first()
    if row is None:
        raise NotFound(Missing.SECTION)
    return text_of(row)


def _sections() -> QuerySet[Section]:
    return Section.objects.prefetch_related("subsections")


def text_of(section: Section) -> str:
    """A section as plain lines."""
    lines = []
    for part in section.subsections.all():
        sign = f"Stk. {part.number}. " if part.number > 1 else ""
        lines.append(sign + part.text)
        lines += [f"{number}) {text}" for number, text in part.points]
    return "\n".join(lines)


def edition(eli: str) -> Edition:
    """An edition by the end of its address. Raises NotFound."""
    row = Edition.objects.filter(eli=eli).select_related("act").first()
    if row is None:
        raise NotFound(Missing.SECTION)
    return row


def editions_of(act: Act) -> list[Edition]:
    """All texts of an act, the newest first."""
    return list(act.editions.order_by("-in_force_from", "-signed"))


def chapters(edition: Edition) -> list[tuple[str, str, list[Section]]]:
    """An edition's sections in their order, under their chapters: number, title, sections."""
    found: list[tuple[str, str, list[Section]]] = []
    for row in edition.sections.all():
        if not found or (row.chapter, row.chapter_title) != found[-1][:2]:
            found.append((row.chapter, row.chapter_title, []))
        found[-1][2].append(row)
    return found
