"""A model that lies in a folder, as sentence-transformers and ONNX exports lay it out.

Needs the optional packages of the extra `onnx`. Nothing is fetched: what is missing is missing.
"""

import json
import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from handlerum.search.meaning.encoders.prefixes import Prefixes
from handlerum.search.meaning.encoders.shared import prefixes_of, unit
from handlerum.search.ports import Unavailable, Vectors

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

# Its threads would not survive in processes that are split off later.
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")

_MODELS = ("model.onnx", "onnx/model.onnx", "model_quantized.onnx", "onnx/model_quantized.onnx")
#: The output in which a model has done all that comes after its words itself.
_DONE = "sentence_embedding"
_WORDS = ("last_hidden_state", "token_embeddings")
_PADS = ("<pad>", "[PAD]")
#: Steps after the words that we know how to do.
_KNOWN_STEPS = {"Transformer", "Pooling", "Normalize"}
_LONGEST = 512
_BATCH = 32
_MB = 1 << 20


class Folder:
    """The encoder that lies in a folder. Vectors of length 1."""

    def __init__(self, path: str) -> None:
        folder = Path(path)
        model = _model_file(folder)
        self._prefixes = _prefixes(folder)
        self._tokenizer = _tokenizer(folder)
        self._session = _session(model)
        self._output = _output(self._session, folder)
        self._by_first = self._output != _DONE and _pools_by_first(folder)
        # Cut, so that the hash is not what is lost where a name must be short.
        self.name = f"{folder.resolve().name[:40]}-{_fingerprint(model)}"
        self.dimensions = len(self.query("arbejde"))

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
            read = self._tokenizer.encode_batch(texts)
            (found,) = self._session.run([self._output], _inputs(self._session, read))
        except Exception as error:  # neither package has a class for its errors
            raise Unavailable("model") from error
        mask = np.array([one.attention_mask for one in read], np.float32)
        return unit(_pooled(found, mask, self._by_first))


def _pooled(found: NDArray[Any], mask: Vectors, by_first: bool) -> NDArray[Any]:
    """One vector for each text from those of its words; the model may have made it itself."""
    if found.ndim == 2:
        return found
    if by_first:
        return found[:, 0]
    words = (found.astype(np.float32) * mask[:, :, None]).sum(axis=1)
    mean: Vectors = words / np.maximum(mask.sum(axis=1, keepdims=True), 1)
    return mean


def _inputs(session: Any, read: "list[Encoding]") -> dict[str, NDArray[Any]]:
    """What the model wants to know of what was read, and nothing that it does not ask for."""
    known = {
        "input_ids": [one.ids for one in read],
        "attention_mask": [one.attention_mask for one in read],
        "token_type_ids": [one.type_ids for one in read],
    }
    wanted = {one.name: one.type for one in session.get_inputs() if one.name in known}
    return {
        name: np.array(known[name], np.int32 if "int32" in kind else np.int64)
        for name, kind in wanted.items()
    }


def _output(session: Any, folder: Path) -> str:
    """The output to read: the finished one where there is one, else that of the words."""
    names = [one.name for one in session.get_outputs()]
    if _DONE in names:
        return _DONE
    _refuse_unknown_steps(folder)
    return next((name for name in _WORDS if name in names), str(names[0]))


def _refuse_unknown_steps(folder: Path) -> None:
    """Without a step that it was trained with, a model's vectors would be wrong unnoticed."""
    steps = _json(folder / "modules.json", [])
    try:
        kinds = {step["type"].rpartition(".")[2] for step in steps}
    except (TypeError, KeyError, AttributeError) as error:
        raise Unavailable("modules.json") from error
    if kinds - _KNOWN_STEPS:
        raise Unavailable("modules.json")


def _pools_by_first(folder: Path) -> bool:
    """Whether the first word stands for a text (cls), rather than the mean of all."""
    modes = _modes(_settings(folder / "1_Pooling" / "config.json"))
    if modes not in ({"cls"}, {"mean"}, set()):
        raise Unavailable("1_Pooling/config.json")
    return modes == {"cls"}


def _modes(config: dict[str, Any]) -> set[str]:
    """The ways of pooling that are switched on; newer folders name one in a word."""
    if named := config.get("pooling_mode"):
        return {str(named)}
    switched = {key for key, on in config.items() if key.startswith("pooling_mode_") and on is True}
    ways = (key.removeprefix("pooling_mode_").removesuffix("s") for key in switched)
    return {way.removesuffix("_token") for way in ways}


def _prefixes(folder: Path) -> Prefixes:
    """What the folder says goes before a text; many say nothing, or empty words."""
    prompts = _settings(folder / "config_sentence_transformers.json").get("prompts")
    if isinstance(prompts, dict):
        query = str(prompts.get("query") or "")
        passage = str(prompts.get("passage") or prompts.get("document") or "")
        if query or passage:
            return Prefixes(query, passage)
    trained = str(_settings(folder / "config.json").get("_name_or_path", ""))
    return prefixes_of(folder.resolve().name, trained)


def _tokenizer(folder: Path) -> "Tokenizer":
    """What cuts texts into the model's words, at most as many as it was trained with."""
    try:
        from tokenizers import Tokenizer
    except ImportError as error:
        raise Unavailable("tokenizers") from error
    longest = _settings(folder / "sentence_bert_config.json").get("max_seq_length")
    try:
        found = Tokenizer.from_file(str(folder / "tokenizer.json"))
        found.enable_truncation(int(longest or _LONGEST))
        found.enable_padding(direction="right", pad_id=_pad(found))
    except Exception as error:  # the package raises no narrower class
        raise Unavailable("tokenizer.json") from error
    return found


def _pad(tokenizer: "Tokenizer") -> int:
    """The number that fills up shorter texts."""
    if tokenizer.padding:
        return int(tokenizer.padding["pad_id"])
    known = (tokenizer.token_to_id(pad) for pad in _PADS)
    return next((pad for pad in known if pad is not None), 0)


def _session(model: Path) -> Any:
    """The model, ready to run."""
    try:
        import onnxruntime
    except ImportError as error:
        raise Unavailable("onnxruntime") from error
    options = onnxruntime.SessionOptions()
    # Its threads otherwise spin while they wait, and take the processor from the web's own.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the package has no class for its errors
        raise Unavailable(model.name) from error


def _model_file(folder: Path) -> Path:
    found = next((folder / name for name in _MODELS if (folder / name).is_file()), None)
    if found is None:
        raise Unavailable(_MODELS[0])
    return found


def _fingerprint(model: Path) -> str:
    """Tells one model from another without reading gigabytes."""
    digest = sha256()
    # Large models keep their numbers in a second file beside the first.
    for path in (model, *sorted(model.parent.glob(f"{model.name}?data"))):
        digest.update(_ends(path))
    return digest.hexdigest()[:12]


def _ends(path: Path) -> bytes:
    """The size of a file, with its first and last megabyte."""
    size = path.stat().st_size
    with path.open("rb") as file:
        first = file.read(_MB)
        file.seek(max(0, size - _MB))
        return b"%d:" % size + first + file.read(_MB)


def _settings(path: Path) -> dict[str, Any]:
    """A small file of settings; without the file, none."""
    found = _json(path, {})
    if not isinstance(found, dict):
        raise Unavailable(path.name)
    return found


def _json(path: Path, otherwise: object) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return otherwise
    except (OSError, ValueError) as error:
        raise Unavailable(path.name) from error
