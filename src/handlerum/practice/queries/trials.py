"""Reading trials: lists, one of them with where it came from, and those that wait for a word."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from handlerum.core.clock import today
from handlerum.core.text import danish_key
from handlerum.dilemmas.access import visible as visible_dilemmas
from handlerum.dilemmas.models import Dilemma, Option
from handlerum.knowledge.access import visible as visible_contributions
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.terms import Audience, State
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.models import Membership
from handlerum.practice.access import readable_trial, trials
from handlerum.practice.models import Trial
from handlerum.practice.rules.trials import ENDS, may_act, may_take_over
from handlerum.practice.telling import Origin
from handlerum.practice.terms import TrialState
from handlerum.trail.terms import Thing


@dataclass(frozen=True, slots=True)
class Came:
    """Where a trial came from, as far as the reader may see it; a session is seen by its room."""

    dilemma: Dilemma | None = None
    option: Option | None = None
    contribution: Contribution | None = None
    session_id: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """One trial as its page shows it."""

    trial: Trial
    came: Came
    #: What became of it, where the reader may see that.
    contribution: Contribution | None
    is_own: bool
    may_act: bool
    owner_stopped: bool
    may_take_over: bool
    #: Its day has come and nothing is told yet.
    is_due: bool


def listed(reader: Reader, shown: str = "") -> QuerySet[Trial]:
    """The trials the reader may see, the newest first.

    Args:
        shown: a state, or how those ended that are told of; all of them where it is neither.
    """
    found = trials(reader)
    if shown in ENDS:
        found = found.filter(state=TrialState.TOLD, outcome=shown)
    elif shown in TrialState.values:
        found = found.filter(state=shown)
    return _with_cards(found).order_by("-created_at", "-id")


def counts(reader: Reader) -> dict[str, int]:
    """How many the reader sees of each state and each end, with 0 where there are none."""
    rows = trials(reader).values_list("state", "outcome").annotate(n=Count("id"))
    found = dict.fromkeys((*ENDS, *TrialState.values), 0)
    for state, outcome, n in rows:
        found[state] += n
        if state == TrialState.TOLD and outcome in found:
            found[outcome] += n
    return found


def mine(reader: Reader) -> list[Trial]:
    """The reader's own and those of their teams that are under way; those that wait come first."""
    found = trials(reader).filter(_theirs(reader), state=TrialState.UNDER_WAY)
    return list(_with_cards(found).order_by("until", "id"))


def over(reader: Reader) -> list[Trial]:
    """The reader's own that are told of or given up, the newest first."""
    found = trials(reader).filter(owner_id=reader.user_id).exclude(state=TrialState.UNDER_WAY)
    return list(_with_cards(found).order_by("-told_at", "-id"))


def due(reader: Reader) -> int:
    """For how many of the reader's own trials the day has come."""
    waiting = trials(reader).filter(owner_id=reader.user_id, state=TrialState.UNDER_WAY)
    return waiting.filter(until__lte=today()).count()


def shown(reader: Reader, trial_id: int) -> Shown:
    """One trial with everything its page tells.

    Raises:
        Denied: it is not the reader's to see.
    """
    trial = readable_trial(reader, trial_id)
    stopped = owner_stopped(trial)
    return Shown(
        trial=trial,
        came=_came(reader, trial),
        contribution=_outcome(reader, trial),
        is_own=trial.owner_id == reader.user_id,
        may_act=may_act(reader.user_id, reader.team_ids, trial.owner_id, trial.by_team_id),
        owner_stopped=stopped,
        may_take_over=may_take_over(reader.role, owner_stopped=stopped),
        is_due=trial.state == TrialState.UNDER_WAY and trial.until <= today(),
    )


def of_origin(reader: Reader, thing: Thing, ids: Iterable[int]) -> dict[int, list[Trial]]:
    """The trials that came from those things of one kind, by the thing; the newest first."""
    came = trials(reader).filter(origin_thing=thing, origin_id__in=list(ids))
    found: dict[int, list[Trial]] = defaultdict(list)
    for row in _with_cards(came).order_by("-created_at", "-id"):
        found[row.origin_id or 0].append(row)
    return dict(found)


def owner_stopped(trial: Trial) -> bool:
    """Whether its owner works in the organisation no more."""
    places = Membership.objects.filter(
        organisation_id=trial.organisation_id, user_id=trial.owner_id
    )
    return not places.filter(is_active=True, user__is_active=True).exists()


def colleagues(trial: Trial) -> QuerySet[Membership]:
    """Those who work there and may read the trial, but its owner."""
    places = Membership.objects.filter(
        organisation_id=trial.organisation_id, is_active=True, user__is_active=True
    ).exclude(user_id=trial.owner_id)
    match trial.audience:
        case Audience.ORGANISATION:
            return places
        case Audience.TEAM if trial.team_id:
            return places.filter(teams=trial.team_id)
        case _:
            return places.none()


def heirs(trial: Trial) -> list[Membership]:
    """The same in Danish order, with their names; for a trial that its reader was given."""
    found = colleagues(trial).select_related("user")
    return sorted(found, key=lambda one: danish_key(one.user.name))


def came_from(reader: Reader, origin: Origin) -> Came:
    """What a trial would come from. Who asks for a session has seen that the reader was there.

    Raises:
        Denied: it is not the reader's to see.
    """
    found = _origin(reader, origin.thing, origin.id, origin.part)
    has_part = found.option is not None or found.dilemma is None or origin.part is None
    if found == Came() or not has_part:
        raise Denied
    return found


def _theirs(reader: Reader) -> Q:
    return Q(owner_id=reader.user_id) | Q(by_team_id__in=reader.team_ids)


def _with_cards(rows: QuerySet[Trial]) -> QuerySet[Trial]:
    return rows.select_related("owner", "team", "by_team")


def _came(reader: Reader, trial: Trial) -> Came:
    if not trial.origin_id:
        return Came()
    return _origin(reader, trial.origin_thing, trial.origin_id, trial.origin_part)


def _origin(reader: Reader, thing: str, thing_id: int, part: int | None) -> Came:
    match thing:
        case Thing.DILEMMA:
            dilemma = visible_dilemmas(reader).filter(id=thing_id).first()
            options = Option.objects.filter(dilemma_id=thing_id, id=part or 0)
            return Came(dilemma, options.first() if dilemma else None)
        case Thing.CONTRIBUTION:
            told = visible_contributions(reader).filter(id=thing_id)
            return Came(contribution=told.first())
        case Thing.SESSION:
            return Came(session_id=thing_id)
        case _:
            return Came()


def _outcome(reader: Reader, trial: Trial) -> Contribution | None:
    """Shared, or the reader's own: one that was taken back is shown to its author alone."""
    if trial.contribution_id is None:
        return None
    mine = Q(state=State.SHARED) | Q(author_id=reader.user_id)
    seen = visible_contributions(reader).filter(mine, trials=trial)
    return seen.select_related("author", "team").first()
