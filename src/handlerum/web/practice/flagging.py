"""Flags as a page tells them: in words, and with links to what the reader may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlerum.knowledge.models import Contribution
from handlerum.knowledge.queries import by_ids
from handlerum.knowledge.terms import Form, Voice
from handlerum.organisations.access import Reader
from handlerum.practice.rules.flags import Flag, Law
from handlerum.practice.terms import FlagReason


@dataclass(frozen=True, slots=True)
class Against:
    """What is stood on, and what contradicts it; None where the reader may not see it.

    `of_practice`: it challenges the practice itself.
    """

    stood_on: Contribution | None
    by: Contribution | None
    of_practice: bool


@dataclass(frozen=True, slots=True)
class Told:
    """One flag as it is shown."""

    reason: FlagReason
    count: int
    word: str
    day: date | None
    laws: tuple[Law, ...]
    against: list[Against]


def told(reader: Reader, flags: Sequence[Flag]) -> list[Told]:
    """The flags of one practice, with what the reader may see of what they are about."""
    pairs = [pair for flag in flags for pair in flag.detail.against]
    known = by_ids(reader, {one for pair in pairs for one in pair if one})
    return [_told(flag, known) for flag in flags]


def _told(flag: Flag, known: dict[int, Contribution]) -> Told:
    detail = flag.detail
    against = [
        Against(known.get(first) if first else None, known.get(second), first is None)
        for first, second in detail.against
    ]
    return Told(
        flag.reason, detail.count, _word(flag), detail.day, detail.laws, _seen_once(against)
    )


def _seen_once(against: list[Against]) -> list[Against]:
    """What the reader may not see is told of once, however much of it there is."""
    seen = [one for one in against if one.by]
    return seen + [one for one in against if not one.by][:1]


def _word(flag: Flag) -> str:
    match flag.reason:
        case FlagReason.ONE_FORM:
            return str(Form(flag.detail.word).label)
        case FlagReason.ONE_VOICE if flag.detail.word:
            return str(Voice(flag.detail.word).label)
        case _:
            return ""
