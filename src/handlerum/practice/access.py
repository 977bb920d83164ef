"""Who may read a trial, a practice or a frame request, and who may change it."""

from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from handlerum.knowledge.access import reached
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.terms import Role
from handlerum.practice.models import FrameRequest, Practice, Trial

Row = TypeVar("Row", bound=Model)

#: Who, beside the owner, may write a new version of a practice that they can read.
EDITORS = frozenset({Role.KEY_PERSON, Role.LEADER, Role.CONSULTANT, Role.ADMINISTRATOR})


def may_read(reader: Reader) -> Q:
    """The condition under which any of them is the reader's to see.

    What a practice stands on is seen through `knowledge.access`: a practice opens no contribution.
    """
    mine = Q(owner_id=reader.user_id)
    return Q(organisation_id=reader.organisation_id) & (reached(reader) | mine)


def trials(reader: Reader) -> QuerySet[Trial]:
    """Every trial the reader may see."""
    return Trial.objects.filter(may_read(reader))


def practices(reader: Reader) -> QuerySet[Practice]:
    """Every practice the reader may see."""
    return Practice.objects.filter(may_read(reader))


def frames(reader: Reader) -> QuerySet[FrameRequest]:
    """Every frame request the reader may see: a leader sees those they must answer, too."""
    asked = Q(organisation_id=reader.organisation_id, leader_id=reader.user_id)
    return FrameRequest.objects.filter(may_read(reader) | asked)


def readable(reader: Reader, practice_id: int) -> Practice:
    """One practice the reader may see.

    Raises:
        Denied: it does not exist, or is not for this reader; which of them is not told.
    """
    return _one(practices(reader).select_related("owner", "team"), practice_id)


def editable(reader: Reader, practice_id: int) -> Practice:
    """One practice that the reader may write a new version of.

    Raises:
        Denied: it is not theirs to see, or not theirs to change.
    """
    found = readable(reader, practice_id)
    if not may_edit(reader, found):
        raise Denied
    return found


def may_edit(reader: Reader, practice: Practice) -> bool:
    """Whether the reader, who can see it, may write a new version."""
    return practice.owner_id == reader.user_id or reader.role in EDITORS


def readable_trial(reader: Reader, trial_id: int) -> Trial:
    """One trial the reader may see; `Denied` otherwise."""
    return _one(trials(reader).select_related("owner", "team", "by_team"), trial_id)


def readable_frame(reader: Reader, frame_id: int) -> FrameRequest:
    """One frame request the reader may see; `Denied` otherwise."""
    return _one(frames(reader).select_related("owner", "leader", "team"), frame_id)


def _one(rows: QuerySet[Row], row_id: int) -> Row:
    found = rows.filter(pk=row_id).first()
    if found is None:
        raise Denied
    return found
