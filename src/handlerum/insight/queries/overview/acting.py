"""What is weighed, reflected on, tried, agreed and asked of leadership, counted."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from handlerum.core.clock import today
from handlerum.dilemmas.access import visible as visible_dilemmas
from handlerum.dilemmas.models import Dilemma
from handlerum.dilemmas.terms import DilemmaState
from handlerum.insight.queries.overview.scope import Scope
from handlerum.insight.rules.year import enough
from handlerum.knowledge.access import reached
from handlerum.knowledge.terms import Outcome
from handlerum.practice.access import frames, practices, trials
from handlerum.practice.models import FrameRequest, Practice
from handlerum.practice.queries.flags import flags_among
from handlerum.practice.terms import FlagReason, FrameAnswer, TrialState
from handlerum.reflection.models import ActionOption, Event, Session
from handlerum.reflection.words import Happened, Phase, SessionState

_MOST_NAMED = 6
_OPEN = (DilemmaState.OPEN, DilemmaState.IN_REFLECTION)


@dataclass(frozen=True, slots=True)
class Weighing:
    """Dilemmas by state, and the open ones that moved last."""

    states: dict[str, int]
    open: list[Dilemma]


@dataclass(frozen=True, slots=True)
class RoomForAction:
    """Options before and after, in sessions that ended. `few`: too few took part to tell."""

    sessions: int
    few: bool
    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class Trying:
    """Trials by how they went, those under way, and those whose day has passed."""

    outcomes: dict[str, int]
    under_way: int
    late: int


@dataclass(frozen=True, slots=True)
class Agreed:
    """Practices in use: how many, how many ask for a look for each reason, and some of them."""

    practices: int
    reasons: dict[FlagReason, int]
    flagged: list[tuple[Practice, list[FlagReason]]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of leadership: answers given, and what waits."""

    answers: dict[str, int]
    waiting: int
    late: int
    oldest: list[FrameRequest]


def weighing(scope: Scope) -> Weighing:
    """The dilemmas the reader may see."""
    rows = visible_dilemmas(scope.reader).filter(scope.of_team)
    open_ones = rows.filter(state__in=_OPEN).order_by("-changed_at", "-id")
    return Weighing(_counted(rows, "state", DilemmaState.values), list(open_ones[:_MOST_NAMED]))


def room_for_action(scope: Scope) -> RoomForAction:
    """What sessions of the period opened. More options is not called better by itself."""
    here = Session.objects.filter(
        reached(scope.reader),
        scope.of_team,
        organisation_id=scope.reader.organisation_id,
        state=SessionState.CLOSED,
        is_rehearsal=False,
        closed_at__gte=scope.since,
    )
    sessions = here.count()
    # Who took part is forgotten with what they said; that somebody joined is not.
    joined = Event.objects.filter(session__in=here, happened=Happened.JOINED).count()
    if not enough(joined):
        return RoomForAction(sessions, few=True)
    options = ActionOption.objects.filter(session__in=here, withdrawn_at=None)
    phases = _counted(options, "phase", Phase.values)
    return RoomForAction(
        sessions, few=False, before=phases[Phase.BEFORE], after=phases[Phase.AFTER]
    )


def trying(scope: Scope) -> Trying:
    """The trials the reader may see; what failed stands beside what succeeded."""
    rows = trials(scope.reader).filter(scope.of_team)
    told = rows.filter(state=TrialState.TOLD, told_at__gte=scope.since)
    ahead = rows.filter(state=TrialState.UNDER_WAY)
    words = [Outcome.SUCCEEDED, Outcome.FAILED, Outcome.MIXED]
    outcomes = _counted(told, "outcome", words)
    return Trying(outcomes, ahead.count(), ahead.filter(until__lt=today()).count())


def agreed(scope: Scope) -> Agreed:
    """The practices the reader may see, with what they ask for."""
    rows = practices(scope.reader).filter(scope.of_team)
    flags = flags_among(rows.order_by("-changed_at", "-id"), today())
    reasons = {number: [flag.reason for flag in mine] for number, mine in flags.items()}
    counts = Counter(one for mine in reasons.values() for one in mine)
    named = [number for number, mine in reasons.items() if mine][:_MOST_NAMED]
    found = rows.in_bulk(named)
    return Agreed(
        len(flags),
        {one: counts[one] for one in FlagReason if counts[one]},
        [(found[number], reasons[number]) for number in named],
    )


def asked(scope: Scope) -> Asked:
    """Frame requests the reader may see; the unanswered are named."""
    rows = frames(scope.reader).filter(scope.of_team)
    waiting = rows.filter(answer="")
    answered = rows.filter(answered_at__gte=scope.since).exclude(answer="")
    return Asked(
        _counted(answered, "answer", FrameAnswer.values),
        waiting.count(),
        waiting.filter(answer_by__lt=today()).count(),
        list(waiting.order_by("answer_by", "id")[:_MOST_NAMED]),
    )


def _counted(rows: QuerySet[Any], field: str, words: Iterable[str]) -> dict[str, int]:
    counts = dict(rows.order_by().values_list(field).annotate(n=Count("id")))
    return {str(word): counts.get(word, 0) for word in words}
