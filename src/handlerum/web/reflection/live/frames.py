"""What is sent to everybody: a session at one version, encoded once."""

import json
from dataclasses import asdict, dataclass

from handlerum.reflection.queries import Common
from handlerum.reflection.queries.following import followed


@dataclass(frozen=True, slots=True)
class Frame:
    """A session at one version as bytes, and who may be sent it: participants, and who lead."""

    version: int
    body: bytes
    participants: frozenset[int]
    leaders: frozenset[int]

    @property
    def event(self) -> bytes:
        """The same as a server-sent event."""
        return b"id: %d\nevent: moved\ndata: %s\n\n" % (self.version, self.body)


def frame_of(session_id: int, known: int) -> Frame | None:
    """The session where its version is past the one that is known; None where it is not.

    Raises:
        Gone: it is deleted.
    """
    found = followed(session_id, known)
    if found is None:
        return None
    body = encoded(found.common)
    return Frame(found.common.version, body, found.participants, found.leaders)


def encoded(told: Common) -> bytes:
    """What everybody sees, as JSON in one line; days and moments as ISO 8601."""
    return json.dumps(
        asdict(told), ensure_ascii=False, default=lambda day: day.isoformat()
    ).encode()
