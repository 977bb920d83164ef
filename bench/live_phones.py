"""Phones in a session: `python -m bench.live_phones`, a process of its own on the same machine.

Reads one JSON line (see `Wanted`) and answers with one. Each phone is a bare socket that follows
the stream of events; answers are posted over a few connections that stay open, as browsers do.
"""

import asyncio
import json
import os
import random
import re
import resource
import select
import socket
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlencode

_MARK = b'"turn": '
_TURN = re.compile(_MARK + rb"(\d+),")
#: Any 32 letters will do, the same in the cookie and in the form.
_CSRF = "b" * 32
_POSTING = 24
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a run shall do."""

    port: int
    session_id: int
    leader: str
    phones: list[str]
    #: Answers in each second, and for how many steps and seconds.
    rate: int = 200
    moves: int = 30
    seconds: float = 30.0
    #: Where the server's memory is read before and after all are connected.
    server: int = 0


class Phones(Thread):
    """All who follow: bare sockets in one thread, so that looking costs as little as it can."""

    def __init__(self, port: int, requests: list[bytes]) -> None:
        super().__init__(daemon=True)
        self.port, self.requests = port, requests
        self.last_joined = 0.0
        self.ended = self.bytes = self.events = 0
        #: When each turn was seen, by turn.
        self.turns: dict[int, list[float]] = defaultdict(list)
        self.turn: dict[int, int] = {}
        self._sockets: dict[int, socket.socket] = {}
        self._kept: dict[int, bytes] = {}
        self._poll = select.epoll()

    def run(self) -> None:
        """Come, and listen until the process ends."""
        Thread(target=self._come, daemon=True).start()
        while True:
            for number, _ in self._poll.poll():
                self._look(number)

    def _come(self) -> None:
        for request in self.requests:
            made = socket.create_connection(("127.0.0.1", self.port))
            made.sendall(request)
            made.setblocking(False)
            self._sockets[made.fileno()] = made
            self._poll.register(made.fileno(), select.EPOLLIN)

    def _look(self, number: int) -> None:
        try:
            data = self._sockets[number].recv(65_536)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.ended += 1
            self._poll.unregister(number)
            return
        now = time.perf_counter()
        self.bytes += len(data)
        data = self._kept.pop(number, b"") + data
        found = _TURN.search(data, max(0, data.rfind(_MARK)))
        if not found:
            self._kept[number] = data[-100:]
            return
        self.events += 1
        turn, before = int(found[1]), self.turn.get(number, -1)
        if before < 0:
            self.last_joined = now
        if turn > before:
            self.turn[number] = turn
            self.turns[turn].append(now)


class Poster:
    """One connection that stays open, for one request at a time."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def post(self, path: str, cookie: str, fields: dict[str, str]) -> int:
        """Send a form; the status of the answer."""
        body = urlencode({**fields, "csrfmiddlewaretoken": _CSRF}).encode()
        head = (
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
            f"Cookie: csrftoken={_CSRF}; {cookie}\r\nContent-Length: {len(body)}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\nX-Requested-With: phone\r\n\r\n"
        )
        if self._writer is None or self._writer.is_closing():
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self.port)
        assert self._reader
        self._writer.write(head.encode() + body)
        told = await self._reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", told, re.IGNORECASE)
        await self._reader.readexactly(int(length[1]) if length else 0)
        return int(told[9:12])


class Run:
    """All phones of one run."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        following = [self._following(number) for number in range(len(wanted.phones))]
        self.seen = Phones(wanted.port, following)
        self.acknowledged: list[str] = []
        self.refused: list[int] = []
        self.answered: list[float] = []
        self.answers_took = 0.0
        self.led: list[float] = []
        self.moved: dict[int, float] = {}
        self.pool: asyncio.Queue[Poster] = asyncio.Queue()
        for _ in range(_POSTING):
            self.pool.put_nowait(Poster(wanted.port))

    def _cookie(self, number: int) -> str:
        return f"moede-{self.wanted.session_id}={self.wanted.phones[number]}"

    async def connect(self) -> float:
        """Everybody follows; the seconds until the last had seen where the session is."""
        began = time.perf_counter()
        self.seen.start()
        while len(self.seen.turn) < len(self.wanted.phones):
            if time.perf_counter() - began > _PATIENCE:
                break
            await asyncio.sleep(0.02)
        return self.seen.last_joined - began

    def _following(self, number: int) -> bytes:
        return (
            f"GET /moeder/{self.wanted.session_id}/strom/ HTTP/1.1\r\n"
            f"Host: 127.0.0.1:{self.wanted.port}\r\nAccept: text/event-stream\r\n"
            f"Cookie: {self._cookie(number)}\r\n\r\n"
        ).encode()

    async def answer(self) -> None:
        """Answers at an even pace, by phones in turn, while the facilitator goes on."""
        began, count = time.perf_counter(), int(self.wanted.rate * self.wanted.seconds)
        leading = asyncio.create_task(self._lead())
        writing = set()
        for number in range(count):
            if (wait := began + number / self.wanted.rate - time.perf_counter()) > 0:
                await asyncio.sleep(wait)
            writing.add(asyncio.create_task(self._write(number)))
        await asyncio.wait(writing, timeout=_PATIENCE)
        self.answers_took = time.perf_counter() - began
        await leading

    async def _write(self, number: int) -> None:
        key = f"svar-{number}"
        fields = {"what": "entry", "step": "trin-0", "key": key, "text": f"Ordet er {key}."}
        began = time.perf_counter()
        phone = number % len(self.wanted.phones)
        path = f"/moeder/{self.wanted.session_id}/skriv/"
        poster = await self.pool.get()
        try:
            status = await poster.post(path, self._cookie(phone), fields)
        except (OSError, EOFError):
            status = 0
        finally:
            self.pool.put_nowait(poster)
        if status in (200, 204, 302):
            self.acknowledged.append(key)
            self.answered.append(time.perf_counter() - began)
        else:
            self.refused.append(status)

    async def _lead(self) -> None:
        poster, turn = Poster(self.wanted.port), max(self.seen.turns)
        path = f"/moeder/{self.wanted.session_id}/styr/"
        apart = self.wanted.seconds / (self.wanted.moves + 1)
        for _ in range(self.wanted.moves):
            await asyncio.sleep(apart * random.uniform(0.8, 1.2))
            fields = {"do": "next", "turn": str(turn), "step": ""}
            turn += 1
            self.moved[turn] = time.perf_counter()
            status = await poster.post(path, f"sessionid={self.wanted.leader}", fields)
            self.led.append(time.perf_counter() - self.moved[turn])
            assert status == 302, status

    def figures(self) -> dict[str, Any]:
        """What came of it."""
        taken = [
            at - self.moved[turn] for turn in self.moved for at in self.seen.turns.get(turn, [])
        ]
        last = max(self.moved, default=0)
        return {
            "steps_ms": [round(one * 1000, 2) for one in taken],
            "led_ms": [round(one * 1000, 2) for one in self.led],
            "first_ms": [
                round((min(self.seen.turns[turn]) - at) * 1000, 2)
                for turn, at in self.moved.items()
                if turn in self.seen.turns
            ],
            "reached_last": len(self.seen.turns.get(last, [])),
            "answers_ms": [round(one * 1000, 2) for one in self.answered],
            "answers_a_second": round(len(self.answered) / (self.answers_took or 1), 1),
            "acknowledged": self.acknowledged,
            "refused": self.refused,
            "ended": self.seen.ended,
            "events": self.seen.events,
            "mb": round(self.seen.bytes / 2**20, 1),
        }


def memory_mb(server: int) -> float:
    """What a server and its children hold of their own, in MB."""
    mine = [server, *_children(server)]
    return round(sum(map(_private_kb, mine)) / 1024, 1)


def _children(process: int) -> list[int]:
    try:
        told = Path(f"/proc/{process}/task/{process}/children").read_text()
    except OSError:
        return []
    return [one for child in map(int, told.split()) for one in (child, *_children(child))]


def _private_kb(process: int) -> int:
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:"))


def cpu_seconds(server: int) -> float:
    """The time on a processor that a server and its children have had."""
    return sum(map(_cpu_ticks, [server, *_children(server)])) / os.sysconf("SC_CLK_TCK")


def _cpu_ticks(process: int) -> int:
    try:
        told = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return 0
    user, system = told.rpartition(")")[2].split()[11:13]
    return int(user) + int(system)


async def _run(wanted: Wanted) -> dict[str, Any]:
    run = Run(wanted)
    before, cpu = memory_mb(wanted.server), cpu_seconds(wanted.server)
    joined = await run.connect()
    await asyncio.sleep(1)
    after = memory_mb(wanted.server)
    told = {"joined": len(run.seen.turn), "join_seconds": round(joined, 2)}
    told["join_cpu"] = round(cpu_seconds(wanted.server) - cpu, 2)
    cpu, own = cpu_seconds(wanted.server), time.process_time()
    kb = round((after - before) * 1024 / max(1, len(run.seen.turn)), 1)
    if wanted.rate:
        await run.answer()
        await asyncio.sleep(3)
    told["cpu"] = round(cpu_seconds(wanted.server) - cpu, 2)
    told["own_cpu"] = round(time.process_time() - own, 2)
    return {**told, "kb_each": kb, "server_mb": after, **run.figures()}


def main() -> None:
    """Run what is read and tell."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    wanted = Wanted(**json.loads(sys.stdin.readline()))
    print(json.dumps(asyncio.run(_run(wanted))))


if __name__ == "__main__":
    main()
