"""What is the same for everybody in a session: read once for each version, and sent to all."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from handlerum.reflection.models import (
    ActionOption,
    Assumption,
    CardGroup,
    CarriedOver,
    Entry,
    NextStep,
    Participant,
    Session,
)
from handlerum.reflection.words import EntryKind


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who takes part, as others see them."""

    id: int
    name: str
    perspective: str


@dataclass(frozen=True, slots=True)
class Said:
    """An entry, without who wrote it."""

    id: int
    step: str
    kind: str
    text: str
    value: Mapping[str, Any]
    group: int | None
    place: int
    key: str = ""
    is_shown: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """A group of cards."""

    id: int
    step: str
    name: str
    place: int


@dataclass(frozen=True, slots=True)
class Noted:
    """An option, an assumption or something carried over; `phase` and what opened it if any."""

    id: int
    text: str
    phase: str = ""
    contribution_id: int | None = None
    entry_id: int | None = None
    key: str = ""
    is_shown: bool = True


@dataclass(frozen=True, slots=True)
class Agreed:
    """A next step: who will do it, before when."""

    id: int
    text: str
    owner: str
    owner_role: str
    due: date | None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Common:
    """A session as everybody sees it, at one version."""

    session_id: int
    version: int
    turn: int
    state: str
    method: str
    question: str
    is_rehearsal: bool
    #: The step that goes on; without its instruction where only those who lead see it.
    step: Mapping[str, Any]
    step_number: int
    steps: int
    is_revealed: bool
    started_at: datetime | None
    ends_at: datetime | None
    people: tuple[Person, ...]
    #: How many have written in this step: the number, never who.
    written: int
    entries: tuple[Said, ...]
    groups: tuple[Group, ...]
    options: tuple[Noted, ...]
    assumptions: tuple[Noted, ...]
    next_steps: tuple[Agreed, ...]
    carried: tuple[Noted, ...]
    #: Dots by entry, and places on the line by entry (0: the step itself), of what is shown.
    dots: Mapping[int, int] = field(default_factory=dict)
    lines: Mapping[int, tuple[int, ...]] = field(default_factory=dict)


def common(session: Session) -> Common:
    """What everybody sees. The caller has made sure that somebody may: see `access.seat`.

    The version is that of the row that was read first, so what is told is never older than it.
    """
    chosen = list(shown(Entry, session).exclude(kind=EntryKind.VOTE))
    return Common(
        session_id=session.id,
        version=session.version,
        turn=session.turn,
        state=session.state,
        method=session.method,
        question=session.question,
        is_rehearsal=session.is_rehearsal,
        step=for_all(session.current),
        step_number=session.step,
        steps=len(session.steps),
        is_revealed=session.current["key"] in session.revealed,
        started_at=session.step_started_at,
        ends_at=_ends_at(session),
        people=tuple(map(person, Participant.objects.filter(session=session))),
        written=_written(session),
        entries=said(chosen),
        groups=_groups(session),
        options=noted(shown(ActionOption, session)),
        assumptions=noted(shown(Assumption, session)),
        next_steps=agreed(shown(NextStep, session)),
        carried=noted(shown(CarriedOver, session)),
        dots=_dots(chosen),
        lines=_lines(chosen),
    )


def shown(table: Any, session: Session) -> QuerySet[Any]:
    """The rows of a session that everybody can see."""
    rows: QuerySet[Any] = table.objects.filter(session=session, withdrawn_at=None)
    return rows.filter(revealed_at__isnull=False).order_by("id")


def person(row: Participant) -> Person:
    """A participant as others see them."""
    return Person(row.id, row.name, row.perspective)


def said(rows: Iterable[Entry], *, mine: bool = False) -> tuple[Said, ...]:
    """Entries in words; what was chosen is among them only for who chose it."""
    counted = () if mine else (EntryKind.DOTS, EntryKind.LINE, EntryKind.VOTE)
    return tuple(
        Said(
            row.id,
            row.step,
            row.kind,
            row.text,
            row.value,
            row.group_id,
            row.place,
            row.key if mine else "",
            row.revealed_at is not None,
        )
        for row in rows
        if row.kind not in counted
    )


def noted(rows: Iterable[Any], *, mine: bool = False) -> tuple[Noted, ...]:
    """Options, assumptions and what is carried over."""
    return tuple(
        Noted(
            row.id,
            row.text,
            getattr(row, "phase", ""),
            getattr(row, "contribution_id", None),
            getattr(row, "entry_id", None),
            row.key if mine else "",
            row.revealed_at is not None,
        )
        for row in rows
    )


def agreed(rows: QuerySet[NextStep], *, mine: bool = False) -> tuple[Agreed, ...]:
    """Next steps with the names of their owners."""
    return tuple(
        Agreed(
            row.id,
            row.text,
            row.owner.name if row.owner else "",
            row.owner_role,
            row.due,
            row.key if mine else "",
        )
        for row in rows.select_related("owner")
    )


def for_all(step: Mapping[str, Any]) -> dict[str, Any]:
    """A step as everybody sees it."""
    hidden = {"instruction"} if step.get("sees") == "facilitator" else set()
    return {name: value for name, value in step.items() if name not in hidden}


def _ends_at(session: Session) -> datetime | None:
    minutes = int(session.current.get("minutes") or 0)
    if session.step_started_at is None or not minutes:
        return None
    return session.step_started_at + timedelta(minutes=minutes + session.prolonged)


def _written(session: Session) -> int:
    rows = Entry.objects.filter(session=session, step=session.current["key"], withdrawn_at=None)
    return rows.order_by().values("participant_id").distinct().count()


def _groups(session: Session) -> tuple[Group, ...]:
    rows = CardGroup.objects.filter(session=session)
    return tuple(Group(row.id, row.step, row.name, row.place) for row in rows)


def _dots(rows: Iterable[Entry]) -> dict[int, int]:
    total: Counter[int] = Counter()
    for row in rows:
        if row.kind == EntryKind.DOTS:
            total.update({int(card): many for card, many in row.value.items()})
    return dict(total)


def _lines(rows: Iterable[Entry]) -> dict[int, tuple[int, ...]]:
    places: dict[int, list[int]] = {}
    for row in rows:
        if row.kind == EntryKind.LINE:
            places.setdefault(row.value.get("entry", 0), []).append(row.value["place"])
    return {entry: tuple(sorted(found)) for entry, found in places.items()}
