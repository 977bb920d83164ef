"""Nominating the most significant changes, and choosing between them with reasons."""

from django.db import transaction

from handlerum.core.clock import now
from handlerum.core.database import scrub
from handlerum.dilemmas.rules.problem import Problem
from handlerum.insight.access import (
    contributions_for_all,
    drafter,
    nomination,
    trials_for_all,
)
from handlerum.insight.models import Nomination
from handlerum.insight.problems import refuse
from handlerum.insight.rules.year import Code, chosen_problems, reason_problems
from handlerum.insight.year_telling import ChosenTelling, Kept
from handlerum.knowledge.access import readable
from handlerum.organisations.access import Denied, Reader
from handlerum.practice.access import readable_trial
from handlerum.privacy import ledger
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb


@transaction.atomic
def nominate_contribution(
    reader: Reader, contribution_id: int, reason: str, kept: Kept = ()
) -> Nomination:
    """Say why a contribution is about one of the most significant changes.

    Raises:
        Denied: it is not the reader's to see.
        Refused: not everybody may read it, the reader named it before, or a reason is missing.
    """
    row = readable(reader, contribution_id)
    if not contributions_for_all(reader).filter(id=row.id).exists():
        refuse([Problem("reason", Code.NOT_FOR_ALL)])
    return _nominate(reader, Nomination(contribution=row), reason, kept)


@transaction.atomic
def nominate_trial(reader: Reader, trial_id: int, reason: str, kept: Kept = ()) -> Nomination:
    """The same for a trial; see `nominate_contribution`."""
    row = readable_trial(reader, trial_id)
    if not trials_for_all(reader).filter(id=row.id).exists():
        refuse([Problem("reason", Code.NOT_FOR_ALL)])
    return _nominate(reader, Nomination(trial=row), reason, kept)


@transaction.atomic
def choose(reader: Reader, nomination_id: int, telling: ChosenTelling) -> Nomination:
    """Write down that a group chose a nomination, and why. Again replaces the reasons.

    Raises:
        Denied: the reader may not write the year's status, or there is no such nomination.
        Refused: the group or its reasons are missing, or may not be stored as they are.
    """
    row = nomination(drafter(reader), nomination_id)
    refuse(chosen_problems(telling))
    row.group, row.why = telling.group.strip(), telling.why.strip()
    row.kept = {**row.kept, **dict(telling.kept)}
    row.chosen_by_id, row.chosen_at = reader.user_id, now()
    row.save()
    _tell(reader, Verb.CHOSE, row)
    return row


@transaction.atomic
def choose_no_more(reader: Reader, nomination_id: int) -> Nomination:
    """Take back that it was chosen; it stays nominated.

    Raises:
        Denied: the reader may not write the year's status, or there is no such nomination.
    """
    row = nomination(drafter(reader), nomination_id)
    row.group, row.why, row.chosen_by_id, row.chosen_at = "", "", None, None
    row.save()
    transaction.on_commit(scrub)
    _tell(reader, Verb.CHANGED, row)
    return row


@transaction.atomic
def take_back(reader: Reader, nomination_id: int) -> None:
    """Take back one's own nomination, as long as nobody chose it.

    Raises:
        Denied: there is none of that id that is the reader's own.
        Refused: a group has chosen it.
        OSError: the deletion ledger cannot be written.
    """
    row = nomination(reader, nomination_id)
    if row.by_id != reader.user_id:
        raise Denied
    if row.chosen_at:
        refuse([Problem("reason", Code.CHOSEN)])
    _tell(reader, Verb.WITHDREW, row)
    ledger.note(erased(row))
    row.delete()
    transaction.on_commit(scrub)


def erased(row: Nomination) -> ledger.Erased:
    """The line of the ledger for a nomination. All of the year goes by one word there.

    Its moment tells it from a status of the same number.
    """
    return ledger.Erased(Thing.YEAR_STATUS, row.id, row.at)


def _nominate(reader: Reader, row: Nomination, reason: str, kept: Kept) -> Nomination:
    refuse(reason_problems(reason, kept))
    named = {"contribution_id": row.contribution_id, "trial_id": row.trial_id}
    if Nomination.objects.filter(by_id=reader.user_id, **named).exists():
        refuse([Problem("reason", Code.NAMED_ALREADY)])
    row.organisation_id, row.by_id = reader.organisation_id, reader.user_id
    row.reason, row.kept = reason.strip(), dict(kept)
    row.save()
    _tell(reader, Verb.PROPOSED, row)
    return row


def _tell(reader: Reader, verb: Verb, row: Nomination) -> None:
    """The trail says of what was named that something happened to it; never why."""
    thing = Thing.CONTRIBUTION if row.contribution_id else Thing.TRIAL
    record(
        verb,
        thing,
        row.contribution_id or row.trial_id or 0,
        organisation_id=reader.organisation_id,
        actor_id=reader.user_id,
    )
