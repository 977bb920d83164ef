"""What is the same for everybody in a session: read once for each version, and sent to all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

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
from handlerum.reflection.queries.answers import Answers, counted
from handlerum.reflection.rules.choosing import CHOOSING, about, answers_shown
from handlerum.reflection.words import CHOSEN


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
    #: Whether everybody sees how the step was answered; nobody answers after that.
    is_answered: bool
    started_at: datetime | None
    ends_at: datetime | None
    people: tuple[Person, ...]
    #: How many have written in this step, and how many have chosen: the number, never who.
    written: int
    answered: int
    entries: tuple[Said, ...]
    groups: tuple[Group, ...]
    options: tuple[Noted, ...]
    assumptions: tuple[Noted, ...]
    next_steps: tuple[Agreed, ...]
    carried: tuple[Noted, ...]
    #: The key of the step whose entries are chosen among in this one; "" where none are.
    about: str = ""
    #: The steps whose answers are told: their names, and the ends of their lines.
    plan: tuple[Mapping[str, Any], ...] = ()
    #: How this step was answered, where that is shown; in a closed session, how each one was.
    answers: tuple[Answers, ...] = ()
    #: How many pieces of knowledge are laid out for everybody.
    laid_out: int = 0


def common(session: Session) -> Common:
    """What everybody sees. The caller has made sure that somebody may: see `access.seat`.

    The version is that of the row that was read first, so what is told is never older than it.
    """
    written, answered = _taking_part(session)
    answers = tuple(one.answers for one in counted(session))
    told = {one.step for one in answers}
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
        is_answered=answers_shown(session.current, session.revealed),
        started_at=session.step_started_at,
        ends_at=_ends_at(session),
        people=_people(session),
        written=written,
        answered=answered,
        entries=said(shown(Entry, session).exclude(kind__in=CHOSEN)),
        groups=_groups(session),
        options=noted(shown(ActionOption, session)),
        assumptions=noted(shown(Assumption, session)),
        next_steps=agreed(shown(NextStep, session)),
        carried=noted(shown(CarriedOver, session)),
        laid_out=len(session.laid_out),
        about=about(session.steps, session.step)
        if session.current.get("input") in CHOOSING
        else "",
        plan=tuple(_headed(step) for step in session.steps if step["key"] in told),
        answers=answers,
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
    counted_only = () if mine else CHOSEN
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
        if row.kind not in counted_only
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


def _headed(step: Mapping[str, Any]) -> dict[str, Any]:
    return {name: step[name] for name in ("key", "name", "ends") if name in step}


def _ends_at(session: Session) -> datetime | None:
    minutes = int(session.current.get("minutes") or 0)
    if session.step_started_at is None or not minutes:
        return None
    return session.step_started_at + timedelta(minutes=minutes + session.prolonged)


def _taking_part(session: Session) -> tuple[int, int]:
    """How many have written in the step that goes on, and how many have chosen."""
    rows = Entry.objects.filter(session=session, step=session.current["key"], withdrawn_at=None)
    chose = Q(kind__in=CHOSEN)
    found = rows.order_by().aggregate(
        written=Count("participant", distinct=True, filter=~chose),
        answered=Count("participant", distinct=True, filter=chose),
    )
    return found["written"], found["answered"]


def _people(session: Session) -> tuple[Person, ...]:
    # As plain values: there may be thousands.
    rows = Participant.objects.filter(session=session)
    return tuple(Person(*row) for row in rows.values_list("id", "name", "perspective"))


def _groups(session: Session) -> tuple[Group, ...]:
    rows = CardGroup.objects.filter(session=session)
    return tuple(Group(row.id, row.step, row.name, row.place) for row in rows)
