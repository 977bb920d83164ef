"""An endpoint for embeddings: a real server on this machine that answers as documented."""

import json
import traceback
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import numpy as np
import pytest
from django.conf import LazySettings

from handlerum.search.meaning.encoders import encoder, endpoint
from handlerum.search.meaning.encoders.endpoint import Endpoint
from handlerum.search.ports import Unavailable

SECRET = "Karl tør ikke møde op"
KEY = "a key"


class Server(ThreadingHTTPServer):
    """Holds what was asked, and how to answer next."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.paths: list[str] = []
        self.status = 200
        self.wanted: Any = None
        self.drips = False
        self.go_on = Event()
        self.go_on.set()

    @property
    def address(self) -> str:
        """What the setting HANDLERUM_ENCODER would hold."""
        return f"http://127.0.0.1:{self.server_port}/v1"


class Answers(BaseHTTPRequestHandler):
    """The documented shape, its rows from the last to the first."""

    server: Server

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(asked)
        self.server.keys.append(self.headers["Authorization"])
        self.server.paths.append(self.path)
        self.server.go_on.wait(5)
        wanted = self.server.wanted
        self._say(json.dumps(shuffled(asked) if wanted is None else wanted(asked)).encode())

    def do_GET(self) -> None:
        self.server.paths.append(f"GET {self.path}")
        self._say(b"{}")

    def _say(self, body: bytes) -> None:
        try:
            # An impolite server repeats what it was sent, also in the line of the status.
            self.send_response(self.server.status, f"{SECRET.encode().hex()} {KEY}")
            self.send_header("Location", "/elsewhere")
            self.end_headers()
            for byte in body if self.server.drips else b"":
                self.wfile.write(bytes([byte]))
                Event().wait(0.02)
            self.wfile.write(b"" if self.server.drips else body)
        except OSError:
            pass  # the one who asked has gone

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def vector(text: str) -> list[float]:
    """Numbers that differ from text to text."""
    return [float(len(text)), float(sum(map(ord, text)) % 97), 1.0]


def shuffled(asked: dict[str, Any]) -> dict[str, Any]:
    """The rows in another order than they were sent in."""
    rows = [
        {"object": "embedding", "index": index, "embedding": vector(text)}
        for index, text in enumerate(asked["input"])
    ]
    usage = {"prompt_tokens": 5, "total_tokens": 5}
    return {"object": "list", "data": rows[::-1], "model": asked["model"], "usage": usage}


def expected(*texts: str) -> np.ndarray[Any, Any]:
    """The vectors of some texts, of length 1."""
    rows = np.array([vector(text) for text in texts])
    found: np.ndarray[Any, Any] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return found


@pytest.fixture
def server(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server that runs for one test, and the settings that go with it."""
    monkeypatch.setenv("no_proxy", "*")
    settings.HANDLERUM_ENCODER_MODEL = "text-small"
    settings.HANDLERUM_ENCODER_KEY = KEY
    made = Server()
    thread = Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield made
    made.go_on.set()
    made.shutdown()
    thread.join()
    made.server_close()


def refused(reading: Endpoint) -> str:
    """All that a log would say of a text that could not be sent."""
    with pytest.raises(Unavailable) as caught:
        reading.query(SECRET)
    assert caught.value.__cause__ is caught.value.__context__ is None
    return "".join(traceback.format_exception_only(caught.value))


def test_the_setting_names_an_address(server: Server) -> None:
    reading = encoder(server.address)
    assert isinstance(reading, Endpoint)
    assert reading.dimensions == 3


def test_it_is_asked_as_documented(server: Server) -> None:
    Endpoint(f"{server.address}/").query("bænk")
    assert server.paths == ["/v1/embeddings"] * 2
    assert server.asked[-1] == {"model": "text-small", "input": ["bænk"]}
    assert server.keys[-1] == "Bearer a key"


def test_without_a_key_none_is_sent(server: Server, settings: LazySettings) -> None:
    settings.HANDLERUM_ENCODER_KEY = ""
    Endpoint(server.address)
    assert server.keys == [None]


def test_without_the_name_of_a_model_nothing_is_asked(
    server: Server, settings: LazySettings
) -> None:
    settings.HANDLERUM_ENCODER_MODEL = ""
    with pytest.raises(Unavailable, match="HANDLERUM_ENCODER_MODEL"):
        Endpoint(server.address)
    assert not server.asked


def test_vectors_come_in_the_order_of_the_texts_with_length_one(server: Server) -> None:
    found = Endpoint(server.address).passages(["bænk", "en kanal", "lageret"])
    assert found.dtype == np.float32
    assert np.allclose(found, expected("bænk", "en kanal", "lageret"), atol=1e-6)


def test_many_passages_go_64_at_a_time(server: Server) -> None:
    texts = [f"stykke {number}" for number in range(130)]
    found = Endpoint(server.address).passages(texts)
    assert [len(asked["input"]) for asked in server.asked] == [1, 64, 64, 2]
    assert np.allclose(found, expected(*texts), atol=1e-6)


def test_no_passages_are_no_vectors_and_no_call(server: Server) -> None:
    assert Endpoint(server.address).passages([]).shape == (0, 3)
    assert len(server.asked) == 1


def test_e5_by_name_has_its_prefixes(server: Server, settings: LazySettings) -> None:
    settings.HANDLERUM_ENCODER_MODEL = "intfloat/multilingual-e5-large"
    reading = Endpoint(server.address)
    reading.query("bænk")
    reading.passages(["kanal"])
    assert [asked["input"] for asked in server.asked[1:]] == [["query: bænk"], ["passage: kanal"]]


def test_the_name_tells_models_and_addresses_apart(server: Server, settings: LazySettings) -> None:
    first = Endpoint(server.address).name
    assert first.startswith("text-small-")
    assert Endpoint(server.address).name == first
    assert Endpoint(server.address.replace("127.0.0.1", "localhost")).name != first
    settings.HANDLERUM_ENCODER_MODEL = "text-large"
    assert Endpoint(server.address).name != first


@pytest.mark.parametrize("status", [400, 401, 429, 500])
def test_an_error_is_told_by_its_number_and_nothing_that_was_sent(
    server: Server, status: int
) -> None:
    reading = Endpoint(server.address)
    server.status, server.wanted = status, lambda asked: asked
    assert refused(reading).strip().endswith(f"Unavailable: endpoint: HTTP {status}")


def test_another_address_is_not_followed(server: Server) -> None:
    reading = Endpoint(server.address)
    server.status = 302
    assert "HTTP 302" in refused(reading)
    assert not [path for path in server.paths if path.startswith("GET")]


def test_a_slow_answer_is_not_waited_for(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = Endpoint(server.address)
    monkeypatch.setattr(endpoint, "_PATIENCE", 0.2)
    server.go_on.clear()
    assert "no answer in time" in refused(reading)


def test_an_answer_that_comes_byte_by_byte_is_not_waited_for(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = Endpoint(server.address)
    monkeypatch.setattr(endpoint, "_PATIENCE", 0.3)
    server.drips = True
    assert "no answer in time" in refused(reading)


def test_an_answer_without_end_is_not_read(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = Endpoint(server.address)
    monkeypatch.setattr(endpoint, "_MOST", 10)
    assert "endpoint" in refused(reading)


def row(index: object, numbers: object) -> dict[str, object]:
    """One row of an answer."""
    return {"index": index, "embedding": numbers}


@pytest.mark.parametrize(
    "answer",
    [
        [],
        {"data": []},
        {"data": [{"embedding": [1, 2, 3]}]},
        {"data": [row(1, [1, 2, 3])]},
        {"data": [row(0, [1, 2, 3]), row(0, [1, 2, 3])]},
        {"data": [row(0, [])]},
        {"data": [row(0, [1, 2])]},
        {"data": [row(0, [1, 2, float("nan")])]},
        {"data": [row(0, SECRET)]},
        {"data": [row(SECRET, [1, 2, 3])]},
        {"error": SECRET},
    ],
)
def test_an_answer_that_is_something_else_is_unavailable(server: Server, answer: Any) -> None:
    reading = Endpoint(server.address)
    server.wanted = lambda _asked: answer
    assert SECRET not in refused(reading)


def test_where_nobody_listens_it_is_unavailable(server: Server) -> None:
    reading = Endpoint(server.address)
    server.shutdown()
    server.server_close()
    assert "no connection" in refused(reading)


def test_a_key_that_cannot_be_sent_is_not_told(server: Server, settings: LazySettings) -> None:
    reading = Endpoint(server.address)
    settings.HANDLERUM_ENCODER_KEY = "two\nlines"
    assert "lines" not in refused(reading)


def test_an_address_that_is_none_is_unavailable(server: Server) -> None:
    with pytest.raises(Unavailable):
        Endpoint("http://[half")
