"""One session in one process: looked at once for everybody who follows it here."""

import asyncio
import logging
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from weakref import WeakKeyDictionary

from django.db import close_old_connections

from handlerum.reflection.queries.following import Gone
from handlerum.web.reflection.live.bus import Bus
from handlerum.web.reflection.live.frames import Frame, frame_of

#: Broadcasts in any second at most: what happens meanwhile is sent together.
A_SECOND = 4
#: Seconds at least until what need not be seen at once is sent, and the time that each who
#: follows adds to that.
_CALM, _CALM_EACH = 0.5, 1 / 1000
#: Seconds after which the version is looked at, heard of or not.
_SAFETY = 2.0
#: Seconds for which others hold back while something is sent that everybody waits for.
_PATIENCE = 0.5
#: Seconds after which a silent stream says that it is still there.
HEARTBEAT = 15.0

# Two readers: a slow session does not hold up another, and the database is left in peace.
_READERS = ThreadPoolExecutor(2, thread_name_prefix="sessions")


class Hub:
    """Reads a session when it moves, and hands the same bytes to all."""

    def __init__(self, session_id: int) -> None:
        self.session_id = session_id
        self.frame: Frame | None = None
        self._loop = asyncio.get_running_loop()
        self._moved = asyncio.Event()
        self._at_once = asyncio.Event()
        self._fresh = asyncio.Event()
        #: Whether everybody has been sent what they wait for.
        self._settled = asyncio.Event()
        self._settled.set()
        self._gone = False
        self._followers = 0
        #: When the last broadcasts were.
        self._told = deque([-1.0] * A_SECOND, maxlen=A_SECOND)
        self._task: asyncio.Task[None] | None = None

    def wake(self, *, at_once: bool) -> None:
        """It moved. Called from any thread.

        Args:
            at_once: the step moved or something was shown, and everybody waits for that.
        """
        with suppress(RuntimeError):  # the loop is closed, and nobody follows any more
            self._loop.call_soon_threadsafe(self._hear, at_once)

    @contextmanager
    def followed(self) -> Iterator[None]:
        """Look at the session for as long as somebody is in here."""
        self._followers += 1
        self._task = self._task or asyncio.create_task(self._watch())
        try:
            yield
        finally:
            self._followers -= 1

    async def newer(self, last: int) -> Frame | None:
        """The newest frame after a version, waited for; None where nothing came for long.

        Whoever is slow misses what lies between.

        Raises:
            Gone: the session is deleted.
        """
        if not (self.frame and self.frame.version > last) and not self._gone:
            await self._fresh.wait()
        if self._gone:
            raise Gone
        return self.frame if self.frame and self.frame.version > last else None

    async def settled(self) -> None:
        """Wait until everybody has been sent what they wait for; not for long."""
        await _within(self._settled, _PATIENCE)

    def _hear(self, at_once: bool) -> None:
        self._moved.set()
        if at_once and self._task:
            self._at_once.set()
            self._settled.clear()

    async def _watch(self) -> None:
        while self._followers and not self._gone:
            self._moved.clear()
            self._at_once.clear()
            await self._look()
            await asyncio.sleep(0)  # those who follow are woken
            await asyncio.sleep(0)  # and have sent
            if not self._at_once.is_set():
                self._settled.set()
            await _within(self._at_once, max(_CALM, self._followers * _CALM_EACH))
            await _within(self._moved, _SAFETY)
            await asyncio.sleep(max(0, self._told[0] + 1 - self._loop.time()))
        self._task = None

    async def _look(self) -> None:
        known = self.frame.version if self.frame else -1
        try:
            found = await self._loop.run_in_executor(_READERS, _read, self.session_id, known)
        except Gone:
            self._gone = True
        except Exception as error:  # it may be better at the next look; streams stay open
            logging.getLogger(__name__).warning("not looked at: %s", type(error).__name__)
            return
        else:
            self.frame = found or self.frame
            if found is None and self._loop.time() - self._told[-1] < HEARTBEAT:
                return
        self._told.append(self._loop.time())
        fresh, self._fresh = self._fresh, asyncio.Event()
        fresh.set()


async def _within(event: asyncio.Event, seconds: float) -> None:
    if seconds > 0:
        # Not wait_for: it loses a cancellation that comes together with the event.
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await event.wait()


def _read(session_id: int, known: int) -> Frame | None:
    close_old_connections()
    try:
        return frame_of(session_id, known)
    finally:
        close_old_connections()


_hubs: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[int, Hub]] = WeakKeyDictionary()


def hub_of(session_id: int) -> Hub:
    """The hub of a session in this process."""
    bus.ensure()
    hubs = _hubs.setdefault(asyncio.get_running_loop(), {})
    if session_id not in hubs or hubs[session_id]._gone:
        hubs[session_id] = Hub(session_id)
    return hubs[session_id]


async def settled(session_id: int) -> None:
    """Wait until those who follow a session here have what they wait for; not for long."""
    if hub := _hubs.get(asyncio.get_running_loop(), {}).get(session_id):
        await hub.settled()


def _wake(session_id: int, at_once: bool) -> None:
    for hubs in list(_hubs.values()):
        if session_id in hubs:
            hubs[session_id].wake(at_once=at_once)


bus = Bus(_wake)
