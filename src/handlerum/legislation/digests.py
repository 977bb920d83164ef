"""Sums of texts, to tell whether something says the same as before."""

import hashlib
import json

from handlerum.legislation.models import Subsection


def digest(told: object) -> str:
    """The SHA-256 of anything made of plain values."""
    return hashlib.sha256(json.dumps(told, default=str, ensure_ascii=False).encode()).hexdigest()


def digest_of(row: Subsection) -> str:
    """That of what a subsection says, whichever edition it stands in."""
    return digest([row.text, row.points])
