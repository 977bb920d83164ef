"""The canary test: nothing raw may reach the disk, whatever happens to the server.

A real server of its own gets made-up submissions, each with words that stand nowhere else. It is
killed with `kill -9` at random moments and started again. Then every byte of every file that it
could have written is searched.
"""

import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path
from threading import Event, Lock, Thread
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

Fields = list[tuple[str, str]]

#: What may stay: it shows that the search of the files sees what is there.
MARKER = "markeringsord-der-gerne-maa-blive"
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_INPUT = re.compile(r"<input ([^>]*name=\"blur\.[^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_EXAMPLE = re.compile(r'action="(/eksempel/\d+/)"')
_PATIENCE_SECONDS = 180


@dataclass(frozen=True, slots=True)
class Canary:
    """Words that stand nowhere else: identifiers, and a name nobody bears."""

    number: int
    mark: str

    @property
    def cpr(self) -> str:
        """A made-up CPR number."""
        return f"0101{self.number % 80 + 10}-{self.number:04d}"

    @property
    def email(self) -> str:
        """A made-up address."""
        return f"{self.mark}@kanarie.example"

    @property
    def phone(self) -> str:
        """A made-up number."""
        return f"29{self.number:06d}"

    def traces(self) -> list[bytes]:
        """What must be found nowhere."""
        return [word.encode() for word in (self.mark, self.cpr, self.phone)]


@dataclass(slots=True)
class Outcome:
    """What a run did, and what it found: the names of files that hold something raw."""

    submitted: int = 0
    stored: int = 0
    broken_off: int = 0
    kills: int = 0
    files: int = 0
    megabytes: float = 0.0
    marker_seen: bool = False
    found: list[str] = field(default_factory=list)


class Server:
    """Handlerum as people start it, in a folder of its own, with its logs.

    Args:
        settings: more of its surroundings, by the names of `HANDLERUM_*`.
    """

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder, self.settings = folder, settings
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            self.port = int(listener.getsockname()[1])
        for name in ("home", "tmp", "logs"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        self.up = Event()

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("HANDLERUM_")}
        places = {"HANDLERUM_HOME": self.folder / "home", "TMPDIR": self.folder / "tmp"}
        with (self.folder / "logs" / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "handlerum.cli.main", "serve", "--port", str(self.port)],
                env={**kept, **self.settings, **{name: str(at) for name, at in places.items()}},
                cwd=self.folder / "tmp",
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait()
        self.up.set()

    def kill(self) -> None:
        """`kill -9`, without a word."""
        self.up.clear()
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def _wait(self) -> None:
        began = time.monotonic()
        while time.monotonic() - began < _PATIENCE_SECONDS:
            try:
                with build_opener().open(self.address, timeout=5):
                    return
            except OSError:
                time.sleep(0.1)
        raise TimeoutError("the server does not answer")


class Visitor:
    """A browser without pictures: cookies, forms and nothing else."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def enter(self) -> None:
        """Sign in as one of the example people."""
        self.post(_EXAMPLE.findall(self.get("/"))[1], [])

    def get(self, path: str) -> str:
        """A page."""
        with self._opener.open(self.server.address + path, timeout=20) as answer:
            return str(answer.read().decode())

    def post(self, path: str, fields: Fields, page: str = "/hjaelp/", token: bool = True) -> str:
        """Send a form; a refusal is an answer too."""
        found = _TOKEN.search(self.get(page)) or _TOKEN.search(self.get("/bidrag/nyt/reports/"))
        sent = [*fields, *([("csrfmiddlewaretoken", found[1])] if token and found else [])]
        request = Request(self.server.address + path, urlencode(sent).encode())
        try:
            with self._opener.open(request, timeout=20) as answer:
                return str(answer.read().decode())
        except HTTPError as refused:
            return refused.read().decode()


def _told(canary: Canary, button: str) -> Fields:
    text = (
        f"{canary.mark} fortalte mig alt. Cpr {canary.cpr}, skriv til {canary.email}, "
        f"ring {canary.phone}."
    )
    return [
        ("title", f"Ring {canary.phone} om {canary.mark}"),
        ("text", text),
        ("learned", f"Spørg {canary.email}"),
        ("context", f"Efter mødet med {canary.cpr}"),
        ("topics", canary.email),
        ("outcome", "mixed"),
        ("voice", "practitioner"),
        ("form", "experience"),
        ("audience", "organisation"),
        (button, "1"),
    ]


def _looked_at(visitor: Visitor, canary: Canary) -> bool:
    """Sent, looked at, and never approved."""
    visitor.post("/bidrag/nyt/own_experience/", _told(canary, "share"))
    return False


def _approved(visitor: Visitor, canary: Canary) -> bool:
    """Sent, looked at, and stored as proposed."""
    told = _by_rules_alone(canary, _told(canary, "share"))
    shown = visitor.post("/bidrag/nyt/own_experience/", told)
    answer = visitor.post("/bidrag/nyt/own_experience/", told + _choices(shown))
    return "er delt" in answer


def _by_rules_alone(canary: Canary, told: Fields) -> Fields:
    """Only what rules find, since a model may miss a name."""
    unnamed = [(name, words.replace(canary.mark, "Hun")) for name, words in told]
    return [(n, w.replace("Hun@kanarie.example", canary.email)) for n, w in unnamed]


def _weighed(canary: Canary) -> Fields:
    return [
        ("rows", "2"),
        ("question", f"Skal vi ringe til {canary.mark} på {canary.phone}?"),
        ("text", f"{canary.mark} med cpr {canary.cpr} skrev fra {canary.email}."),
        ("audience", "organisation"),
        ("name_0", f"Hensynet til {canary.email}"),
        ("bearer_0", "citizen"),
        ("at_stake_0", f"Cpr {canary.cpr}"),
        ("name_1", "De andre venter"),
        ("bearer_1", "community"),
        ("at_stake_1", ""),
    ]


def _dilemma_looked_at(visitor: Visitor, canary: Canary) -> bool:
    visitor.post("/dilemmaer/nyt/", _weighed(canary))
    return False


def _dilemma_approved(visitor: Visitor, canary: Canary) -> bool:
    told = _by_rules_alone(canary, _weighed(canary))
    shown = visitor.post("/dilemmaer/nyt/", told)
    return "Dilemmaet er lavet" in visitor.post("/dilemmaer/nyt/", told + _choices(shown))


def _choices(page: str) -> Fields:
    found = [dict(_ATTRIBUTE.findall(tag)) | {"tag": tag} for tag in _INPUT.findall(page)]
    sent = [f for f in found if f.get("type") != "radio" or " checked" in f["tag"]]
    return [(str(f["name"]), _plain(str(f["value"]))) for f in sent]


def _plain(value: str) -> str:
    for sign, meant in (("&#x27;", "'"), ("&quot;", '"'), ("&lt;", "<"), ("&amp;", "&")):
        value = value.replace(sign, meant)
    return value


def _live(visitor: Visitor, canary: Canary) -> bool:
    visitor.post("/sloer/", _told(canary, "draft"))
    return False


def _asked(visitor: Visitor, canary: Canary) -> bool:
    visitor.post("/", [("situation", f"{canary.mark} {canary.cpr} {canary.email}")])
    return False


def _without_token(visitor: Visitor, canary: Canary) -> bool:
    visitor.post("/bidrag/nyt/own_experience/", _told(canary, "share"), token=False)
    return False


def _too_long(visitor: Visitor, canary: Canary) -> bool:
    told = _told(canary, "draft")
    visitor.post("/bidrag/nyt/own_experience/", [*told, ("note", f"{canary.mark} " * 30_000)])
    return False


_KINDS: list[Callable[[Visitor, Canary], bool]] = [
    _looked_at,
    _approved,
    _live,
    _approved,
    _asked,
    _without_token,
    _approved,
    _too_long,
    _dilemma_looked_at,
    _dilemma_approved,
]


def run(folder: Path, count: int, kills: int, seed: int = 1) -> Outcome:
    """Send `count` submissions, kill the server `kills` times among them, and search the files."""
    chance = random.Random(seed)
    server, outcome, lock = Server(folder), Outcome(), Lock()
    canaries = [Canary(n, f"kanarie{n:05d}{chance.getrandbits(40):010x}") for n in range(count)]
    server.start()
    _mark(server)
    queue = iter(canaries)
    senders = [Thread(target=_send, args=(server, queue, lock, outcome)) for _ in range(3)]
    for sender in senders:
        sender.start()
    at = sorted(chance.sample(range(count // 20, count), kills))
    while any(sender.is_alive() for sender in senders):
        if at and outcome.submitted >= at[0]:
            at.pop(0)
            time.sleep(chance.random() * 0.05)
            server.kill()
            outcome.kills += 1
            server.start()
        time.sleep(0.005)
    time.sleep(1)  # the index's worker takes what was shared
    server.kill()
    time.sleep(2)  # its worker sees that it is gone, and ends
    _search(folder, canaries, outcome)
    return outcome


def _mark(server: Server) -> None:
    visitor = Visitor(server)
    visitor.enter()
    told = [("title", MARKER), ("text", MARKER), ("learned", ""), ("context", ""), ("topics", "")]
    chosen = [("outcome", "mixed"), ("voice", "practitioner"), ("form", "experience")]
    sent = [*told, *chosen, ("audience", "organisation"), ("share", "1")]
    shown = visitor.post("/bidrag/nyt/own_experience/", sent)
    keep = [(n, "keep" if n.endswith(".choice") else v) for n, v in _choices(shown)]
    again = visitor.post("/bidrag/nyt/own_experience/", sent + keep)
    visitor.post("/bidrag/nyt/own_experience/", sent + _choices(again))


def _send(server: Server, queue: Iterator[Canary], lock: Lock, outcome: Outcome) -> None:
    visitor: Visitor | None = None
    while True:
        with lock:
            canary = next(queue, None)
            outcome.submitted += canary is not None
        if canary is None:
            return
        server.up.wait()
        try:
            if visitor is None:
                visitor = Visitor(server)
                visitor.enter()
            stored = _KINDS[canary.number % len(_KINDS)](visitor, canary)
            with lock:
                outcome.stored += stored
        except (OSError, IndexError):  # killed in the middle
            with lock:
                outcome.broken_off += 1


def _search(folder: Path, canaries: list[Canary], outcome: Outcome) -> None:
    """Look for every canary in every file: one pass, since each has a prefix of its own."""
    # Between other digits the same figures are no canary: ids, hashes and times are full of them.
    shapes = re.compile(
        rb"kanarie\d{5}[0-9a-f]{10}|(?<!\d)0101\d\d-\d{4}(?!\d)|(?<![0-9a-f])29\d{6}(?![0-9a-f])"
    )
    wanted = {trace for canary in canaries for trace in canary.traces()}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        try:
            data = path.read_bytes()
        except FileNotFoundError:  # a database's own files come and go
            continue
        outcome.files += 1
        outcome.megabytes += len(data) / 2**20
        outcome.marker_seen |= MARKER.encode() in data
        if raw := wanted & set(shapes.findall(data)):  # made up, so it can be told
            outcome.found.append(f"{path.relative_to(folder)}: {sorted(raw)[:3]}")
