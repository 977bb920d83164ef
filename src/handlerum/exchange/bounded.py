"""Read a file that a person gave us in a process of its own: bounded, silent, without a disk."""

import json
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from threading import Event, Thread, Timer
from typing import Any

import handlerum

from .readers import MAX_CHARACTERS, Piece, Reason, Unreadable, check
from .readers.__main__ import OUT_OF_MEMORY

# Bytes: four for each character at most, and room for JSON. A reader that was taken over by its
# file could otherwise fill our memory through its answer.
_MAX_ANSWER = 4 * MAX_CHARACTERS + 4 * 1024 * 1024


# Exit statuses by number, as Windows has no names for these signals.
_KILLED = -9
_PROCESSOR_SPENT = -24


def read_bounded(
    name: str, data: bytes, *, seconds: int = 20, megabytes: int = 1024
) -> list[Piece]:
    """Read a file's text in a child process that can neither stay, grow nor write.

    `seconds` bounds both the clock and the processor; `megabytes` bounds the child's memory.
    Raises `Unreadable` and nothing else for what the bytes are.
    """
    check(name, data)
    line = " ".join(name.split()).encode("utf-8", "replace") + b"\n"
    child = _Child(_command(seconds, megabytes), seconds)
    answer = child.ask(line, data)
    if reason := child.failure():
        raise Unreadable(reason)
    return _pieces(answer)


def _command(seconds: int, megabytes: int) -> list[str]:
    # -P: the working folder is no place to import from. -S: the import path comes from us.
    options = ["-P", "-S", "-m", "handlerum.exchange.readers"]
    return [sys.executable, *options, str(seconds), str(megabytes)]


def _environment() -> dict[str, str]:
    """Only what Python needs: no keys or settings of ours reach the child."""
    home = Path(handlerum.__file__).resolve().parent.parent
    path = [str(home), *(str(Path(entry).absolute()) for entry in sys.path if entry)]
    kept = {key: os.environ[key] for key in ("SYSTEMROOT",) if key in os.environ}
    return kept | {
        "PYTHONPATH": os.pathsep.join(dict.fromkeys(path)),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
    }


@dataclass
class _Child:
    command: list[str]
    seconds: float
    late: Event = field(default_factory=Event)
    status: int | None = None
    overflowed: bool = False

    def ask(self, *parts: bytes) -> bytes:
        """Feed the parts to the child and return its whole answer, within the time allowed."""
        # Its errors are thrown away: a traceback may quote the file.
        with Popen(  # noqa: S603 - our own command: this Python and two numbers
            self.command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=_environment()
        ) as child:
            clock = Timer(self.seconds, self._stop, (child,))
            feeder = Thread(target=_feed, args=(child, parts), daemon=True)
            clock.start()
            feeder.start()
            try:
                return self._listen(child)
            finally:
                clock.cancel()
                child.kill()
                feeder.join()

    def _listen(self, child: Popen[bytes]) -> bytes:
        assert child.stdout
        answer = child.stdout.read(_MAX_ANSWER + 1)
        self.overflowed = len(answer) > _MAX_ANSWER
        if not self.overflowed:
            self.status = child.wait()
        return answer

    def _stop(self, child: Popen[bytes]) -> None:
        self.late.set()
        child.kill()

    def failure(self) -> Reason | None:
        """Return why there is no answer, None where there is one."""
        if self.overflowed:
            return Reason.too_large
        if self.status == 0:
            return None
        if self.late.is_set() or self.status == _PROCESSOR_SPENT:
            return Reason.too_slow
        # The kernel kills what takes the machine's last memory.
        starved = self.status in (_KILLED, OUT_OF_MEMORY)
        return Reason.too_much_memory if starved else Reason.corrupt


def _feed(child: Popen[bytes], parts: tuple[bytes, ...]) -> None:
    assert child.stdin
    try:
        with child.stdin as pipe:
            pipe.writelines(parts)
    except OSError:
        pass  # the child ended before it had read everything; its status says why


def _headings(row: dict[str, Any]) -> tuple[tuple[int, str], ...]:
    return tuple((int(level), str(line)) for level, line in row.get("headings", ()))


def _pieces(answer: bytes) -> list[Piece]:
    try:
        content = json.loads(answer)
        if reason := content.get("reason"):
            raise Unreadable(Reason(reason))
        return [Piece(**row | {"headings": _headings(row)}) for row in content["pieces"]]
    except (ValueError, TypeError, KeyError, AttributeError):
        raise Unreadable(Reason.corrupt) from None
