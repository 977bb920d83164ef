"""Codes of publications and goods: long numbers that are meant to be public. Pure."""

import re

from handlerum.privacy.kinds.figures import said, starting

# A link to a DOI too, for a source must stay readable.
_DOI = re.compile(r"10(?<!\w..)\.\d{4,9}/\S+")
_DOI_BEFORE = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|\bdoi:?\s?)\Z", re.IGNORECASE)
_CODE = re.compile(r"\d(?:[ \-]?\d){5,16}(?:[ \-]?X)?(?!\w)")
_CODE_WORD = re.compile(
    r"\b(?:isbn|issn|ean|gln|pmid|orcid)\b[^\d\n]{0,20}(?:1[03]\W{1,3})?\Z", re.IGNORECASE
)


def hidden(text: str) -> str:
    """The text, as long as it was, with x in place of each such code."""
    parts = []
    at = 0
    for start, end in sorted(_places(text)):
        if start >= at:
            parts += [text[at:start], "x" * (end - start)]
            at = end
    return "".join(parts) + text[at:]


def _places(text: str) -> list[tuple[int, int]]:
    found = []
    for match in _DOI.finditer(text):
        before = said(_DOI_BEFORE, text, match.start(), 26)
        found.append((before.start() if before else match.start(), match.end()))
    for match in starting(_CODE, text, 2):
        if said(_CODE_WORD, text, match.start(), 30):
            found.append((match.start(), match.end()))
    return found
