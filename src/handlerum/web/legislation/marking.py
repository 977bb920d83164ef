"""The words of a provision that tell what it gives, marked."""

from dataclasses import dataclass

from handlerum.legislation.provisions import Provision
from handlerum.legislation.terms import Gives


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of a provision's words, and what they tell it gives; None where nothing."""

    text: str
    gives: Gives | None


def marked_text(provision: Provision) -> list[Piece]:
    """All words of a provision, in pieces."""
    text, at, pieces = provision.row.text, 0, []
    for mark in provision.marked:
        pieces.append(Piece(text[at : mark.start], None))
        pieces.append(Piece(text[mark.start : mark.end], mark.gives))
        at = mark.end
    return [piece for piece in [*pieces, Piece(text[at:], None)] if piece.text]
