"""How long and how often a link lets in, and which addresses an invitation is sent to. Pure."""

import re
from collections.abc import Iterable

from handlerum.reflection.rules.session_problem import Code, Problem

LINK_DAYS = 7
MAX_DAYS = 90
MAX_USES = 500
#: Links that let in at the same time.
MAX_LINKS = 20
#: Addresses that one press sends to.
MAX_ADDRESSES = 20
_ADDRESS = re.compile(r"[^\s@<>(),;:\"\\]{1,64}@[^\s@<>(),;:\"\\]{1,180}\.[^\s@<>(),;:\"\\.]{2,}")
_BETWEEN = re.compile(r"[\s,;]+")


def link_problems(days: int, uses: int | None, links: int) -> list[Problem]:
    """Everything that stands in the way of making a link; `links` is how many there are."""
    found = []
    if not 1 <= days <= MAX_DAYS:
        found.append(Problem("days", Code.TOO_MANY, MAX_DAYS, days))
    if uses is not None and not 1 <= uses <= MAX_USES:
        found.append(Problem("uses", Code.TOO_MANY, MAX_USES, uses))
    if links >= MAX_LINKS:
        found.append(Problem("links", Code.TOO_MANY, MAX_LINKS, links + 1))
    return found


def addresses(typed: str) -> list[str]:
    """The addresses that were typed, each once, by commas, semicolons, spaces or lines."""
    parts = (part.strip("<>") for part in _BETWEEN.split(typed))
    return list({part.lower(): part for part in parts if part}.values())


def address_problems(found: Iterable[str]) -> list[Problem]:
    """Everything that stands in the way of sending to them. Tells no address."""
    found = list(found)
    if not found:
        return [Problem("addresses", Code.MISSING)]
    if len(found) > MAX_ADDRESSES:
        return [Problem("addresses", Code.TOO_MANY, MAX_ADDRESSES, len(found))]
    wrong = [one for one in found if not (_ADDRESS.fullmatch(one) and one.isascii())]
    return [Problem("addresses", Code.NOT_AN_ADDRESS)] if wrong else []
