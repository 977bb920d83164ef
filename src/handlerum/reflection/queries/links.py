"""The links that let people into a session."""

from handlerum.core.clock import now
from handlerum.organisations.access import Reader
from handlerum.reflection.access import leading
from handlerum.reflection.models import Link


def links(reader: Reader, session_id: int) -> list[Link]:
    """The links that still let in, the newest first; their secrets are kept nowhere.

    Raises:
        Denied: not somebody who leads.
    """
    session = leading(reader, session_id).session
    live = Link.objects.filter(session=session, expires_at__gt=now()).exclude(uses_left=0)
    return list(live.order_by("-id"))
