"""How a test reads what the tagger found: as kinds and the words themselves."""

from handlerum.privacy.names import tag
from handlerum.privacy.terms import Kind


def tagged(text: str) -> list[tuple[str, str]]:
    """Each name as its kind and the characters it covers."""
    return [(span.kind.value, text[span.start : span.end]) for span in tag(text)]


def persons(text: str) -> list[str]:
    """The persons' names in a text."""
    return [text[span.start : span.end] for span in tag(text) if span.kind is Kind.PERSON]
