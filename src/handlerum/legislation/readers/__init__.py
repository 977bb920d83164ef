"""Files of legislation, each kind read by a module of its own."""

from pathlib import Path
from typing import BinaryIO

from handlerum.legislation.problems import Unreadable
from handlerum.legislation.readers import census, lexdania
from handlerum.legislation.texts import EditionText


def read(source: Path | BinaryIO, name: str = "") -> EditionText:
    """The edition in a file or a stream that can be wound back, whatever the file is called.

    Raises:
        Unreadable: any of its problems; its detail begins with the name, if one is given.
    """
    if isinstance(source, Path):
        with source.open("rb") as stream:
            return read(stream, name)
    head = source.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()
    source.seek(0)
    reader = census.read if head.startswith((b"{", b"[")) else lexdania.read
    try:
        return reader(source)
    except Unreadable as bad:
        detail = ": ".join(part for part in (name, bad.detail) if part)
        raise Unreadable(bad.problem, detail) from bad
