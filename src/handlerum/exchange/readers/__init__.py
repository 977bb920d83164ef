"""File readers: one small file per format, pure Python, no Django.

Hostile bytes belong in `exchange.bounded.read_bounded`, which calls `read` in a child process.
"""

import re
from collections.abc import Callable
from importlib import import_module
from typing import cast
from xml.parsers.expat import ExpatError, errors

from .pieces import SHORT, Piece, Reason, Unreadable

__all__ = [
    "ENDINGS",
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "Piece",
    "Reason",
    "Unreadable",
    "check",
    "read",
]

MAX_BYTES = 25 * 1024 * 1024
# No file may grow into more text than the largest text file that we take.
MAX_CHARACTERS = MAX_BYTES

# How the XML parser tells that memory is short.
_EXPAT_SHORT = errors.codes[errors.XML_ERROR_NO_MEMORY]

_READERS = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".txt": "plain",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".json": "statbank",
}
ENDINGS = tuple(_READERS)


def read(name: str, data: bytes) -> list[Piece]:
    """Read the text out of a file, picking the reader by the name's ending.

    Returns at least one piece, each with cleaned, non-empty text. Raises `Unreadable` and
    nothing else, whatever the bytes are.
    """
    ending = check(name, data)
    try:
        return _checked(_reader(ending)(name, data))
    except Unreadable:
        raise
    except Exception as error:
        # `from None`: a parser's own message may quote the file.
        raise Unreadable(_why(error)) from None


def _why(error: BaseException) -> Reason:
    """Short memory shows as whatever went wrong last while the parser cleaned up after it."""
    last: BaseException | None = error
    while last is not None:
        if isinstance(last, SHORT) or (isinstance(last, ExpatError) and last.code == _EXPAT_SHORT):
            return Reason.too_much_memory
        last = last.__context__
    return Reason.corrupt


def check(name: str, data: bytes) -> str:
    """Refuse by size and ending alone, at no cost; return the ending, lower case with its dot."""
    if not data:
        raise Unreadable(Reason.empty)
    if len(data) > MAX_BYTES:
        raise Unreadable(Reason.too_large)
    found = re.search(r"\.[^.\\/]*\Z", name.strip())
    ending = found[0].lower() if found else ""
    if ending not in _READERS:
        raise Unreadable(Reason.unknown_type)
    return ending


def _reader(ending: str) -> Callable[[str, bytes], list[Piece]]:
    # Imported when asked for: a text file should not wait for the PDF library.
    module = import_module(f"{__name__}.{_READERS[ending]}")
    return cast("Callable[[str, bytes], list[Piece]]", module.read)


def _checked(pieces: list[Piece]) -> list[Piece]:
    if sum(len(piece.text) for piece in pieces) > MAX_CHARACTERS:
        raise Unreadable(Reason.too_large)
    if not pieces or not all(piece.text for piece in pieces):
        raise Unreadable(Reason.empty)
    return pieces
