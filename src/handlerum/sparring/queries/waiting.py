"""For leaders: how long questions wait and which topics lack somebody to ask. Never who."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q

from handlerum.core.clock import now
from handlerum.core.text import danish_key
from handlerum.knowledge.queries import topics as known_topics
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.models import Membership, Team
from handlerum.organisations.terms import Role
from handlerum.sparring.models import Question
from handlerum.sparring.queries.offers import offered_keys
from handlerum.sparring.rules.asking import topic_key
from handlerum.sparring.rules.waiting import LEAST, Wait, Waited, by_group, waited
from handlerum.sparring.terms import QuestionState

#: So many days back; questions that still wait count however old they are.
WINDOW = 90


@dataclass(frozen=True, slots=True)
class Overview:
    """What a leader sees; None where there are too few to tell of."""

    whole: Waited | None
    teams: list[tuple[Team, Waited | None]]
    lacking: list[str] | None


def overview(reader: Reader) -> Overview:
    """How long questions wait in the organisation and its teams, and what lacks somebody to ask.

    Raises:
        Denied: the reader is no leader.
    """
    if reader.role != Role.LEADER:
        raise Denied
    members = list(
        Membership.objects.filter(organisation_id=reader.organisation_id, is_active=True)
        .order_by("id")
        .prefetch_related("teams")
    )
    group = {member.user_id: _group(member) for member in members}
    sizes: dict[int, int] = defaultdict(int)
    for group_id in group.values():
        if group_id is not None:
            sizes[group_id] += 1
    waits = _waits(reader, group)
    told = by_group(waits, sizes)
    teams = sorted(
        Team.objects.filter(organisation_id=reader.organisation_id),
        key=lambda team: danish_key(team.name),
    )
    return Overview(
        waited(waits),
        [(team, told.get(team.id)) for team in teams],
        _lacking(reader) if len(members) >= LEAST else None,
    )


def _group(member: Membership) -> int | None:
    """The one team in which a person is counted, so that no two groups share anybody."""
    return min((team.id for team in member.teams.all()), default=None)


def _waits(reader: Reader, group: dict[int, int | None]) -> list[Wait]:
    moment = now()
    since = moment - timedelta(days=WINDOW)
    rows = (
        Question.objects.filter(organisation_id=reader.organisation_id)
        .exclude(state=QuestionState.WITHDRAWN)
        .filter(Q(created_at__gte=since) | Q(state=QuestionState.OPEN))
    )
    return [
        Wait(asker, group.get(asker), ((taken or moment) - asked) / timedelta(days=1))
        for asker, asked, taken in rows.values_list("asker_id", "created_at", "taken_at")
    ]


def _lacking(reader: Reader) -> list[str]:
    """Topics of what the reader may read with a word that nobody offers to spar on."""
    offered = {word for key in offered_keys(reader) for word in key.split()}
    return [
        name for name in known_topics(reader) if not offered.issuperset(topic_key(name).split())
    ]
