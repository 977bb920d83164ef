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
    #: The lines of the text that are headings, in their order, each with its level from 1.
    headings: tuple[tuple[int, str], ...] = ()

    @property
    def marked(self) -> str:
        """The text with its headings marked as Markdown does: "# " before them."""
        waiting, lines = list(self.headings), []
        for line in self.text.split("\n"):
            at = next((n for n, (_level, words) in enumerate(waiting) if words == line), None)
            if at is not None and line:
                lines.append(f"{'#' * waiting[at][0]} {line}")
                del waiting[: at + 1]
            else:
                lines.append(line)
        return "\n".join(lines)


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


#: How Python tells that memory is short. Short enough, it loses the MemoryError itself, and says
#: "SystemError: error return without exception set".
SHORT = (MemoryError, SystemError)
