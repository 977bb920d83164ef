"""Provisions as the rest of the product meets them: what each gives, and all that are in force."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from handlerum.legislation.digests import digest_of
from handlerum.legislation.models import Act, Correction, Subsection
from handlerum.legislation.rules.gives import Marked, main_gives, read_gives
from handlerum.legislation.terms import Gives
from handlerum.legislation.time import in_force
from handlerum.organisations.access import Reader

_CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Provision:
    """A subsection with what it gives: by its own words, or as the organisation reads it.

    `marked` are the words of its text that the rules went by.
    """

    row: Subsection
    marked: Sequence[Marked]
    gives: Gives | None
    correction: Correction | None

    @property
    def act(self) -> Act:
        """Whose it is."""
        return self.row.section.edition.act

    @property
    def citation(self) -> str:
        """How it is cited: LAB § 36, stk. 2."""
        section = self.row.section
        part = f", stk. {self.row.number}" if self.row.number > 1 else ""
        return f"{self.act} § {section.number}{part}"


def provisions_of(reader: Reader, ids: Sequence[int], day: date) -> Mapping[int, Provision]:
    """Subsections by their id, those of them that are in force on a day."""
    rows = Subsection.objects.filter(_standing(day), id__in=ids).select_related(
        "section__edition__act"
    )
    return {one.row.id: one for one in read_all(reader, rows)}


def provisions_in(
    reader: Reader, sections: Sequence[tuple[str, str]], day: date
) -> dict[tuple[str, str], list[Provision]]:
    """The subsections of sections as they stand on a day, by (key of the act, number)."""
    rows = Subsection.objects.filter(
        _standing(day),
        section__edition__act__key__in={key for key, _ in sections},
        section__number__in={number for _, number in sections},
    ).select_related("section__edition__act")
    found: dict[tuple[str, str], list[Provision]] = {one: [] for one in sections}
    for one in read_all(reader, rows.order_by("number", "id")):
        place = (one.act.key, one.row.section.number)
        if place in found:
            found[place].append(one)
    return found


def read_all(reader: Reader, rows: Iterable[Subsection]) -> list[Provision]:
    """What subsections give, as the reader's organisation reads them; their acts at hand."""
    rows = list(rows)
    acts = {row.section.edition.act_id for row in rows}
    told = Correction.objects.filter(organisation_id=reader.organisation_id, act_id__in=acts)
    known = {(one.act_id, one.section, one.subsection): one for one in told.select_related("by")}
    return [_read(row, known.get(_key(row))) for row in rows]


def texts_on(day: date) -> Iterator[tuple[int, str, str]]:
    """Id, title and text of every subsection in force on a day, for an index."""
    rows = Subsection.objects.filter(_standing(day)).order_by("id")
    for row in rows.select_related("section__edition__act").iterator(_CHUNK):
        section = row.section
        named = f"{section.edition.act} § {section.number}"
        title = f"{named} {section.heading or section.chapter_title}"
        yield row.id, title, "\n".join([row.text, *(text for _, text in row.points)])


def in_force_count(day: date) -> int:
    """How many subsections are in force on a day."""
    return Subsection.objects.filter(_standing(day)).count()


def _read(row: Subsection, correction: Correction | None) -> Provision:
    marked = read_gives(row.text)
    if correction and correction.digest == digest_of(row):
        return Provision(row, marked, Gives(correction.gives), correction)
    return Provision(row, marked, main_gives(marked), None)  # said about another text, if at all


def _key(row: Subsection) -> tuple[int, str, int]:
    return row.section.edition.act_id, row.section.number, row.number


def _standing(day: date) -> Q:
    return in_force(day, "section__edition__")
