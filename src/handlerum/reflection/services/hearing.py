"""Who wants to hear that a session has moved. Told after the commit, in numbers alone."""

import logging
from collections.abc import Callable

from django.db import DatabaseError, connection

#: Given the session's id and its new version.
Listener = Callable[[int, int], None]
#: Where PostgreSQL tells other processes which session has moved.
CHANNEL = "handlerum_sessions"
_listeners: list[Listener] = []


def listen(listener: Listener) -> Callable[[], None]:
    """Hear of every session that is moved in this process; a listener returns at once.

    Returns:
        What ends the listening.
    """
    _listeners.append(listener)
    return lambda: _listeners.remove(listener)


def tell(session_id: int, version: int) -> None:
    """Let all listeners know, and other processes where the database can tell them."""
    for listener in tuple(_listeners):
        listener(session_id, version)
    if connection.vendor == "postgresql":
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, str(session_id)])
        except DatabaseError as error:  # they see it at their next look
            logging.getLogger(__name__).warning("not notified: %s", type(error).__name__)
