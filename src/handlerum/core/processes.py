"""Work that is shared among the machine's cores. What is worked on travels by pipes alone."""

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from itertools import chain, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from typing import Generic, TypeVar

#: Fewer tasks are done before other processes have started.
_ENOUGH = 4

Task = TypeVar("Task")
Answer = TypeVar("Answer")


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0))


def ahead(
    work: Callable[[Task], Answer], tasks: Iterable[Task]
) -> Iterator[tuple[Task, Future[Answer]]]:
    """Each task with its answer to come; the next one is begun while this one is used."""
    with ThreadPoolExecutor(1) as thread:
        last = None
        for task in tasks:
            coming = (task, thread.submit(work, task))
            if last:
                yield last
            last = coming
        if last:
            yield last


@contextmanager
def helpers(work: Callable[[Task], Answer], count: int) -> Iterator["Helpers[Task, Answer]"]:
    """So many processes that do one kind of work, started when there is enough of it.

    Args:
        work: a function of a module, which a fresh process can import.
    """
    found = Helpers(work, count)
    try:
        yield found
    finally:
        found.close()


class Helpers(Generic[Task, Answer]):
    """Processes that each wait at the end of a pipe."""

    def __init__(self, work: Callable[[Task], Answer], count: int) -> None:
        self._work = work
        self._count = count
        self._free: SimpleQueue[Connection | None] = SimpleQueue()
        self._processes: list[SpawnProcess] = []
        self._threads = ThreadPoolExecutor(count)

    def map(self, tasks: Iterable[Task]) -> Iterator[Answer]:
        """The answers in the order of the tasks, of which a few are taken ahead.

        With one core, or few tasks, the work is done here.
        """
        tasks = iter(tasks)
        first = list(islice(tasks, _ENOUGH))
        if self._count < 2 or len(first) < _ENOUGH:
            yield from map(self._work, chain(first, tasks))
            return
        while len(self._processes) < self._count:
            self._start()
        asked: deque[Future[Answer]] = deque()
        for task in chain(first, tasks):
            asked.append(self._threads.submit(self._ask, task))
            if len(asked) > 2 * self._count:
                yield asked.popleft().result()
        while asked:
            yield asked.popleft().result()

    def close(self) -> None:
        """End the processes."""
        for process in self._processes:
            process.terminate()
        self._threads.shutdown(cancel_futures=True)
        for process in self._processes:
            process.join()

    def _start(self) -> None:
        here, there = get_context("spawn").Pipe()
        where = (self._work.__module__, self._work.__qualname__)
        process = get_context("spawn").Process(target=_serve, args=(there, *where), daemon=True)
        with _single_threads():
            process.start()
        self._processes.append(process)
        # Ours alone: when this process dies, in whatever way, the other one's pipe ends.
        there.close()
        self._free.put(here)

    def _ask(self, task: Task) -> Answer:
        pipe = self._free.get()
        answer: list[Answer] | None = None
        if pipe:
            try:
                pipe.send(task)
                answer = pipe.recv()
            except (EOFError, OSError):
                pipe = None  # the process was killed, perhaps for its memory
        self._free.put(pipe)
        return answer[0] if answer else self._work(task)


@contextmanager
def _single_threads() -> Iterator[None]:
    """What numpy reads when it is loaded: with a core's threads each, they wait for each other."""
    before = dict(os.environ)
    os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    try:
        yield
    finally:
        for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
            os.environ.pop(name)
            os.environ |= {name: before[name]} if name in before else {}


def _serve(pipe: Connection, module: str, name: str) -> None:
    """Answer until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it ends it
    work = getattr(import_module(module), name)
    while True:
        try:
            task = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = [work(task)]
        except Exception:
            # It happens again where it can be told of: a traceback here might quote the task.
            answer = []
        pipe.send(answer)
        if not gc.get_freeze_count():
            gc.freeze()  # what the first task loaded stays, and need not be looked through again
