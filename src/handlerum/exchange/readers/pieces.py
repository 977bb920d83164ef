"""What a reader hands over, and the fixed words for why a file could not be read."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Piece:
    """One text found in a file.

    `key` is stable inside the file (a StatBank table id) and "" for the single piece of a
    document. `year` is a calendar year, None where the file does not say.
    """

    title: str
    text: str
    key: str = ""
    url: str = ""
    publisher: str = ""
    year: int | None = None


class Reason(StrEnum):
    """Why a file could not be read; the sentence on screen is chosen from this word."""

    empty = "empty"
    too_large = "too_large"
    unknown_type = "unknown_type"
    mistyped = "mistyped"
    corrupt = "corrupt"
    encrypted = "encrypted"
    no_text = "no_text"
    bomb = "bomb"
    too_slow = "too_slow"
    too_much_memory = "too_much_memory"
    binary = "binary"


class Unreadable(Exception):
    """The file was refused. Carries only the reason: a message could leak what the file says."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
