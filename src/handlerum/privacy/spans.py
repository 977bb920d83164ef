"""A place in a text that points to a person. Pure."""

from dataclasses import dataclass

from handlerum.privacy.terms import Kind


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place; offsets in characters, end exclusive.

    `direct`: whether it points to one person by itself. `confidence`: 0 to 1; what a rule found
    has 1.
    """

    start: int
    end: int
    kind: Kind
    direct: bool
    confidence: float = 1.0
