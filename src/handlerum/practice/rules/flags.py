"""Why a practice asks to be looked at again, told from what is known of it. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from handlerum.practice.terms import FlagReason

#: So many exceptions that nobody has dealt with ask for a look.
MOST_EXCEPTIONS = 3


@dataclass(frozen=True, slots=True)
class Law:
    """A provision that does not read as it did, or is in force no more."""

    label: str
    act_key: str
    slug: str
    repealed: bool


@dataclass(frozen=True, slots=True)
class Detail:
    """What a flag is about, as far as it is one thing: numbers, names, provisions.

    `against` are pairs of contributions: what it stands on, and what contradicts that; the first
    is None where the second challenges the practice itself. Who shows them asks for each whether
    the reader may see it.
    """

    count: int = 0
    word: str = ""
    day: date | None = None
    laws: tuple[Law, ...] = ()
    against: tuple[tuple[int | None, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """A reason to look again, and what it is about."""

    reason: FlagReason
    detail: Detail = Detail()


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that a practice stands on: the contribution, or that it is gone.

    `at`, when it was laid there, is told of what challenges it or is contradicted.
    """

    id: int | None
    form: str
    voice: str
    at: datetime | None = None
    challenges: bool = False
    #: When others contradicted it, and by which contribution.
    contradictions: tuple[tuple[datetime, int], ...] = ()

    @property
    def gone(self) -> bool:
        """Whether it was erased or withdrawn."""
        return self.id is None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one practice in use."""

    next_look: date | None
    looked_at: datetime | None
    grounds: Sequence[Ground] = ()
    laws: Sequence[Law] = ()
    #: When each exception that still stands was written.
    exceptions: Sequence[datetime] = field(default=())


def flags(known: Known, today: date) -> list[Flag]:
    """Every reason to look again, in the order of `FlagReason`."""
    return [*_of_ground(known), *_of_looking(known, today)]


def _of_ground(known: Known) -> Iterator[Flag]:
    standing = [one for one in known.grounds if not one.gone]
    if gaps := len(known.grounds) - len(standing):
        yield Flag(FlagReason.GAP, Detail(count=gaps))
    if against := _against(standing, known.looked_at):
        yield Flag(FlagReason.CONTRADICTED, Detail(count=len(against), against=against))
    if known.laws:
        yield Flag(FlagReason.LAW_CHANGED, Detail(count=len(known.laws), laws=tuple(known.laws)))
    forms, voices = {one.form for one in standing}, {one.voice for one in standing}
    if len(forms) == 1:
        yield Flag(FlagReason.ONE_FORM, Detail(word=forms.pop()))
    if len(voices) == 1:
        yield Flag(FlagReason.ONE_VOICE, Detail(word=voices.pop()))
    if not standing:
        yield Flag(FlagReason.NO_BASIS)


def _of_looking(known: Known, today: date) -> Iterator[Flag]:
    if known.looked_at is None:
        yield Flag(FlagReason.NEVER_REFLECTED)
    if known.next_look and known.next_look < today:
        yield Flag(FlagReason.DATE_PASSED, Detail(day=known.next_look))
    since = [at for at in known.exceptions if not _before(at, known.looked_at)]
    if len(since) >= MOST_EXCEPTIONS:
        yield Flag(FlagReason.EXCEPTIONS, Detail(count=len(since)))


def _against(
    standing: Sequence[Ground], looked_at: datetime | None
) -> tuple[tuple[int | None, int], ...]:
    """What was said against it since the last look: against the practice, or what is under it."""
    found: list[tuple[int | None, int]] = []
    for one in standing:
        if one.at is None:
            continue
        if one.challenges and one.id and not _before(one.at, looked_at):
            found.append((None, one.id))
        found += [
            (one.id, by)
            for at, by in one.contradictions
            if at > one.at and not _before(at, looked_at)
        ]
    return tuple(found)


def _before(at: datetime, looked_at: datetime | None) -> bool:
    return looked_at is not None and at <= looked_at
