"""Encoders by setting: a folder with a real small ONNX model, and an endpoint really asked."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import numpy as np
import pytest
from django.conf import LazySettings

from handlerum.search.meaning.encoders import encoder
from handlerum.search.meaning.encoders.endpoint import Endpoint
from handlerum.search.meaning.encoders.folder import Folder
from handlerum.search.ports import Unavailable

WORDS = ["[PAD]", "query", "passage", ":", "hej", "bænk", "kanal"]


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A model that gives each word a vector of its own."""
    from onnx import TensorProto, helper, numpy_helper, save
    from tokenizers import Tokenizer, models, pre_tokenizers

    table = numpy_helper.from_array(np.eye(len(WORDS), dtype=np.float32), "table")
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["b", "t"])
    out = helper.make_tensor_value_info("states", TensorProto.FLOAT, ["b", "t", len(WORDS)])
    node = helper.make_node("Gather", ["table", "input_ids"], ["states"])
    graph = helper.make_graph([node], "g", [ids], [out], [table])
    opset = [helper.make_opsetid("", 13)]
    (tmp_path / "onnx").mkdir()
    save(helper.make_model(graph, opset_imports=opset, ir_version=8), tmp_path / "onnx/model.onnx")
    words = {word: number for number, word in enumerate(WORDS)}
    tokenizer = Tokenizer(models.WordLevel(words, unk_token="[PAD]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    return tmp_path


def test_a_folder_gives_the_mean_of_its_tokens_with_length_one(model: Path) -> None:
    reading = encoder(str(model))

    vectors = reading.passages(["bænk kanal", "hej"])

    assert reading.dimensions == len(WORDS)
    assert np.allclose(vectors[0], np.array([0, 0, 0, 0, 0, 1, 1]) / np.sqrt(2))
    assert np.allclose(vectors[1], np.eye(len(WORDS))[4])  # padding beside it counts for nothing
    assert reading.passages([]).shape == (0, len(WORDS))


def test_a_folder_reads_its_own_prompts_and_pooling(model: Path) -> None:
    told = {"prompts": {"query": "query : ", "document": "passage : "}}
    (model / "config_sentence_transformers.json").write_text(json.dumps(told))
    (model / "1_Pooling").mkdir()
    (model / "1_Pooling" / "config.json").write_text('{"pooling_mode_cls_token": true}')
    reading = Folder(str(model))

    assert reading.query("bænk").argmax() == WORDS.index("query")
    assert reading.passages(["bænk"])[0].argmax() == WORDS.index("passage")


def test_a_folder_by_the_name_of_e5_gets_its_prefixes(model: Path) -> None:
    (model / "config.json").write_text('{"_name_or_path": "somebody/my-e5-base"}')

    vector = Folder(str(model)).query("bænk")

    assert set(np.flatnonzero(vector)) == {WORDS.index(word) for word in ("query", ":", "bænk")}


@pytest.mark.parametrize("missing", ["onnx/model.onnx", "tokenizer.json"])
def test_a_folder_that_lacks_something_is_unavailable(model: Path, missing: str) -> None:
    (model / missing).unlink()
    with pytest.raises(Unavailable):
        Folder(str(model))


class _Replies(BaseHTTPRequestHandler):
    """Replays the documented shape; the order of rows is turned, as their index allows."""

    asked: list[dict[str, Any]] = []
    keys: list[str | None] = []
    status = 200

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append(body)
        self.keys.append(self.headers.get("Authorization"))
        rows = [
            {"object": "embedding", "index": at, "embedding": [float(len(text)), 3.0]}
            for at, text in enumerate(body["input"])
        ]
        told = json.dumps({"object": "list", "data": rows[::-1], "model": body["model"]}).encode()
        self.send_response(self.status)
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, *_: object) -> None:
        """Silent."""


@pytest.fixture
def address(settings: LazySettings) -> Iterator[str]:
    """An endpoint on this machine."""
    settings.HANDLERUM_ENCODER_MODEL, settings.HANDLERUM_ENCODER_KEY = "small-e5", "nøgle"
    settings.HANDLERUM_ENCODER_KEY = "key"
    _Replies.asked, _Replies.keys, _Replies.status = [], [], 200
    server = HTTPServer(("127.0.0.1", 0), _Replies)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()


def test_an_endpoint_is_asked_in_batches_and_its_rows_put_in_order(address: str) -> None:
    reading = Endpoint(address)
    texts = ["x" * (n % 7) for n in range(100)]

    vectors = reading.passages(texts)

    assert reading.dimensions == 2
    assert [len(asked["input"]) for asked in _Replies.asked] == [1, 64, 36]
    assert {asked["model"] for asked in _Replies.asked} == {"small-e5"}
    assert set(_Replies.keys) == {"Bearer key"}
    lengths = [len("passage: " + text) for text in texts]
    assert np.allclose(vectors[:, 0] / vectors[:, 1] * 3, lengths, rtol=1e-4)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)


def test_an_endpoint_that_fails_is_unavailable_and_says_nothing_of_what_was_sent(
    address: str,
) -> None:
    reading = Endpoint(address)
    _Replies.status = 500

    with pytest.raises(Unavailable) as refused:
        reading.query("Hun hedder Mette Jensen")

    assert "Mette" not in str(refused.value)
    assert refused.value.__cause__ is None
    with pytest.raises(Unavailable):
        Endpoint("http://127.0.0.1:9/v1")
