"""Names that people go by online. Pure."""

import re
from collections.abc import Iterator

from handlerum.privacy.kinds.figures import said
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind

_AT = re.compile(r"@(?<![\w@.\-/].)[^\W\d_][\w.\-]{1,38}\b")
# After the name of a service or of the thing. The colon tells it from a sentence about it; without
# one, the name must be no plain word. A list of words goes on after the first: that is prose.
_COLON = re.compile(
    r"[:=\"»“](?:(?<=[:=])[ \t])?[\"'»“]?(?P<name>@?\w[\w.\-]{1,38}\w)(?![\w@]|[ \t]\w+[ \t]\w)"
)
_IS = re.compile(r" (?:er|hedder) (?:nu )?[\"'»“]?(?P<name>@?\w[\w.\-]{1,38}\w)(?![\w@])")
_NO_WORD = re.compile(r"\w[\d_.]|@")
_WORD = re.compile(
    r"\b(?:insta(?:gram)?|snap(?:chat)?|tiktok|twitter|discord|skype|messenger|telegram|steam|"
    r"gamertag|bruger-?(?:navn|id)|username|login|profil-?navn|user-?id|initialer)"
    r"(?:et)?(?: navn)?[ \t]?\Z",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Span]:
    """All user names."""
    for match in _AT.finditer(text):
        yield _span(match.start(), match.end())
    for pattern in (_COLON, _IS):
        for match in pattern.finditer(text):
            telling = pattern is _COLON or _NO_WORD.search(match["name"])
            if telling and said(_WORD, text, match.start(), 24):
                yield _span(match.start("name"), match.end("name"))


def _span(start: int, end: int) -> Span:
    return Span(start, end, Kind.USERNAME, direct=True)
