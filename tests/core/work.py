"""Work that a fresh process can be given."""

import os
import signal


def double(number: int) -> int:
    """Twice as much."""
    return 2 * number


def where(_number: int) -> int:
    """Which process does it."""
    return os.getpid()


def failing(number: int) -> int:
    """Fails at seven."""
    if number == 7:
        raise ValueError(number)
    return number


def dying(home: int) -> int:
    """Kills every process but that one."""
    if os.getpid() != home:
        os.kill(os.getpid(), signal.SIGKILL)
    return home
