"""Links: to a page, a profile, a site. They may lead to a person. Pure."""

import re
from collections.abc import Iterator

from handlerum.privacy.kinds.figures import said
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind

_REST = r"[^\s<>\"]"
_SCHEME = re.compile(rf"://{_REST}+")
_HTTP = re.compile(r"(?<!\w)https?\Z", re.IGNORECASE)
_WWW = re.compile(rf"[wW](?<!\w.)[wW]{{2}}\.{_REST}+")
# Ends of bare domains. "nu", "se", "no", "de", "me", "to" are words after a full stop whose blank
# was forgotten, so any end but these counts only before a path.
_END = re.compile(
    rf"\.(?:(?:dk|com|org|net|eu|info|io|gl|fo|uk|example|app)(?![\w\-@]|\.\w)(?:/{_REST}*)?"
    rf"|[a-z]{{2,10}}/{_REST}+)"
)
_SITE = re.compile(r"(?<![\w@.\-/])[^\W_](?:[\w\-.]*[^\W_])?+\Z")


def find(text: str) -> Iterator[Span]:
    """All links."""
    for match in _SCHEME.finditer(text):
        if http := said(_HTTP, text, match.start(), 6):
            yield _span(text, http.start(), match.end())
    for match in _WWW.finditer(text):
        yield _span(text, match.start(), match.end())
    for match in _END.finditer(text):
        if site := said(_SITE, text, match.start(), 80):
            yield _span(text, site.start(), match.end())


def _span(text: str, start: int, end: int) -> Span:
    """Without the signs that belong to the sentence."""
    bare = text[start:end].rstrip(".,;:!?)]}'»”’*_")
    return Span(start, start + len(bare), Kind.URL, direct=False)
