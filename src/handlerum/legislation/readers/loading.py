"""Load JSON from a file that may be anything, and look into it without surprises. Pure."""

import json
from collections.abc import Mapping
from typing import BinaryIO

from handlerum.legislation.problems import Problem, Unreadable

#: The longest act as JSON has two million bytes.
MAX_BYTES = 50_000_000


def load(stream: BinaryIO) -> object:
    """What the JSON in a file says.

    Raises:
        Unreadable: NOT_XML where it is no JSON at all, BROKEN or TOO_LARGE.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Unreadable(Problem.TOO_LARGE)
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not data.startswith((b"{", b"[")):
        raise Unreadable(Problem.NOT_XML)
    try:
        loaded: object = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Unreadable(Problem.BROKEN) from error
    return loaded


def word(row: Mapping[str, object], key: str) -> str:
    """The text under a key; empty where there is none or it is something else."""
    value = row.get(key)
    return value.strip() if isinstance(value, str) else ""
