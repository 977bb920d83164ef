"""Bulk work of search, on the cluster that HANDLERUM_DASK names, else on this machine's cores."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cached_property, partial
from typing import Protocol, TypeVar

import numpy as np
from django.conf import settings

from handlerum.core.cluster import Cluster, Unreachable, cluster
from handlerum.core.processes import cores, helpers
from handlerum.search.meaning.encoders import encoder
from handlerum.search.ports import Encoder, Unavailable, Vectors

#: Passages that travel together: enough that the way is short beside the work.
_TOGETHER = 32

Task = TypeVar("Task", contravariant=True)
Answer = TypeVar("Answer", covariant=True)


class Mapped(Protocol[Task, Answer]):
    """Something that does many tasks."""

    def map(self, tasks: Iterable[Task]) -> Iterator[Answer]:
        """The answers in the order of the tasks."""
        ...


@contextmanager
def spread(work: Callable[[Task], Answer]) -> Iterator[Mapped[Task, Answer]]:
    """Something that does one kind of work, on the cluster where one answers."""
    with ExitStack() as opened:
        yield _reached(work, opened) or opened.enter_context(helpers(work, cores()))


@contextmanager
def spread_encoder(wanted: str) -> Iterator[Encoder]:
    """The encoder of that name, whose passages are made on the cluster where one answers.

    An address is asked from here: it is another machine already.

    Raises:
        Unavailable: the encoder cannot be had.
    """
    reading = encoder(wanted)
    outside = wanted.startswith(("http://", "https://"))
    if not settings.HANDLERUM_DASK or not reading.dimensions or outside:
        yield reading
        return
    with ExitStack() as opened:
        yield _Spread(reading, partial(_encoded, wanted, reading.name), opened)


class _Spread:
    """An encoder with many hands, which it asks for when there is enough to do."""

    def __init__(
        self, reading: Encoder, work: Callable[[list[str]], Vectors], opened: ExitStack
    ) -> None:
        self._reading, self._work, self._opened = reading, work, opened
        self.name, self.dimensions = reading.name, reading.dimensions

    @cached_property
    def _hands(self) -> Cluster[list[str], Vectors] | None:
        return _reached(self._work, self._opened)

    def query(self, text: str) -> Vectors:
        """Made here: one is quicker made than sent."""
        return self._reading.query(text)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Texts of like length together: all take as long as the longest of them."""
        if len(texts) <= _TOGETHER or self._hands is None:
            return self._reading.passages(texts)
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        parts = [order[at : at + _TOGETHER] for at in range(0, len(order), _TOGETHER)]
        found = np.empty((len(texts), self.dimensions), np.float32)
        told = self._hands.map([texts[at] for at in part] for part in parts)
        for part, vectors in zip(parts, told, strict=True):
            found[part] = vectors
        return found


def _encoded(wanted: str, name: str, texts: list[str]) -> Vectors:
    reading = encoder(wanted)
    if reading.name != name:
        raise Unavailable(f"{reading.name}, not {name}")  # its vectors could not be compared
    return reading.passages(texts)


def _reached(work: Callable[[Task], Answer], opened: ExitStack) -> Cluster[Task, Answer] | None:
    """The cluster, where the setting names one that answers."""
    if not settings.HANDLERUM_DASK:
        return None
    try:
        return opened.enter_context(cluster(work, settings.HANDLERUM_DASK))
    except Unreachable as error:
        logging.getLogger(__name__).warning("HANDLERUM_DASK is not used: %s", error)
        return None
