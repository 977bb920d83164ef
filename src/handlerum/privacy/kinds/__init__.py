"""What can be found by its shape: one kind of identifier a file. Pure.

Each file's `find` reads a text as `signs.plain` writes it. `find` here reads any text.
"""

from collections.abc import Callable, Iterator

from handlerum.privacy.kinds import (
    account,
    address,
    age,
    birth_date,
    case_number,
    codes,
    cpr,
    date,
    email,
    employer,
    phone,
    place,
    plate,
    signs,
    url,
    username,
)
from handlerum.privacy.spans import Span

#: In order of priority: where two find something in the same characters, the earlier is right.
FINDERS: tuple[Callable[[str], Iterator[Span]], ...] = (
    cpr.find,
    email.find,
    url.find,
    account.find,
    case_number.find,
    employer.find,
    phone.find,
    address.find,
    plate.find,
    username.find,
    birth_date.find,
    date.find,
    age.find,
    place.find,
)


def find(text: str) -> list[Span]:
    """Everything that is an identifier by its shape, in order and without overlap."""
    read = signs.plain(text)
    shown = codes.hidden(read.text)
    taken = bytearray(len(shown))
    kept = []
    for finder in FINDERS:
        for span in finder(shown):
            if not any(taken[span.start : span.end]):
                taken[span.start : span.end] = b"\1" * (span.end - span.start)
                kept.append(read.back(span))
    return sorted(kept)
