"""An endpoint for embeddings that speaks as OpenAI's does: `POST {address}/embeddings`.

Texts go to the address, so it must be one that may see them. Errors never hold a text or the key:
not in their words, and not in what they were raised from.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from http.client import HTTPResponse
from time import monotonic
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

import numpy as np
from django.conf import settings
from numpy.typing import NDArray

from handlerum.search.meaning.encoders.shared import prefixes_of, unit
from handlerum.search.ports import Unavailable, Vectors

#: Seconds before words alone must do.
_PATIENCE = 10.0
_BATCH = 64
#: Bytes of an answer, several times what 64 of the longest vectors take.
_MOST = 32 << 20


class Endpoint:
    """The encoder behind an address. Vectors of length 1."""

    def __init__(self, address: str) -> None:
        self._model: str = getattr(settings, "HANDLERUM_ENCODER_MODEL", "")
        if not self._model:
            raise Unavailable("HANDLERUM_ENCODER_MODEL")
        self._address = address.rstrip("/") + "/embeddings"
        self._prefixes = prefixes_of(self._model)
        self.dimensions = 0
        self.dimensions = len(self.query("arbejde"))
        self.name = f"{self._model[-40:]}-{self._fingerprint()}"

    def query(self, text: str) -> Vectors:
        """The meaning of a situation."""
        found: Vectors = self._batch([self._prefixes.query + text])[0]
        return found

    def passages(self, texts: Sequence[str]) -> Vectors:
        """The meanings of passages, in their order."""
        ready = [self._prefixes.passage + text for text in texts]
        batches = [self._batch(ready[at : at + _BATCH]) for at in range(0, len(ready), _BATCH)]
        return np.concatenate([np.empty((0, self.dimensions), np.float32), *batches])

    def _batch(self, texts: list[str]) -> Vectors:
        try:
            found = unit(_in_order(_answer(self._request(texts)), len(texts)))
        except Unavailable:
            raise
        except Exception as error:
            why = _why(error)
        else:
            if self.dimensions in (0, found.shape[1]):
                return found
            why = "vectors"
        # Here and not above: what was raised there may hold what was sent.
        raise Unavailable(f"endpoint: {why}")

    def _request(self, texts: list[str]) -> Request:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if key := getattr(settings, "HANDLERUM_ENCODER_KEY", ""):
            headers["Authorization"] = f"Bearer {key}"
        body = json.dumps({"model": self._model, "input": texts}).encode()
        return Request(self._address, body, headers)  # noqa: S310  the setting says http or https

    def _fingerprint(self) -> str:
        """Two addresses may call different models by one name."""
        who = f"{self._address}\n{self._model}\n{self.dimensions}"
        return sha256(who.encode()).hexdigest()[:12]


class _NoRedirect(HTTPRedirectHandler):
    """Texts and the key go where the setting says, and nowhere else."""

    def redirect_request(self, *_: object) -> None:
        """No other address is asked."""


def _answer(request: Request) -> Any:
    """What the endpoint says, within the time there is."""
    until = monotonic() + _PATIENCE
    with build_opener(_NoRedirect).open(request, timeout=_PATIENCE) as answer:
        return json.loads(_read(answer, until))


def _read(answer: HTTPResponse, until: float) -> bytes:
    """All of an answer; the opener's own limit is only for each piece of it."""
    read = bytearray()
    while piece := answer.read1(1 << 16):
        read += piece
        if len(read) > _MOST or monotonic() > until:
            raise TimeoutError
    return bytes(read)


def _in_order(answer: Any, count: int) -> NDArray[np.float64]:
    """The vectors as the texts were sent: an endpoint may answer in any order."""
    by_index = {int(one["index"]): one["embedding"] for one in answer["data"]}
    found = np.array([by_index[at] for at in range(count)], np.float64)
    if len(answer["data"]) != count or found.ndim != 2 or not found.size:
        raise ValueError
    return found


def _why(error: Exception) -> str:
    """What went wrong in a word or two, none of them the endpoint's own."""
    if isinstance(error, HTTPError):
        error.close()
        return f"HTTP {error.code}"
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, TimeoutError):
        return "no answer in time"
    return "no connection" if isinstance(reason, OSError) else "not understood"
