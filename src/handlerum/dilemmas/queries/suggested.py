"""Dilemmas that the reader's contributions hint at. Suggested, never made."""

from dataclasses import dataclass

from handlerum.dilemmas.models import Dismissed
from handlerum.dilemmas.rules.suggesting import Suggestion, suggestions
from handlerum.knowledge.access import visible
from handlerum.knowledge.models import Contribution, Link
from handlerum.knowledge.queries import by_ids
from handlerum.knowledge.terms import Outcome, Stance, State
from handlerum.organisations.access import Reader

#: So many of the newest are looked through: what is older has had its time.
_LOOKED_AT = 2000


@dataclass(frozen=True, slots=True)
class Suggested:
    """A suggestion with its two contributions."""

    suggestion: Suggestion
    first: Contribution
    second: Contribution


def suggested(reader: Reader, most: int = 5) -> list[Suggested]:
    """At most so many suggestions that the reader has not put aside, from what they may see."""
    dismissed = Dismissed.objects.filter(
        organisation_id=reader.organisation_id, user_id=reader.user_id
    ).values_list("fingerprint", flat=True)
    found = suggestions(_outcomes(reader), _challenges(reader), frozenset(dismissed))[:most]
    known = by_ids(reader, {id_ for one in found for id_ in (one.first, one.second)})
    return [
        Suggested(one, known[one.first], known[one.second])
        for one in found
        if known.keys() >= {one.first, one.second}
    ]


def _outcomes(reader: Reader) -> list[tuple[str, int, str]]:
    ended = visible(reader).filter(
        state=State.SHARED, outcome__in=(Outcome.SUCCEEDED, Outcome.FAILED)
    )
    rows = ended.filter(topics__isnull=False).order_by("-shared_at", "-id", "topics__name")
    return list(rows.values_list("topics__name", "id", "outcome")[:_LOOKED_AT])


def _challenges(reader: Reader) -> list[tuple[int, int]]:
    seen = visible(reader).filter(state=State.SHARED)
    rows = Link.objects.filter(stance=Stance.CHALLENGES, origin__in=seen, target__in=seen)
    return list(rows.order_by("-id").values_list("origin_id", "target_id")[:_LOOKED_AT])
