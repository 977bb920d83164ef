"""Reading year statuses: the list, and one as a document with what its figures name."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from handlerum.dilemmas.models import Choice, Dilemma
from handlerum.insight.access import for_all, may_draft, readable, statuses, trials_for_all
from handlerum.insight.models import EarlierText, Nomination, Principle, YearPart, YearStatus
from handlerum.insight.queries.nominations import by_ids as nominations_by_ids
from handlerum.insight.rules.year import crossed, summed
from handlerum.insight.terms import Part
from handlerum.knowledge.terms import Audience
from handlerum.organisations.access import Reader
from handlerum.practice.models import FrameRequest, PracticeVersion, Trial

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Named:
    """What the figures name, as far as everybody in the organisation may still read it."""

    nominations: list[Nomination]
    dilemmas: list[Dilemma]
    choices: list[Choice]
    trials: list[Trial]
    versions: list[PracticeVersion]
    frames: list[FrameRequest]
    open_dilemmas: list[Dilemma]


@dataclass(frozen=True, slots=True)
class Document:
    """A year status: its parts in their order, its principles, and what the figures name."""

    status: YearStatus
    parts: dict[Part, YearPart]
    principles: list[Principle]
    named: Named
    may_write: bool

    def facts(self, part: Part) -> dict[str, Any]:
        """The figures of one part."""
        return dict(self.parts[part].facts)

    @property
    def by_form(self) -> dict[str, int]:
        """How many contributions there are of each form."""
        return summed(self._cells, 0)

    @property
    def by_way(self) -> dict[str, int]:
        """How many contributions there are of each way."""
        return summed(self._cells, 1)

    @property
    def form_and_voice(self) -> dict[tuple[str, str], int]:
        """How many contributions of each form speak with each voice."""
        return crossed(self._cells, 0, 2)

    @property
    def form_and_way(self) -> dict[tuple[str, str], int]:
        """How many contributions of each form came in each way."""
        return crossed(self._cells, 0, 1)

    @property
    def _cells(self) -> list[tuple[str, str, str, int]]:
        rows = self.parts[Part.VOICES].facts.get("cells", [])
        return [(str(form), str(way), str(voice), int(n)) for form, way, voice, n in rows]


def listed(reader: Reader) -> list[YearStatus]:
    """The year statuses the reader may see, the newest year first."""
    return list(statuses(reader))


def document(reader: Reader, status_id: int) -> Document:
    """One year status with all that stands in it.

    Raises:
        Denied: it is not the reader's to see.
    """
    status = readable(reader, status_id)
    parts = {Part(row.part): row for row in status.parts.all()}
    facts = {part: row.facts for part, row in parts.items()}
    return Document(
        status,
        parts,
        list(status.principles.all()),
        _named(reader, facts),
        may_draft(reader),
    )


def earlier_texts(row: YearPart) -> list[EarlierText]:
    """What a part said before, the newest first, without what it says now."""
    found = row.earlier.exclude(number=row.version).select_related("by")
    return list(found)


def principle_names(reader: Reader, status: YearStatus) -> list[str]:
    """Principles that the organisation named in earlier years and not in this one."""
    before = Principle.objects.filter(status__in=statuses(reader)).exclude(status=status)
    taken = set(status.principles.values_list("name", flat=True))
    names = dict.fromkeys(before.order_by("-id").values_list("name", flat=True)[:50])
    return [name for name in names if name not in taken]


def _named(reader: Reader, facts: dict[Part, dict[str, Any]]) -> Named:
    ours = for_all(reader.organisation_id)
    of_dilemma = {
        "dilemma__organisation_id": reader.organisation_id,
        "dilemma__audience": Audience.ORGANISATION,
    }
    of_practice = {
        "practice__organisation_id": reader.organisation_id,
        "practice__audience": Audience.ORGANISATION,
        "audience": Audience.ORGANISATION,
    }
    weighed = facts[Part.WEIGHED].get("dilemmas", [])
    ahead = facts[Part.AHEAD].get("dilemmas", [])
    dilemmas = _rows(Dilemma.objects.filter(ours), [*weighed, *ahead])
    choices = Choice.objects.filter(**of_dilemma).select_related("option", "dilemma", "owed_to")
    versions = PracticeVersion.objects.filter(**of_practice).select_related("practice")
    return Named(
        nominations=nominations_by_ids(reader, facts[Part.LEARNED].get("nominations", [])),
        dilemmas=[dilemmas[one] for one in weighed if one in dilemmas],
        choices=_ordered(choices, facts[Part.WEIGHED].get("choices", [])),
        trials=_ordered(
            trials_for_all(reader).select_related("contribution"),
            facts[Part.TRIED].get("trials", []),
        ),
        versions=_ordered(versions, facts[Part.CHANGED].get("versions", [])),
        frames=_ordered(
            FrameRequest.objects.filter(ours), facts[Part.LEADERSHIP].get("frames", [])
        ),
        open_dilemmas=[dilemmas[one] for one in ahead if one in dilemmas],
    )


def _rows(rows: QuerySet[Row], ids: Iterable[int]) -> dict[int, Row]:
    return {row.pk: row for row in rows.filter(pk__in=list(ids))}


def _ordered(rows: QuerySet[Row], ids: Iterable[int]) -> list[Row]:
    """Rows in the order of their ids as they were named; what is gone is left out."""
    wanted = list(ids)
    found = _rows(rows, wanted)
    return [found[one] for one in wanted if one in found]
