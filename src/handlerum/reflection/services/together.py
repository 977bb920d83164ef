"""Those who write at the same moment share one commit: the disk is waited for once for all."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar
from weakref import WeakValueDictionary

from django.db import connection, transaction

Result = TypeVar("Result")
#: So many are stored together at most.
_MOST = 64


@dataclass(slots=True)
class _Job:
    work: Callable[[], Any]
    result: Any = None
    error: BaseException | None = None
    is_done: bool = False

    def run(self) -> None:
        """Do it, all or nothing, and leave what the others did alone."""
        try:
            with transaction.atomic():
                self.result = self.work()
        except Exception as error:
            self.error = error


@dataclass(slots=True, weakref_slot=True)
class _Queue:
    """Those who write in one session, in this process."""

    waiting: list[_Job] = field(default_factory=list)
    turn: threading.Lock = field(default_factory=threading.Lock)

    def commit(self) -> None:
        """Store what is waiting now."""
        with _lists:
            batch = self.waiting[:_MOST]
            del self.waiting[:_MOST]
        try:
            with transaction.atomic():
                for job in batch:
                    job.run()
        except Exception as error:  # the commit itself: nothing of it is stored
            for job in batch:
                job.error = job.error or error
        finally:
            for job in batch:
                job.is_done = True


_queues: WeakValueDictionary[int, _Queue] = WeakValueDictionary()
_lists = threading.Lock()


def together(session_id: int, work: Callable[[], Result]) -> Result:
    """Do a write to a session in a transaction; it is on the disk when this returns.

    Whoever comes while another commits waits, and then one of them commits for all who wait.

    Raises:
        whatever the work raises; then nothing of it is stored.
    """
    if connection.in_atomic_block:  # of the caller's, who commits
        with transaction.atomic():
            return work()
    job = _Job(work)
    with _lists:
        queue = _queues.get(session_id) or _queues.setdefault(session_id, _Queue())
        queue.waiting.append(job)
    with queue.turn:
        while not job.is_done:
            queue.commit()
    if job.error:
        raise job.error
    result: Result = job.result
    return result
