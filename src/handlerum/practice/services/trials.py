"""Beginning a trial, telling what became of it, prolonging it, giving it up and handing it on."""

from datetime import date

from django.db import transaction

from handlerum.core.clock import now, today
from handlerum.core.database import scrub
from handlerum.dilemmas.rules.problem import Problem
from handlerum.knowledge.services import contribute
from handlerum.knowledge.terms import Audience
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.models import Membership
from handlerum.practice.access import readable_trial, trials
from handlerum.practice.models import Trial
from handlerum.practice.problems import refuse
from handlerum.practice.queries.trials import came_from, colleagues, owner_stopped
from handlerum.practice.rules.problem import Code, day_problems
from handlerum.practice.rules.trials import (
    Told,
    as_contribution,
    may_act,
    may_take_over,
    problems,
    told_problems,
    why_problems,
)
from handlerum.practice.telling import Kept, Origin, TrialTelling
from handlerum.practice.terms import TrialState
from handlerum.privacy import ledger
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb


@transaction.atomic
def begin(
    reader: Reader,
    telling: TrialTelling,
    origin: Origin | None = None,
    *,
    is_example: bool = False,
) -> Trial:
    """Begin to try something. The same again while it is under way is the same trial.

    Args:
        origin: what it came from. That the reader may see it is checked here for dilemmas and
            contributions; for what lies in rooms above, whoever calls has done so.

    Raises:
        Denied: what it came from is not the reader's to see.
        Refused: it may not be stored as it is.
    """
    if origin is not None:
        came_from(reader, origin)
    refuse(problems(telling, reader.team_ids, today()))
    _wait_for(reader)
    trial = _told(reader, telling, origin)
    trial.is_example = is_example
    if same := _same(trial):
        return same
    trial.save()
    _record(reader, Verb.TRIED, trial)
    return trial


@transaction.atomic
def tell(reader: Reader, trial_id: int, told: Told) -> Trial:
    """Tell what became of a trial. It becomes a contribution by who tells it.

    Raises:
        Denied: it is neither the reader's own nor one of their teams', or not theirs to see.
        Refused: it may not be stored as it is, or the trial is over.
    """
    trial = _held(reader, trial_id)
    refuse(told_problems(told, reader.team_ids))
    trial.contribution = contribute(reader, as_contribution(told), is_example=trial.is_example)
    trial.state, trial.outcome, trial.told_at = TrialState.TOLD, told.outcome, now()
    trial.save()
    _record(reader, Verb.CLOSED, trial)
    return trial


@transaction.atomic
def prolong(reader: Reader, trial_id: int, until: date | None) -> Trial:
    """Go on until another day; on that day its owner hears of it again.

    Raises:
        Denied: it is neither the reader's own nor one of their teams', or not theirs to see.
        Refused: the day does not lie ahead, or the trial is over.
    """
    trial = _held(reader, trial_id)
    refuse(day_problems("until", until, today(), needed=True))
    assert until is not None
    if trial.until != until:
        trial.until, trial.reminded_on = until, None
        trial.save(update_fields=["until", "reminded_on"])
        _record(reader, Verb.CHANGED, trial)
    return trial


@transaction.atomic
def drop(reader: Reader, trial_id: int, why: str = "", kept: Kept = ()) -> Trial:
    """Give a trial up, and say why if there is something to say. It stays to be read.

    Raises:
        Denied: it is neither the reader's own nor one of their teams', or not theirs to see.
        Refused: the words may not be stored as they are, or the trial is over.
    """
    trial = _held(reader, trial_id)
    refuse(why_problems(why, kept, alone=trial.audience == Audience.ME))
    trial.state, trial.why_dropped, trial.told_at = TrialState.DROPPED, why.strip(), now()
    trial.save(update_fields=["state", "why_dropped", "told_at"])
    _record(reader, Verb.WITHDREW, trial)
    return trial


@transaction.atomic
def hand_over(reader: Reader, trial_id: int, user_id: int) -> None:
    """Make a colleague who may read it the owner of one's own trial.

    Raises:
        Denied: not the reader's own, or not theirs to see.
        Refused: no colleague who may read it, or the trial is over.
    """
    trial = _held(reader, trial_id)
    if trial.owner_id != reader.user_id:
        raise Denied
    if not colleagues(trial).filter(user_id=user_id).exists():
        refuse([Problem("colleague", Code.NOT_A_MEMBER)])
    _give(trial, user_id)
    _record(reader, Verb.LEFT, trial)


@transaction.atomic
def take_over(reader: Reader, trial_id: int) -> None:
    """Become the owner of a trial whose owner has stopped.

    Raises:
        Denied: it is not the reader's to see, its owner still works there, or the reader's role
            looks after nothing that others left.
    """
    trial = _locked(reader, trial_id)
    if not may_take_over(reader.role, owner_stopped=owner_stopped(trial)):
        raise Denied
    _give(trial, reader.user_id)
    _record(reader, Verb.ACCEPTED, trial)


@transaction.atomic
def erase(reader: Reader, trial_id: int) -> None:
    """Erase one's own trial; what was told of it stays a contribution, and a line in the trail.

    Raises:
        Denied: not the reader's own, or not theirs to see.
        OSError: the deletion ledger cannot be written.
    """
    trial = _locked(reader, trial_id)
    if trial.owner_id != reader.user_id:
        raise Denied
    ledger.note(ledger.Erased(Thing.TRIAL, trial.id, trial.created_at))
    _record(reader, Verb.ERASED, trial)
    trial.delete()
    transaction.on_commit(scrub)


def _told(reader: Reader, telling: TrialTelling, origin: Origin | None) -> Trial:
    assert telling.until is not None
    return Trial(
        organisation_id=reader.organisation_id,
        owner_id=reader.user_id,
        what=telling.what.strip(),
        expected=telling.expected.strip(),
        surprise=telling.surprise.strip(),
        sign=telling.sign.strip(),
        until=telling.until,
        by_team_id=telling.by_team_id,
        audience=telling.audience,
        team_id=telling.team_id if telling.audience == Audience.TEAM else None,
        kept=dict(telling.kept),
        origin_thing=origin.thing if origin else "",
        origin_id=origin.id if origin else None,
        origin_part=origin.part if origin else None,
        origin_option=origin.option if origin else None,
    )


def _same(trial: Trial) -> Trial | None:
    """The same trial of the same person, where it is under way: the button was pressed twice."""
    names = (
        *("organisation_id", "owner_id", "what", "expected", "surprise", "sign", "until"),
        *("by_team_id", "audience", "team_id", "origin_thing", "origin_id", "origin_part"),
        "origin_option",
    )
    same = {name: getattr(trial, name) for name in names}
    return Trial.objects.filter(state=TrialState.UNDER_WAY, **same).first()


def _wait_for(reader: Reader) -> None:
    """Of two presses at once, the second waits, and finds what the first stored."""
    here = Membership.objects.filter(user_id=reader.user_id)
    here.filter(organisation_id=reader.organisation_id).select_for_update().first()


def _held(reader: Reader, trial_id: int) -> Trial:
    """A trial under way that the reader may tell of. Whoever else would waits."""
    trial = _locked(reader, trial_id)
    if not may_act(reader.user_id, reader.team_ids, trial.owner_id, trial.by_team_id):
        raise Denied
    if trial.state != TrialState.UNDER_WAY:
        refuse([Problem("trial", Code.OVER)])
    return trial


def _locked(reader: Reader, trial_id: int) -> Trial:
    trials(reader).filter(id=trial_id).select_for_update().first()
    return readable_trial(reader, trial_id)


def _give(trial: Trial, user_id: int) -> None:
    """Who has it from now on has not been reminded of it yet."""
    trial.owner_id, trial.reminded_on = user_id, None
    trial.save(update_fields=["owner", "reminded_on"])


def _record(reader: Reader, verb: Verb, trial: Trial) -> None:
    record(
        verb,
        Thing.TRIAL,
        trial.id,
        organisation_id=reader.organisation_id,
        actor_id=reader.user_id,
    )
