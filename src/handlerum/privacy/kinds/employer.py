"""Numbers of companies (CVR) and of their workplaces (P-numbers). They are public. Pure."""

import re
from collections.abc import Iterator

from handlerum.privacy.kinds.figures import said, starting
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind

_CVR = re.compile(r"\d\d ?\d\d ?\d\d ?\d\d(?!\d)")
_CVR_WORD = re.compile(
    r"\b(?:cvr|se)[ \-]?(?:nr|nummer)?\b[^\w\n]{0,4}(?:(?:er|nr|nummer)[^\w\n]{1,3})?(?:dk-?)?\Z",
    re.IGNORECASE,
)
_UNIT = re.compile(r"1\d{9}(?!\d)")
_UNIT_WORD = re.compile(r"\bp[ \-]?(?:nr|nummer)\b[^\w\n]{0,4}(?:er )?\Z", re.IGNORECASE)


def find(text: str) -> Iterator[Span]:
    """All numbers of companies."""
    for number, word, least in ((_CVR, _CVR_WORD, 2), (_UNIT, _UNIT_WORD, 8)):
        for match in starting(number, text, least):
            if said(word, text, match.start(), 24):
                yield Span(match.start(), match.end(), Kind.EMPLOYER, direct=False)
