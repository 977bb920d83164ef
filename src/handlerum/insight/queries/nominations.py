"""Reading what colleagues nominate as the most significant changes."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from handlerum.insight.access import nominations
from handlerum.insight.models import Nomination
from handlerum.organisations.access import Reader

#: So many stand on the page of the year.
MOST = 60


@dataclass(frozen=True, slots=True)
class Nominated:
    """A nomination, and whether the reader made it."""

    row: Nomination
    is_own: bool

    @property
    def title(self) -> str:
        """What was nominated, by its own words."""
        return title_of(self.row)


def listed(reader: Reader) -> list[Nominated]:
    """What is nominated and everybody may still read: the chosen first, then the newest."""
    rows = _with_named(nominations(reader)).order_by("-chosen_at", "-id")[:MOST]
    found = sorted(rows, key=lambda row: row.chosen_at is None)
    return [Nominated(row, row.by_id == reader.user_id) for row in found]


def by_ids(reader: Reader, ids: Iterable[int]) -> list[Nomination]:
    """Those of them that everybody may still read, in the order of the ids."""
    wanted = list(ids)
    rows = {row.id: row for row in _with_named(nominations(reader).filter(id__in=wanted))}
    return [rows[number] for number in wanted if number in rows]


def named_already(reader: Reader, **named: int) -> bool:
    """Whether the reader has nominated that contribution or trial."""
    return Nomination.objects.filter(
        organisation_id=reader.organisation_id, by_id=reader.user_id, **named
    ).exists()


def title_of(row: Nomination) -> str:
    """What was nominated, by its own words."""
    if row.contribution:
        return row.contribution.title
    return row.trial.what if row.trial else ""


def _with_named(rows: QuerySet[Nomination]) -> QuerySet[Nomination]:
    return rows.select_related("contribution", "trial", "by")
