"""What has happened in a session since a phone last looked."""

from collections.abc import Iterable
from dataclasses import dataclass

from handlerum.reflection.access import Who, version_for
from handlerum.reflection.models import Event, Session


@dataclass(frozen=True, slots=True)
class Changes:
    """The present version, and what happened on the way there; words of `words.Happened`."""

    version: int
    happened: tuple[str, ...] = ()


def changes_since(who: Who, session_id: int, version: int) -> Changes:
    """What has happened after that version; one query when nothing has.

    Raises:
        Denied: there is no such session, or it is not theirs.
    """
    present = version_for(who, session_id)
    if present == version:
        return Changes(version)
    later = Event.objects.filter(session_id=session_id, version__gt=version, version__lte=present)
    return Changes(present, tuple(later.values_list("happened", flat=True)))


def versions(session_ids: Iterable[int]) -> dict[int, int]:
    """The present versions of sessions, for a process that wakes those who follow them.

    Numbers only: what they stand for is read by each follower as themselves.
    """
    rows = Session.objects.filter(id__in=list(session_ids))
    return dict(rows.values_list("id", "version"))
