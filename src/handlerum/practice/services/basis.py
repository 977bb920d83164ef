"""What a practice stands on: contributions, and considerations that were weighed."""

from django.db import transaction
from django.db.models import Q

from handlerum.dilemmas.access import readable as readable_dilemma
from handlerum.dilemmas.models import Side
from handlerum.dilemmas.rules.problem import Code as Common
from handlerum.dilemmas.rules.problem import Problem
from handlerum.dilemmas.services.sides import wide_problems
from handlerum.knowledge.access import readable as readable_contribution
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.terms import Audience, Stance, State
from handlerum.organisations.access import Denied, Reader
from handlerum.practice.models import Basis, Practice, Trial, Weighed
from handlerum.practice.problems import refuse
from handlerum.practice.rules.making import repeats, residue_problems, stance_problems
from handlerum.practice.rules.problem import Code
from handlerum.practice.services.writing import held, held_editable, may_take, part, tell
from handlerum.practice.telling import Kept
from handlerum.trail.terms import Thing, Verb


@transaction.atomic
def stand_on(reader: Reader, practice_id: int, contribution_id: int, stance: str) -> Basis:
    """Lay a contribution under a practice; again changes the stance. Whoever may read may lay.

    Raises:
        Denied: the practice or the contribution is not the reader's to see.
        Refused: it is not shared, it came out of the practice itself, or somebody else laid it.
    """
    practice = held(reader, practice_id)
    found = readable_contribution(reader, contribution_id)
    refuse(stance_problems(stance))
    if found.state != State.SHARED or found.audience == Audience.ME:
        refuse([Problem("contribution", Common.NOT_SHARED)])
    if is_circular(practice, found):
        refuse([Problem("contribution", Code.CIRCULAR)])
    row = Basis.objects.filter(practice=practice, contribution=found).first()
    if row and not may_take(reader, practice, row.by_id):
        refuse([Problem("contribution", Common.SOMEBODY_ELSES)])
    row = row or Basis(practice=practice, contribution=found, by_id=reader.user_id)
    row.form, row.stance = found.form, Stance(stance)
    row.save()
    tell(reader, Verb.LINKED, practice)
    return row


@transaction.atomic
def leave(reader: Reader, basis_id: int) -> None:
    """Take a contribution, or the gap it left, away again: who laid it, or who may change it.

    Raises:
        Denied: it is neither the reader's nor in a practice of theirs to change.
    """
    row = part(reader, Basis.objects.all(), basis_id)
    if not may_take(reader, row.practice, row.by_id):
        raise Denied
    row.delete()
    tell(reader, Verb.CHANGED, row.practice)


@transaction.atomic
def weigh_in(
    reader: Reader,
    practice_id: int,
    dilemma_id: int,
    consideration_id: int,
    residue: str,
    kept: Kept = (),
) -> Weighed:
    """Say that a consideration of a dilemma was weighed, and what is still owed to it.

    Raises:
        Denied: the practice is not the reader's to change, or the dilemma not theirs to see.
        Refused: the consideration was written for fewer readers, or stands there already.
    """
    practice = held_editable(reader, practice_id)
    dilemma = readable_dilemma(reader, dilemma_id)
    if not Side.objects.filter(dilemma=dilemma, consideration_id=consideration_id).exists():
        refuse([Problem("consideration", Common.MISSING)])
    refuse(
        residue_problems(residue, kept)
        + wide_problems(
            reader,
            [consideration_id],
            practice.audience,
            practice.team_id,
            field="consideration",
        )
    )
    if practice.weighed.filter(consideration_id=consideration_id).exists():
        refuse([Problem("consideration", Code.NOT_NEEDED)])
    row = Weighed.objects.create(
        practice=practice,
        dilemma=dilemma,
        consideration_id=consideration_id,
        residue=residue.strip(),
        by_id=reader.user_id,
    )
    tell(reader, Verb.WEIGHED, practice)
    return row


@transaction.atomic
def weigh_out(reader: Reader, weighed_id: int) -> None:
    """Take a consideration away again.

    Raises:
        Denied: it is neither the reader's nor in a practice of theirs to change.
    """
    row = part(reader, Weighed.objects.all(), weighed_id)
    if not may_take(reader, row.practice, row.by_id):
        raise Denied
    row.delete()
    tell(reader, Verb.CHANGED, row.practice)


def is_circular(practice: Practice, contribution: Contribution) -> bool:
    """Whether a contribution came out of the practice itself.

    It did if it tells of a trial of the practice, of a trial from a session in which the practice
    was looked at, or says what a version of the practice says.
    """
    looks = practice.looks.exclude(session_id=None)
    sessions = list(looks.values_list("session_id", flat=True))
    own = Q(origin_thing=Thing.PRACTICE, origin_id=practice.id)
    own |= Q(origin_thing=Thing.SESSION, origin_id__in=sessions)
    if Trial.objects.filter(own, contribution=contribution).exists():
        return True
    return repeats(contribution.text, list(practice.versions.values_list("text", flat=True)))
