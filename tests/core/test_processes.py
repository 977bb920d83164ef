"""Work shared among processes: in order, and done all the same when one of them dies."""

import os
import signal

import pytest

from core.work import double, dying, failing, where
from handlerum.core.processes import ahead, helpers


def test_answers_come_in_the_order_of_the_tasks() -> None:
    with helpers(double, 2) as found:
        assert list(found.map(range(50))) == [2 * number for number in range(50)]
        assert list(found.map(range(9))) == [2 * number for number in range(9)]


def test_much_work_is_done_elsewhere_and_little_here() -> None:
    with helpers(where, 2) as found:
        assert set(found.map(range(3))) == {os.getpid()}
        assert os.getpid() not in set(found.map(range(40)))
    with helpers(where, 1) as found:
        assert set(found.map(range(40))) == {os.getpid()}


def test_what_fails_elsewhere_fails_here_where_it_can_be_told_of() -> None:
    with helpers(failing, 2) as found, pytest.raises(ValueError, match="7"):
        list(found.map(range(20)))


def test_the_work_of_a_process_that_dies_is_done_here() -> None:
    with helpers(dying, 2) as found:
        assert list(found.map([os.getpid()] * 12)) == [os.getpid()] * 12


def test_the_processes_end_with_the_work() -> None:
    with helpers(where, 2) as found:
        used = set(found.map(range(40)))
    for process in used:
        with pytest.raises(ProcessLookupError):
            os.kill(process, signal.SIG_DFL)


def test_one_task_is_done_ahead() -> None:
    assert [(task, answer.result()) for task, answer in ahead(double, [1, 2, 3])] == [
        (1, 2),
        (2, 4),
        (3, 6),
    ]
    assert list(ahead(double, [])) == []
