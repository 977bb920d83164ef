"""Plain text (.txt), and how bytes become text for the other text formats."""

import codecs
import re

from .clean import clean, title_for
from .pieces import Piece, Reason, Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Beginnings of formats that are sometimes given a text ending by mistake.
_FOREIGN = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"SQLite format 3",
)
_HTML = re.compile(r"\s*<(!doctype\s+html|html)\b", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_CONTROL_SHARE = 0.05  # of all characters; random bytes have 0.13, text has none


def read(name: str, data: bytes) -> list[Piece]:
    """Read a text file as one piece. Raises `Unreadable`: mistyped, binary or empty."""
    text = clean(not_html(decode(data)))
    return [Piece(title_for("", text, name), text)]


def decode(data: bytes) -> str:
    """Return the bytes as text: by byte order mark, else UTF-8, else Windows' cp1252.

    Raises `Unreadable`: mistyped for another known format, binary for what is not text at all.
    """
    if data.startswith(_FOREIGN):
        raise Unreadable(Reason.mistyped)
    text = _decoded(data)
    if "\0" in text or len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text):
        raise Unreadable(Reason.binary)
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def not_html(text: str) -> str:
    """Return the text; raise `Unreadable` (mistyped) where it is a whole web page."""
    if _HTML.match(text):
        raise Unreadable(Reason.mistyped)
    return text
