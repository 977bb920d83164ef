"""Words that guests send: those that arrive while others are being stored are stored together."""

import asyncio
import logging
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from django.db import close_old_connections

from handlerum.reflection.services.arriving import Sent, write_new
from handlerum.reflection.words import Typed
from handlerum.web.reflection.live.asked import Message, asked, is_ours
from handlerum.web.reflection.live.hub import settled
from handlerum.web.reflection.who import cookie_of
from handlerum.web.reflection.writing import entry_in

#: So many are stored together at most.
_MOST = 16
_POSTMAN = ThreadPoolExecutor(1, thread_name_prefix="letters")


@dataclass(frozen=True, slots=True)
class Letter:
    """A form that somebody sent to a session."""

    session_id: int
    scope: Message
    body: bytes


class Letters:
    """The letters that wait, in the order in which they came."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Letter, asyncio.Future[bool]]] = []
        self._task: asyncio.Task[None] | None = None

    async def store(self, letter: Letter) -> bool:
        """Whether it is on the disk now. Where it is not, the ordinary way has the answer."""
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((letter, answer))
        self._task = self._task or asyncio.create_task(self._work())
        return await answer

    async def _work(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:_MOST], self._waiting[_MOST:]
            letters = [letter for letter, _ in batch]
            for session_id in {letter.session_id for letter in letters}:
                await settled(session_id)  # one is waited for by all, these by their writers
            loop = asyncio.get_running_loop()
            stored = await loop.run_in_executor(_POSTMAN, _stored, letters)
            for (_, answer), is_stored in zip(batch, stored, strict=True):
                if not answer.done():  # whoever sent it may be gone
                    answer.set_result(is_stored)
        self._task = None


def letters() -> Letters:
    """Those of this loop."""
    return _all.setdefault(asyncio.get_running_loop(), Letters())


_all: WeakKeyDictionary[asyncio.AbstractEventLoop, Letters] = WeakKeyDictionary()


def _stored(batch: list[Letter]) -> list[bool]:
    """For each whether it is stored. What goes wrong here is told by the ordinary way."""
    close_old_connections()
    done = [False] * len(batch)
    try:
        sessions: dict[int, list[tuple[int, Sent]]] = defaultdict(list)
        for place, letter in enumerate(batch):
            if sent := _opened(letter):
                sessions[letter.session_id].append((place, sent))
        for session_id, sent_there in sessions.items():
            stored = write_new(session_id, [sent for _, sent in sent_there])
            for (place, _), is_stored in zip(sent_there, stored, strict=True):
                done[place] = is_stored
    except Exception as error:
        logging.getLogger(__name__).warning("not stored together: %s", type(error).__name__)
    finally:
        close_old_connections()
    return done


def _opened(letter: Letter) -> Sent | None:
    """Who sends, and what; None where it is anything but a word by a guest from our own page."""
    request = asked(letter.scope, letter.body)
    if request is None or not is_ours(request):
        return None
    token = request.COOKIES.get(cookie_of(letter.session_id), "")
    if not token or request.POST.get("what") != Typed.ENTRY.value:
        return None
    return token, entry_in(request.POST)
