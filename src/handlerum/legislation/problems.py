"""Why a file of legislation was not taken."""

from enum import Enum


class Problem(Enum):
    """What is wrong with a file; the doors say it in the user's language."""

    NOT_XML = "not_xml"  # HTML, JSON or anything else where XML was promised
    BROKEN = "broken"  # begins well, and is cut or malformed
    TOO_LARGE = "too_large"
    UNSAFE = "unsafe"  # entities or a document type of its own
    AMENDING = "amending"  # an act that only changes others has no text of its own
    NO_TEXT = "no_text"  # only metadata
    NO_IDENTITY = "no_identity"  # neither year and number nor an address


class Unreadable(Exception):
    """A file could not be taken; nothing of it was stored."""

    def __init__(self, problem: Problem, detail: str = "") -> None:
        self.problem, self.detail = problem, detail
        super().__init__(f"{problem.value}: {detail}" if detail else problem.value)
