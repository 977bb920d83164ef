"""What an overview is of: whose, of which team, and how far back."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q

from handlerum.core.clock import now
from handlerum.core.text import danish_key
from handlerum.insight.access import drafter
from handlerum.insight.rules.year import enough
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.models import Membership

#: Periods that can be chosen, in days.
PERIODS = (30, 90, 365)


@dataclass(frozen=True, slots=True)
class Scope:
    """The reader, and what they chose to look at."""

    reader: Reader
    days: int = 90
    team_id: int | None = None

    @property
    def since(self) -> datetime:
        """When the period began."""
        return now() - timedelta(days=self.days)

    @property
    def before(self) -> datetime:
        """When the period before it began."""
        return now() - timedelta(days=2 * self.days)

    @property
    def of_team(self) -> Q:
        """The condition under which something belongs to the team that was chosen, if one was."""
        return Q() if self.team_id is None else Q(team_id=self.team_id)


def scope(reader: Reader, *, days: int = 90, team_id: int | None = None) -> Scope:
    """What the reader looks at.

    Args:
        days: one of `PERIODS`.
        team_id: one of `teams`; None: the whole organisation.

    Raises:
        Denied: their role has no overview, there is no such period, or the team is not theirs or
            too small.
    """
    drafter(reader)
    if days not in PERIODS:
        raise Denied
    if team_id is not None and team_id not in dict(teams(reader)):
        raise Denied
    return Scope(reader, days, team_id)


def teams(reader: Reader) -> list[tuple[int, str]]:
    """The reader's teams of five people or more: id and name, in Danish order."""
    mine = Membership.objects.filter(organisation_id=reader.organisation_id, is_active=True)
    rows = mine.filter(teams__in=reader.team_ids).values_list("teams__id", "teams__name")
    found = [(number, name) for number, name, n in rows.annotate(n=Count("id")) if enough(n)]
    return sorted(found, key=lambda one: danish_key(one[1]))
