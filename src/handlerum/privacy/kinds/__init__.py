"""What can be found by its shape: one kind of identifier a file. Pure.

Each file's `find` reads a text as `signs.plain` writes it. `find` here reads any text.
"""

from collections.abc import Callable, Iterator, Sequence

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

Finder = Callable[[str], Iterator[Span]]
#: In order of priority: where two find something in the same characters, the earlier is right.
FINDERS: tuple[Finder, ...] = (
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


#: Up to the last whose finds point to one person: what comes after can hide none of these.
DIRECT = FINDERS[: FINDERS.index(username.find) + 1]
#: What may not stand in a link; nothing comes before these two.
IN_LINK = FINDERS[: FINDERS.index(email.find) + 1]


def find(text: str, finders: Sequence[Finder] = FINDERS) -> list[Span]:
    """Everything that is an identifier by its shape, in order and without overlap."""
    read = signs.plain(text)
    shown = codes.hidden(read.text)
    taken = bytearray(len(shown))
    kept = []
    for finder in finders:
        for span in finder(shown):
            if not any(taken[span.start : span.end]):
                taken[span.start : span.end] = b"\1" * (span.end - span.start)
                kept.append(read.back(span))
    return sorted(kept)
