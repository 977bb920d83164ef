"""What was tried after a session."""

from handlerum.organisations.access import Reader
from handlerum.practice.access import trials
from handlerum.practice.models import Trial
from handlerum.trail.terms import Thing


def tried(reader: Reader, session_id: int) -> list[Trial]:
    """The trials that came of the session and that the reader may see, the oldest first."""
    rows = trials(reader).filter(origin_thing=Thing.SESSION, origin_id=session_id)
    return list(rows.order_by("id"))
