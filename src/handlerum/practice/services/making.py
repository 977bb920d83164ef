"""Making a practice, changing it, taking it out of use, and giving it to somebody else."""

from dataclasses import replace

from django.db import transaction
from django.db.models import F

from handlerum.core.clock import today
from handlerum.dilemmas.access import readable as readable_dilemma
from handlerum.dilemmas.rules.problem import Code as Common
from handlerum.dilemmas.rules.problem import Problem
from handlerum.dilemmas.services.sides import wide_problems
from handlerum.knowledge.access import readable as readable_contribution
from handlerum.knowledge.services import Stale
from handlerum.knowledge.terms import Audience
from handlerum.organisations.access import Denied, Reader
from handlerum.practice.access import EDITORS, readable_trial
from handlerum.practice.models import Practice, PracticeVersion
from handlerum.practice.problems import refuse
from handlerum.practice.queries.practices import colleagues, owner_stopped
from handlerum.practice.rules.making import TEXTS, next_look_problems, problems
from handlerum.practice.services.writing import cite, held, held_editable, tell
from handlerum.practice.telling import Origin, PracticeTelling
from handlerum.practice.terms import PracticeState
from handlerum.trail.terms import Thing, Verb

#: How an origin is looked up. Sessions lie above: the door that names one has looked.
_ORIGINS = {
    Thing.CONTRIBUTION: readable_contribution,
    Thing.DILEMMA: readable_dilemma,
    Thing.TRIAL: readable_trial,
}


@transaction.atomic
def make(
    reader: Reader,
    telling: PracticeTelling,
    *,
    why: str = "",
    origin: Origin | None = None,
    is_example: bool = False,
) -> Practice:
    """Agree on something: it holds from now on.

    Args:
        origin: what led to it. A session is taken as it is named; whoever calls has looked it up.

    Raises:
        Denied: the origin is not the reader's to see.
        Refused: it may not be stored as it is.
    """
    _look_up(reader, origin)
    refuse(
        problems(telling, reader.team_ids, why=why)
        + next_look_problems(telling.next_look, None, today())
    )
    practice = Practice(
        organisation_id=reader.organisation_id,
        owner_id=reader.user_id,
        law_as_of=today(),
        is_example=is_example,
    )
    _fill(practice, telling)
    practice.save()
    _keep_version(reader, practice, why, origin)
    cite(practice)
    tell(reader, Verb.CREATED, practice)
    return practice


@transaction.atomic
def edit(
    reader: Reader,
    practice_id: int,
    telling: PracticeTelling,
    *,
    version: int,
    why: str = "",
    origin: Origin | None = None,
    law_checked: bool = False,
) -> Practice:
    """Change a practice. What differs becomes a new version, and the old ones stay to be read.

    Its next day alone makes no version.

    Args:
        version: the version number the writer started from.
        law_checked: whether the writer has held the text against the law of today.

    Raises:
        Denied: it, or the origin, is not the reader's to change or see.
        Stale: somebody changed it since `version`.
        Refused: it may not be stored as it is, or others wrote for those who can read it now.
    """
    practice = held_editable(reader, practice_id)
    _look_up(reader, origin)
    if practice.version != version:
        raise Stale
    _check(reader, practice, telling, why)
    before = telling_of(practice)
    _fill(practice, telling)
    if law_checked:
        practice.law_as_of = today()
    if replace(before, kept=(), next_look=None) != replace(
        telling_of(practice), kept=(), next_look=None
    ):
        # Counted in the database: of two edits at once, the second finds the number moved.
        same = Practice.objects.filter(id=practice.id, version=version)
        if not same.update(version=F("version") + 1):
            raise Stale
        practice.version += 1
        _keep_version(reader, practice, why, origin)
    practice.save()
    cite(practice)
    tell(reader, Verb.EDITED, practice)
    return practice


@transaction.atomic
def set_state(reader: Reader, practice_id: int, state: str) -> None:
    """Take a practice out of use, or into use again.

    Raises:
        Denied: not the reader's to change.
        ValueError: there is no such state.
    """
    practice = held_editable(reader, practice_id)
    wanted = PracticeState(state)
    if practice.state != wanted:
        practice.state = wanted
        practice.save(update_fields=["state"])
        tell(reader, Verb.CLOSED if wanted == PracticeState.RETIRED else Verb.CHANGED, practice)


@transaction.atomic
def hand_over(reader: Reader, practice_id: int, user_id: int) -> None:
    """Make a colleague who may read it the owner: by its owner, or by an editor when they left.

    Raises:
        Denied: it is not the reader's to give.
        Refused: no colleague who may read it.
    """
    practice = held(reader, practice_id)
    if not may_hand_over(reader, practice):
        raise Denied
    if not colleagues(practice).filter(user_id=user_id).exists():
        refuse([Problem("colleague", Common.MISSING)])
    practice.owner_id = user_id
    practice.save(update_fields=["owner"])
    tell(reader, Verb.ACCEPTED if user_id == reader.user_id else Verb.LEFT, practice)


def may_hand_over(reader: Reader, practice: Practice) -> bool:
    """Whether the reader may say who owns it from now on."""
    if practice.owner_id == reader.user_id:
        return True
    return reader.role in EDITORS and owner_stopped(practice)


def telling_of(practice: Practice) -> PracticeTelling:
    """What is stored, as it was told."""
    return PracticeTelling(
        practice.kind,
        practice.title,
        practice.text,
        practice.applies_to,
        practice.law,
        practice.next_look,
        practice.audience,
        practice.team_id,
        tuple(sorted(practice.kept.items())),
    )


def _check(reader: Reader, practice: Practice, telling: PracticeTelling, why: str) -> None:
    """Who could read it before may go on reading it, whoever writes."""
    teams = reader.team_ids | ({practice.team_id} if practice.team_id else frozenset())
    refuse(
        problems(telling, teams, why=why)
        + next_look_problems(telling.next_look, practice.next_look, today())
        + _audience_problems(reader, practice, telling)
    )


def _audience_problems(
    reader: Reader, practice: Practice, telling: PracticeTelling
) -> list[Problem]:
    """What stands in the way of other readers: that it is not the owner, or words of others."""
    team_id = telling.team_id if telling.audience == Audience.TEAM else None
    if (practice.audience, practice.team_id) == (telling.audience, team_id):
        return []
    if practice.owner_id != reader.user_id:
        return [Problem("audience", Common.SOMEBODY_ELSES)]
    if telling.audience == Audience.ME or practice.audience == Audience.ORGANISATION:
        return []  # to fewer
    told = (practice.notes, practice.looks, practice.weighed, practice.versions)
    if any(rows.exclude(by_id=reader.user_id).exists() for rows in told):
        return [Problem("audience", Common.OTHERS_WROTE)]
    weighed = practice.weighed.exclude(consideration=None)
    used = weighed.values_list("consideration_id", flat=True)
    return wide_problems(
        reader, [one for one in used if one], telling.audience, team_id, field="audience"
    )


def _look_up(reader: Reader, origin: Origin | None) -> None:
    if origin is None or origin.thing == Thing.SESSION:
        return
    look_up = _ORIGINS.get(origin.thing)
    if look_up is None:
        raise Denied
    look_up(reader, origin.id)


def _fill(practice: Practice, telling: PracticeTelling) -> None:
    for name in TEXTS:
        setattr(practice, name, getattr(telling, name).strip())
    practice.kind = telling.kind
    practice.next_look = telling.next_look
    practice.kept = dict(telling.kept)
    practice.audience = telling.audience
    practice.team_id = telling.team_id if telling.audience == Audience.TEAM else None


def _keep_version(reader: Reader, practice: Practice, why: str, origin: Origin | None) -> None:
    PracticeVersion.objects.create(
        practice=practice,
        number=practice.version,
        why=why.strip(),
        origin_thing=origin.thing if origin else "",
        origin_id=origin.id if origin else None,
        audience=practice.audience,
        team_id=practice.team_id,
        by_id=reader.user_id,
        **{name: getattr(practice, name) for name in TEXTS},
    )
