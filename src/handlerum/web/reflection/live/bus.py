"""Hearing that a session has moved, whichever process it was moved in.

In this process `services.hearing` tells. On PostgreSQL it tells the database too, and every process
listens to that, so that several can serve one session. What is told is a number and never a text.
"""

import logging
import threading
import time
from collections.abc import Callable

import psycopg
from django.db import connection

from handlerum.reflection.services.hearing import AT_ONCE, CHANNEL, listen

_PAUSE = 1  # seconds before a lost connection is made again

#: Given the session's id, and whether everybody waits for it.
Wake = Callable[[int, bool], None]
_started = threading.Lock()


class Bus:
    """Wakes those who follow a session. One for each process."""

    def __init__(self, wake: Wake) -> None:
        self._wake = wake
        self._thread: threading.Thread | None = None
        #: Whether other processes are heard. What they did before is seen at the next look.
        self.is_listening = False
        listen(self._moved)

    def ensure(self) -> None:
        """Listen to the database from now on, where it can be listened to."""
        if connection.vendor != "postgresql":
            return
        with _started:
            if self._thread is None or not self._thread.is_alive():
                # What the ORM connects with; one connection more than its own.
                told = connection.get_connection_params()
                wanted = {name: told[name] for name in _CONNECTS if told.get(name)}
                self._thread = threading.Thread(target=self._hear, args=(wanted,), daemon=True)
                self._thread.start()

    def _moved(self, session_id: int, _version: int, at_once: bool) -> None:
        self._wake(session_id, at_once)

    def _hear(self, wanted: dict[str, str]) -> None:
        while True:
            try:
                with psycopg.connect(**wanted, autocommit=True) as listening:  # type: ignore[arg-type]
                    listening.execute(f"LISTEN {CHANNEL}")
                    self.is_listening = True
                    for told in listening.notifies():
                        at_once = told.payload.endswith(AT_ONCE)
                        self._wake(int(told.payload.removesuffix(AT_ONCE)), at_once)
            except (psycopg.Error, ValueError) as error:
                logging.getLogger(__name__).warning("not listening: %s", type(error).__name__)
            finally:
                self.is_listening = False
            time.sleep(_PAUSE)


_CONNECTS = ("dbname", "user", "password", "host", "port")
