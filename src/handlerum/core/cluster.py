"""Work that is shared among the machines of a Dask cluster, where one lends itself to us.

What is worked on travels to its workers, and may lie in their temporary files: only texts that are
stored already, never what somebody is just writing.
"""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from distributed import Future

_SECONDS = 10  # a scheduler that has not answered by then is not there
_LOOK = 1  # seconds between two looks at whether the scheduler is still there
_AHEAD = 4  # tasks that each thread of the cluster has waiting

Task = TypeVar("Task")
Answer = TypeVar("Answer")


class Unreachable(Exception):
    """The cluster cannot be used; it holds why, in English, for a log."""


@contextmanager
def cluster(work: Callable[[Task], Answer], address: str) -> Iterator["Cluster[Task, Answer]"]:
    """The workers behind a scheduler, doing one kind of work.

    Args:
        work: a function of a module of ours, which the workers have too.
        address: the scheduler's, such as "tcp://10.0.0.5:8786" or "tls://…".

    Raises:
        Unreachable: nothing answers there, or the workers have another version of Handlerum.
    """
    client = _connected(address)
    try:
        _same_version(client)
        yield Cluster(work, client)
    finally:
        client.close()


class Cluster(Generic[Task, Answer]):
    """A connection to a scheduler."""

    def __init__(self, work: Callable[[Task], Answer], client: Any) -> None:
        self._work, self._client = work, client

    def map(self, tasks: Iterable[Task]) -> Iterator[Answer]:
        """The answers in the order of the tasks, of which some are sent ahead.

        What the cluster loses on its way is done here.
        """
        most = _AHEAD * max(1, sum(self._client.nthreads().values()))
        asked: deque[tuple[Task, Future[Answer] | None]] = deque()
        for task in tasks:
            asked.append((task, self._sent(task)))
            if len(asked) >= most:
                yield self._answer(*asked.popleft())
        while asked:
            yield self._answer(*asked.popleft())

    @property
    def _there(self) -> bool:
        return bool(self._client.status == "running")

    def _sent(self, task: Task) -> "Future[Answer] | None":
        if not self._there:
            return None
        try:
            # Not pure: the scheduler would else keep answers by what they were asked.
            sent: Future[Answer] = self._client.submit(self._work, task, pure=False)
        except Exception:  # it went away just now
            return None
        return sent

    def _answer(self, task: Task, coming: "Future[Answer] | None") -> Answer:
        while coming is not None and self._there:
            try:
                found: Answer = coming.result(timeout=_LOOK)
            except TimeoutError:
                continue  # it takes long, or the scheduler went away
            except Exception:  # whatever befell it there: our own faults happen again here
                break
            return found
        return self._work(task)


def ours() -> str:
    """What must be the same in all places, for their answers to be."""
    return f"handlerum {version('handlerum')}, Python {sys.version_info[0]}.{sys.version_info[1]}"


def _connected(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise Unreachable("the package distributed is not installed (extra: dask)") from error
    try:
        client: Any = Client  # its methods have no types
        return client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise Unreachable(f"no scheduler answers at {address}") from error


def _same_version(client: Any) -> None:
    told: Any = client.run(ours, on_error="return")
    if not told:
        raise Unreachable("the scheduler has no workers")
    for worker, what in told.items():
        if what != ours():
            raise Unreachable(f"{worker} has {what}, and here is {ours()}")
