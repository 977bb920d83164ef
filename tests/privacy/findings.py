"""How a privacy test reads what was found: as kinds and the words themselves."""

from handlerum.privacy.rules import find


def found(text: str) -> list[tuple[str, str]]:
    """Each finding as its kind and the characters it covers."""
    return [(finding.kind.value, text[finding.start : finding.end]) for finding in find(text)]
