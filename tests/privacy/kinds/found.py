"""How a test of the kinds reads what was found: as kinds and the words themselves."""

from handlerum.privacy.kinds import find


def found(text: str) -> list[tuple[str, str]]:
    """Each place as its kind and the characters it covers."""
    return [(span.kind.value, text[span.start : span.end]) for span in find(text)]


def direct(text: str) -> list[tuple[str, str]]:
    """Only those that point to one person by themselves."""
    return [(span.kind.value, text[span.start : span.end]) for span in find(text) if span.direct]
