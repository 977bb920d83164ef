"""A session whose server is killed with `kill -9` again and again, while phones go on sending.

Each phone sends a word under a key until it is acknowledged, as browsers do. Afterwards every word
that was acknowledged stands once in the database, and nothing stands there twice.
"""

import json
import random
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Event, Thread
from typing import Any
from urllib.parse import urlencode

from bench.canaries import Server
from bench.live_server import told

PHONES = 4
#: Any 32 letters will do, the same in the cookie and in the form.
_CSRF = "b" * 32
_PATIENCE_SECONDS = 180


@dataclass(slots=True)
class Outcome:
    """What a run did, and what it found: keys that are missing, or there more than once."""

    kills: int = 0
    acknowledged: int = 0
    sent_again: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    #: Steps that somebody stood in after a crash, and should not have.
    astray: list[str] = field(default_factory=list)
    #: Seconds from each kill until everybody was back, and the part that starting the server took.
    back: list[float] = field(default_factory=list)
    started: list[float] = field(default_factory=list)


class Caller:
    """Somebody's requests, one at a time."""

    def __init__(self, server: Server, cookie: str) -> None:
        self.server, self.cookie = server, cookie

    def ask(self, path: str, fields: dict[str, str] | None = None) -> tuple[int, bytes]:
        """The status and the body of an answer; 0 where the server is away."""
        calling = HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        head = {"Cookie": f"csrftoken={_CSRF}; {self.cookie}"}
        try:
            if fields is None:
                calling.request("GET", path, headers=head)
            else:
                head["Content-Type"] = "application/x-www-form-urlencoded"
                body = urlencode({**fields, "csrfmiddlewaretoken": _CSRF})
                calling.request("POST", path, body, head)
            answer = calling.getresponse()
            return answer.status, answer.read()
        except (OSError, HTTPException):
            return 0, b""
        finally:
            calling.close()


class Phone(Thread):
    """Sends word after word until it is told to stop."""

    def __init__(self, caller: Caller, session_id: int, number: int, stop: Event) -> None:
        super().__init__(daemon=True)
        self.caller, self.session_id, self.number, self.stop = caller, session_id, number, stop
        self.acknowledged: list[str] = []
        self.sent_again = 0
        self.sent = 0

    def run(self) -> None:
        """One word at a time, each until it is acknowledged."""
        while not self.stop.is_set():
            key = f"{self.number}-{self.sent}"
            self.sent += 1
            while not self._is_stored(key):
                self.sent_again += 1
                if self.stop.wait(0.05):
                    return
            self.acknowledged.append(key)

    def _is_stored(self, key: str) -> bool:
        told = {"what": "entry", "step": "trin-0", "key": key, "text": f"Ordet er {key}."}
        status, _ = self.caller.ask(f"/moeder/{self.session_id}/skriv/", told)
        return status in (200, 204, 302)


class Meeting:
    """A session on a server that is killed."""

    def __init__(self, server: Server, seed: dict[str, Any], chance: random.Random) -> None:
        self.server, self.chance = server, chance
        self.session_id = int(seed["session_id"])
        self.stop = Event()
        self.leader = Caller(server, f"sessionid={seed['leader']}")
        callers = [Caller(server, f"moede-{self.session_id}={one}") for one in seed["phones"]]
        self.phones = [Phone(one, self.session_id, n, self.stop) for n, one in enumerate(callers)]
        self.turn = self._state(self.leader)["turn"]
        self.steps = {0}

    def crash(self, outcome: Outcome) -> None:
        """Kill it at some moment, start it, and see where everybody is."""
        time.sleep(self.chance.uniform(0.1, 0.7))
        moving = Thread(target=self._move)
        if self.chance.random() < 0.5:
            moving.start()
            time.sleep(self.chance.uniform(0, 0.05))
        self.server.kill()
        began = time.monotonic()
        outcome.kills += 1
        if moving.ident:
            moving.join()
        self.server.start()
        outcome.started.append(round(time.monotonic() - began, 2))
        places = [self._state(phone.caller) for phone in self.phones]
        outcome.back.append(round(time.monotonic() - began, 2))
        found = {place["step_number"] for place in places}
        if len(found) > 1 or not found <= self.steps:
            outcome.astray.append(f"{sorted(found)} and not one of {sorted(self.steps)}")
        self.turn, self.steps = places[0]["turn"], found

    def end(self, outcome: Outcome) -> None:
        """Let everybody finish their word, and add up."""
        self.stop.set()
        for phone in self.phones:
            phone.join()
        outcome.acknowledged = sum(len(phone.acknowledged) for phone in self.phones)
        outcome.sent_again = sum(phone.sent_again for phone in self.phones)

    def _move(self) -> None:
        """The next step, of which nobody knows whether it was reached, unless it is answered."""
        at = max(self.steps)
        self.steps = {at, at + 1}
        told = {"do": "next", "turn": str(self.turn), "step": ""}
        status, _ = self.leader.ask(f"/moeder/{self.session_id}/styr/", told)
        if status == 302:
            self.steps = {at + 1}

    def _state(self, caller: Caller) -> dict[str, Any]:
        began = time.monotonic()
        while time.monotonic() - began < _PATIENCE_SECONDS:
            status, body = caller.ask(f"/moeder/{self.session_id}/tilstand/")
            if status == 200:
                found: dict[str, Any] = json.loads(body)
                return found
            time.sleep(0.05)
        raise TimeoutError("the session does not answer")


def run(folder: Path, seeds: list[int]) -> Outcome:
    """A crash for each seed, and then a look into the database."""
    server, outcome = Server(folder, HANDLERUM_ENCODER="none"), Outcome()
    server.start()
    meeting = Meeting(server, told(server, "bench.live_seed", str(PHONES)), random.Random())
    for phone in meeting.phones:
        phone.start()
    try:
        for seed in seeds:
            meeting.chance.seed(seed)
            meeting.crash(outcome)
        time.sleep(0.5)
    finally:
        meeting.end(outcome)
        server.kill()
    keys = [key for phone in meeting.phones for key in phone.acknowledged]
    database = folder / "home" / "handlerum.sqlite3"
    outcome.lost, outcome.doubled = compared(database, meeting.session_id, keys)
    return outcome


def compared(database: Path, session_id: int, keys: list[str]) -> tuple[list[str], list[str]]:
    """Of the words that were acknowledged, those that are not there, and what is there twice."""
    found = Counter(_stored(database, session_id))
    twice = sorted(key for key, many in found.items() if many > 1)
    return sorted(set(keys) - found.keys()), twice


def _stored(database: Path, session_id: int) -> Iterator[str]:
    """The key of each word that stands there as it was sent."""
    look = "SELECT key, text FROM reflection_entry WHERE session_id = ?"
    with sqlite3.connect(database) as connection:
        for key, text in connection.execute(look, [session_id]):
            yield key if text == f"Ordet er {key}." else f"{key}, changed"
