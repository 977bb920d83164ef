"""Who wants to hear that a session has moved. Told after the commit, in numbers alone."""

import logging
from collections.abc import Callable

from django.db import DatabaseError, connection

#: Given the session's id, its new version, and whether everybody waits to see it.
Listener = Callable[[int, int, bool], None]
#: Where PostgreSQL tells other processes which session has moved.
CHANNEL = "handlerum_sessions"
#: Stands after the session's number where everybody waits to see it.
AT_ONCE = "!"
_listeners: list[Listener] = []


def listen(listener: Listener) -> Callable[[], None]:
    """Hear of every session that is moved in this process; a listener returns at once.

    Returns:
        What ends the listening.
    """
    _listeners.append(listener)
    return lambda: _listeners.remove(listener)


def tell(session_id: int, version: int, *, at_once: bool = True) -> None:
    """Let all listeners know, and other processes where the database can tell them.

    Args:
        at_once: everybody waits to see it; else it may be shown together with what comes next.
    """
    for listener in tuple(_listeners):
        listener(session_id, version, at_once)
    if connection.vendor == "postgresql":
        told = f"{session_id}{AT_ONCE if at_once else ''}"
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, told])
        except DatabaseError as error:  # they see it at their next look
            logging.getLogger(__name__).warning("not notified: %s", type(error).__name__)
