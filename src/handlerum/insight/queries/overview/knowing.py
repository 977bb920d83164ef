"""What is known: form by way by voice, the silent corners, and topics that move."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from handlerum.insight.queries.overview.scope import Scope
from handlerum.insight.rules.overview import Cell, Moved, moved, quiet
from handlerum.insight.rules.year import LEAST_PEOPLE, enough
from handlerum.knowledge.access import reached
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.terms import Form, State, Way

_MOST_TOPICS = 8


@dataclass(frozen=True, slots=True)
class Knowing:
    """What is known. `few`: fewer than five people told it, so it is not taken apart."""

    told: int
    few: bool
    cells: list[Cell]
    quiet: list[tuple[str, str]]
    topics: list[Moved]

    @property
    def form_and_way(self) -> dict[tuple[str, str], int]:
        """How many of each form came in each way."""
        found: dict[tuple[str, str], int] = {}
        for cell in self.cells:
            found[cell.form, cell.way] = found.get((cell.form, cell.way), 0) + cell.n
        return found

    @property
    def form_and_voice(self) -> dict[tuple[str, str], int]:
        """How many of each form speak with each voice."""
        found: dict[tuple[str, str], int] = {}
        for cell in self.cells:
            found[cell.form, cell.voice] = found.get((cell.form, cell.voice), 0) + cell.n
        return found


def knowing(scope: Scope) -> Knowing:
    """What the reader and others can read, counted."""
    rows = _shared(scope).values_list("form", "way", "voice").annotate(n=Count("id"))
    cells = sorted((Cell(*row) for row in rows), key=lambda one: (one.form, one.way, one.voice))
    told = sum(cell.n for cell in cells)
    if not _enough_people(scope):
        return Knowing(told, few=True, cells=[], quiet=[], topics=[])
    return Knowing(
        told,
        few=False,
        cells=cells,
        quiet=quiet(cells, Form.values, Way.values),
        topics=_topics(scope),
    )


def _shared(scope: Scope) -> QuerySet[Contribution]:
    """What others can read, too: not what is shared with nobody, and no drafts."""
    here = Q(organisation_id=scope.reader.organisation_id, state=State.SHARED)
    return Contribution.objects.filter(here & reached(scope.reader), scope.of_team).order_by()


def _enough_people(scope: Scope) -> bool:
    """Whether enough told it. They are not counted further than that: it would read every row."""
    return enough(len(_shared(scope).values_list("author_id").distinct()[:LEAST_PEOPLE]))


def _topics(scope: Scope) -> list[Moved]:
    return moved(
        _by_topic(scope, scope.since), _by_topic(scope, scope.before, scope.since), _MOST_TOPICS
    )


def _by_topic(scope: Scope, start: datetime, end: datetime | None = None) -> dict[str, int]:
    period = Q(shared_at__gte=start) & (Q(shared_at__lt=end) if end else Q())
    rows = _shared(scope).filter(period, topics__isnull=False).values_list("topics__name")
    return dict(rows.annotate(n=Count("id")))
