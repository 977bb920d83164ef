"""Tables of practice, one noun per file."""

from handlerum.practice.models.basis import Basis, Look, Note, PlaceReading, Weighed
from handlerum.practice.models.frame import FrameJoin, FrameRequest
from handlerum.practice.models.practice import Practice, PracticeVersion
from handlerum.practice.models.trial import Trial

__all__ = [
    "Basis",
    "FrameJoin",
    "FrameRequest",
    "Look",
    "Note",
    "PlaceReading",
    "Practice",
    "PracticeVersion",
    "Trial",
    "Weighed",
]
