"""A model from a folder: a tiny one, really run."""

import json
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper, save
from tokenizers import Tokenizer, models, pre_tokenizers, processors

from handlerum.search.meaning.encoders import encoder
from handlerum.search.meaning.encoders.folder import Folder
from handlerum.search.ports import Unavailable

WORDS = ("[PAD]", "[UNK]", "[CLS]", "bænk", "kanal", "lager", "query", "passage", ":")
#: A row for each word; three numbers that differ in direction.
TABLE = np.random.default_rng(1).normal(size=(len(WORDS), 3)).astype(np.float32)
PADDED = 9.0  # what the model makes of padding: it must not count


def row(word: str) -> NDArray[np.float32]:
    """What the model holds of a word."""
    found: NDArray[np.float32] = TABLE[WORDS.index(word)]
    return found


def length_one(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    """A vector in its direction alone."""
    found: NDArray[np.float32] = vector / np.linalg.norm(vector)
    return found


def mean(*words: str) -> NDArray[np.float32]:
    """What a text of those words should come to, with the word that begins it."""
    return length_one(np.mean([row(word) for word in ("[CLS]", *words)], axis=0))


def save_model(path: Path, output: str = "last_hidden_state", inputs: tuple[str, ...] = ()) -> None:
    """A model that looks up words in a table; further inputs are asked for and not used."""
    table = TABLE.copy()
    table[0] = PADDED
    nodes = [helper.make_node("Gather", ["table", "input_ids"], ["words"])]
    shape: list[str | int | None] = ["texts", "words", 3]
    if output == "sentence_embedding":
        nodes.append(helper.make_node("ReduceMax", ["words"], [output], axes=[1], keepdims=0))
        shape = ["texts", 3]
    else:
        nodes.append(helper.make_node("Identity", ["words"], [output]))
    wanted = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "length"])
        for name in ("input_ids", *inputs)
    ]
    found = [helper.make_tensor_value_info(output, TensorProto.FLOAT, shape)]
    held = [numpy_helper.from_array(table, "table")]
    graph = helper.make_graph(nodes, "tiny", wanted, found, held)
    opsets = [helper.make_opsetid("", 13)]
    path.parent.mkdir(parents=True, exist_ok=True)
    save(helper.make_model(graph, opset_imports=opsets, ir_version=8), path)


def save_tokenizer(path: Path) -> None:
    """Words between spaces, [CLS] before them; and a padding of its own that must not be kept."""
    known = {word: number for number, word in enumerate(WORDS)}
    tokenizer = Tokenizer(models.WordLevel(known, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A", special_tokens=[("[CLS]", 2)]
    )
    tokenizer.enable_padding(direction="left", length=40)
    tokenizer.save(str(path))


def tell(folder: Path, file: str, what: object) -> None:
    """Write one of the folder's settings."""
    (folder / file).parent.mkdir(exist_ok=True)
    (folder / file).write_text(json.dumps(what), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a model and nothing said about it."""
    made = tmp_path / "dansk-model"
    save_model(made / "model.onnx")
    save_tokenizer(made / "tokenizer.json")
    return made


def test_the_setting_names_a_folder(folder: Path) -> None:
    reading = encoder(str(folder))
    assert isinstance(reading, Folder)
    assert reading.dimensions == 3


def test_a_text_is_the_mean_of_its_words_and_has_length_one(folder: Path) -> None:
    found = Folder(str(folder)).query("bænk kanal")
    assert found.dtype == np.float32
    assert np.allclose(found, mean("bænk", "kanal"), atol=1e-6)
    assert np.linalg.norm(found) == pytest.approx(1)


def test_what_fills_up_shorter_texts_does_not_count(folder: Path) -> None:
    found = Folder(str(folder)).passages(["bænk", "bænk kanal lager lager"])
    assert np.allclose(found[0], mean("bænk"), atol=1e-6)


def test_passages_keep_their_order_over_many_batches(folder: Path) -> None:
    words = ["bænk", "kanal", "lager"] * 30
    found = Folder(str(folder)).passages(words)
    assert np.allclose(found, [mean(word) for word in words], atol=1e-6)


def test_no_passages_are_no_vectors(folder: Path) -> None:
    assert Folder(str(folder)).passages([]).shape == (0, 3)


@pytest.mark.parametrize("told", [{"pooling_mode_cls_token": True}, {"pooling_mode": "cls"}])
def test_a_folder_may_say_that_the_first_word_stands_for_all(
    folder: Path, told: dict[str, object]
) -> None:
    tell(folder, "1_Pooling/config.json", {"pooling_mode_mean_tokens": False, **told})
    assert np.allclose(Folder(str(folder)).query("lager"), length_one(row("[CLS]")), atol=1e-6)


@pytest.mark.parametrize(
    "told",
    [
        {"pooling_mode_lasttoken": True},
        {"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": True},
    ],
)
def test_another_way_of_pooling_is_refused_rather_than_done_wrong(
    folder: Path, told: dict[str, bool]
) -> None:
    tell(folder, "1_Pooling/config.json", told)
    with pytest.raises(Unavailable, match="1_Pooling"):
        Folder(str(folder))


def test_a_step_that_we_do_not_know_is_refused(folder: Path) -> None:
    tell(folder, "modules.json", [{"type": "sentence_transformers.models.Dense"}])
    with pytest.raises(Unavailable, match=r"modules\.json"):
        Folder(str(folder))


def test_a_vector_that_the_model_finished_itself_is_taken_as_it_is(folder: Path) -> None:
    save_model(folder / "model.onnx", output="sentence_embedding")
    tell(folder, "1_Pooling/config.json", {"pooling_mode_lasttoken": True})
    wanted = length_one(np.maximum(row("[CLS]"), row("bænk")))
    assert np.allclose(Folder(str(folder)).query("bænk"), wanted, atol=1e-6)


def test_prompts_come_from_the_folder(folder: Path) -> None:
    told = {"prompts": {"query": "query: ", "document": "passage: "}}
    tell(folder, "config_sentence_transformers.json", told)
    reading = Folder(str(folder))
    assert np.allclose(reading.query("bænk"), mean("query", ":", "bænk"), atol=1e-6)
    assert np.allclose(reading.passages(["bænk"])[0], mean("passage", ":", "bænk"), atol=1e-6)


@pytest.mark.parametrize("told", [{}, {"prompts": {"query": "", "document": ""}}])
def test_e5_by_name_has_its_prefixes_where_no_prompts_are_written(
    folder: Path, told: dict[str, object]
) -> None:
    tell(folder, "config.json", {"_name_or_path": "intfloat/multilingual-e5-small"})
    tell(folder, "config_sentence_transformers.json", told)
    assert np.allclose(Folder(str(folder)).query("bænk"), mean("query", ":", "bænk"), atol=1e-6)


def test_a_folder_may_be_called_e5_but_a_hash_does_not_call_it_so(folder: Path) -> None:
    named = Folder(str(folder.rename(folder.with_name("lille-E5"))))
    assert np.allclose(named.query("bænk"), mean("query", ":", "bænk"), atol=1e-6)
    hashed = Folder(str(folder.with_name("lille-E5").rename(folder.with_name("0be5c1"))))
    assert np.allclose(hashed.query("bænk"), mean("bænk"), atol=1e-6)


def test_texts_are_cut_where_the_folder_says(folder: Path) -> None:
    tell(folder, "sentence_bert_config.json", {"max_seq_length": 2})
    assert np.allclose(Folder(str(folder)).query("bænk kanal lager"), mean("bænk"), atol=1e-6)


def test_a_model_is_given_what_it_asks_for_and_no_more(folder: Path) -> None:
    save_model(folder / "model.onnx", inputs=("attention_mask", "token_type_ids"))
    assert np.allclose(Folder(str(folder)).query("bænk"), mean("bænk"), atol=1e-6)


@pytest.mark.parametrize(
    "place", ["onnx/model.onnx", "model_quantized.onnx", "onnx/model_quantized.onnx"]
)
def test_the_model_may_lie_where_exports_put_it(folder: Path, place: str) -> None:
    (folder / "onnx").mkdir()
    (folder / "model.onnx").rename(folder / place)
    assert Folder(str(folder)).dimensions == 3


def test_the_name_tells_one_model_from_another(folder: Path) -> None:
    first, again = Folder(str(folder)).name, Folder(f"{folder}/").name
    save_model(folder / "model.onnx", inputs=("attention_mask",))
    assert first.startswith("dansk-model-")
    assert again == first
    assert Folder(str(folder)).name != first


def test_numbers_beside_the_model_are_part_of_its_name(folder: Path) -> None:
    first = Folder(str(folder)).name
    (folder / "model.onnx_data").write_bytes(b"numbers")
    assert Folder(str(folder)).name != first


@pytest.mark.parametrize("package", ["onnxruntime", "tokenizers"])
def test_without_its_packages_it_says_which(
    folder: Path, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(Unavailable, match=f"^{package}$"):
        Folder(str(folder))


@pytest.mark.parametrize("file", ["model.onnx", "tokenizer.json"])
def test_what_is_missing_or_broken_is_named(folder: Path, file: str) -> None:
    (folder / file).write_bytes(b"{ not what it should be")
    with pytest.raises(Unavailable, match=file):
        Folder(str(folder))
    (folder / file).unlink()
    with pytest.raises(Unavailable, match=file):
        Folder(str(folder))


def test_settings_that_cannot_be_read_are_named(folder: Path) -> None:
    tell(folder, "config.json", ["a list"])
    with pytest.raises(Unavailable, match=r"config\.json"):
        Folder(str(folder))


def test_a_model_that_asks_for_what_nobody_knows_is_unavailable(folder: Path) -> None:
    save_model(folder / "model.onnx", inputs=("task_id",))
    with pytest.raises(Unavailable):
        Folder(str(folder))
