"""Lists of dilemmas and of considerations."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from handlerum.core.text import danish_key
from handlerum.dilemmas.access import considerations as visible_considerations
from handlerum.dilemmas.access import visible
from handlerum.dilemmas.models import Consideration, Dilemma
from handlerum.dilemmas.terms import DilemmaState
from handlerum.legislation.citing import cites
from handlerum.organisations.access import Reader
from handlerum.trail.terms import Thing


@dataclass(frozen=True, slots=True)
class Used:
    """A consideration, and in how many of the dilemmas that the reader may see it stands."""

    consideration: Consideration
    times: int


def listed(reader: Reader, state: str = "") -> QuerySet[Dilemma]:
    """Dilemmas, in one state or in all, those that moved last first; with their considerations."""
    found = visible(reader)
    if state in DilemmaState.values:
        found = found.filter(state=state)
    return _with_cards(found).order_by("-changed_at", "-id")


def by_ids(reader: Reader, ids: Iterable[int]) -> dict[int, Dilemma]:
    """Dilemmas of those ids that the reader may see: the second look after an index."""
    found = visible(reader).filter(id__in=list(ids))
    return {dilemma.id: dilemma for dilemma in _with_cards(found)}


def citing(reader: Reader, act_key: str, section: str) -> list[Dilemma]:
    """Dilemmas that cite a section of an act, those that moved last first."""
    cited = cites(Thing.DILEMMA, act_key, section).values("thing_id")
    return list(_with_cards(visible(reader).filter(id__in=cited)).order_by("-changed_at", "-id"))


def considerations(reader: Reader) -> list[Used]:
    """The considerations the reader may see, in Danish order."""
    mine = Q(sides__dilemma__in=visible(reader))
    rows = visible_considerations(reader).annotate(
        times=Count("sides__dilemma", filter=mine, distinct=True)
    )
    used = [Used(row, row.times) for row in rows]
    return sorted(used, key=lambda one: danish_key(one.consideration.name))


def reusable(reader: Reader, dilemma: Dilemma) -> list[Used]:
    """The considerations that do not stand in the dilemma yet."""
    taken = set(dilemma.sides.values_list("consideration_id", flat=True))
    return [one for one in considerations(reader) if one.consideration.id not in taken]


def _with_cards(rows: QuerySet[Dilemma]) -> QuerySet[Dilemma]:
    return rows.select_related("owner", "team").prefetch_related("sides__consideration")
