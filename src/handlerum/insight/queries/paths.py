"""Reading what led to what. How many queries there are hangs on the steps, never on rows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from handlerum.dilemmas.access import visible as visible_dilemmas
from handlerum.dilemmas.models import Dilemma, Weighing
from handlerum.insight.rules.paths import How, Kind, Path, Place, Step, Stop, walk
from handlerum.knowledge.access import visible as visible_contributions
from handlerum.knowledge.models import Contribution, Link
from handlerum.knowledge.terms import Audience, State
from handlerum.organisations.access import Denied, Reader
from handlerum.practice.access import practices, trials
from handlerum.practice.models import Basis, Look, Practice, PracticeVersion, Trial, Weighed
from handlerum.reflection.access import visible as visible_sessions
from handlerum.reflection.models import ActionOption, Session, Share
from handlerum.reflection.words import SubjectKind

#: No more rows than this are read of one way in which things lead to others, in one step.
_MOST_ROWS = 1000
_SUBJECTS = {
    SubjectKind.CONTRIBUTION: Kind.CONTRIBUTION,
    SubjectKind.DILEMMA: Kind.DILEMMA,
    SubjectKind.PROCEDURE: Kind.PRACTICE,
}

Ids = dict[Kind, list[int]]


@dataclass(frozen=True, slots=True)
class Walked:
    """A path, and the row behind each of its places."""

    path: Path
    rows: dict[Place, Any]

    def title(self, place: Place) -> str:
        """What a place is called, in its own words."""
        return _title(self.rows[place])

    def moment(self, place: Place) -> datetime:
        """When it came to be."""
        row = self.rows[place]
        shared: datetime | None = getattr(row, "shared_at", None)
        made: datetime = row.created_at
        return shared or made

    def by_time(self) -> list[Stop]:
        """Everything on the path, the oldest first."""
        return sorted(self.path.stops, key=lambda stop: (self.moment(stop.place), stop.distance))


def path_from(reader: Reader, kind: Kind, number: int) -> Walked:
    """What led to a thing, and what came of it.

    Raises:
        Denied: it does not exist, or is not for this reader.
    """
    row = _visible(reader, kind).filter(pk=number).first()
    if row is None:
        raise Denied
    start, rows = Place(kind, number), _Rows(reader)
    rows.found[start] = row

    def onwards(places: Iterable[Place]) -> tuple[list[Step], set[Place]]:
        return rows.known(_forwards(_by_kind(places)), far=lambda step: step.target)

    def backwards(places: Iterable[Place]) -> tuple[list[Step], set[Place]]:
        return rows.known(_backwards(_by_kind(places)), far=lambda step: step.origin)

    return Walked(walk(start, onwards, backwards), rows.found)


class _Rows:
    """The rows that were met, as far as the reader may see them."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.found: dict[Place, Any] = {}

    def known(self, steps: list[Step], far: Any) -> tuple[list[Step], set[Place]]:
        """The steps to what is shared with somebody, and which of what they lead to may be seen."""
        seen, counted = self.look_at({far(step) for step in steps})
        return [step for step in steps if far(step) in seen or far(step) in counted], seen

    def look_at(self, places: set[Place]) -> tuple[set[Place], set[Place]]:
        """Which of them the reader may see, and which are others' and shared with somebody."""
        seen: set[Place] = set()
        counted: set[Place] = set()
        for kind, ids in _by_kind(places).items():
            rows = {
                Place(kind, row.pk): row for row in _visible(self.reader, kind).filter(pk__in=ids)
            }
            self.found |= rows
            seen |= rows.keys()
            hidden = [number for number in ids if Place(kind, number) not in rows]
            counted |= {Place(kind, number) for number in _shared(self.reader, kind, hidden)}
        return seen, counted


def _forwards(ids: Ids) -> list[Step]:
    """The steps that lead on from those things."""
    contributions, dilemmas = ids[Kind.CONTRIBUTION], ids[Kind.DILEMMA]
    sessions, tried = ids[Kind.SESSION], ids[Kind.TRIAL]
    return [
        *_weighed(Q(contribution__in=contributions)),
        *_linked(Q(target__in=contributions)),
        *_opened(Q(contribution__in=contributions)),
        *_stood_on(Q(contribution__in=contributions)),
        *_weighed_in(Q(dilemma__in=dilemmas)),
        *_shared_from(Q(entry__session__in=sessions)),
        *_looked(Q(session_id__in=sessions)),
        *_told(Q(id__in=tried)),
        *_met_about(_any(_subject(kind, ids[kind]) for kind in _SUBJECTS.values())),
        *_tried(_any(_origin(kind, ids[kind]) for kind in Kind)),
        *_changed(_any(_origin(kind, ids[kind]) for kind in Kind)),
    ]


def _backwards(ids: Ids) -> list[Step]:
    """The steps that lead to those things."""
    contributions, agreed = ids[Kind.CONTRIBUTION], ids[Kind.PRACTICE]
    sessions = ids[Kind.SESSION]
    return [
        *_weighed(Q(dilemma__in=ids[Kind.DILEMMA])),
        *_linked(Q(origin__in=contributions)),
        *_opened(Q(session__in=sessions)),
        *_stood_on(Q(practice__in=agreed)),
        *_weighed_in(Q(practice__in=agreed)),
        *_shared_from(Q(contribution__in=contributions)),
        *_looked(Q(practice__in=agreed)),
        *_told(Q(contribution__in=contributions)),
        *_met_about(Q(id__in=sessions)),
        *_tried(Q(id__in=ids[Kind.TRIAL])),
        *_changed(Q(practice__in=agreed)),
    ]


def _weighed(which: Q) -> Iterable[Step]:
    rows = Weighing.objects.filter(which).values_list("contribution_id", "dilemma_id", "at")
    return _steps(rows, Kind.CONTRIBUTION, Kind.DILEMMA, How.WEIGHED)


def _linked(which: Q) -> Iterable[Step]:
    rows = Link.objects.filter(which).values_list("target_id", "origin_id", "at")
    return _steps(rows, Kind.CONTRIBUTION, Kind.CONTRIBUTION, How.LINKED)


def _opened(which: Q) -> Iterable[Step]:
    rows = ActionOption.objects.filter(which, withdrawn_at=None).exclude(contribution=None)
    told = rows.values_list("contribution_id", "session_id", "created_at")
    return _steps(told, Kind.CONTRIBUTION, Kind.SESSION, How.OPENED)


def _stood_on(which: Q) -> Iterable[Step]:
    rows = Basis.objects.filter(which).exclude(contribution=None)
    told = rows.values_list("contribution_id", "practice_id", "at")
    return _steps(told, Kind.CONTRIBUTION, Kind.PRACTICE, How.STOOD_ON)


def _weighed_in(which: Q) -> Iterable[Step]:
    rows = Weighed.objects.filter(which).exclude(dilemma=None)
    told = rows.values_list("dilemma_id", "practice_id", "at")
    return _steps(told, Kind.DILEMMA, Kind.PRACTICE, How.STOOD_ON)


def _shared_from(which: Q) -> Iterable[Step]:
    rows = Share.objects.filter(which).exclude(contribution=None)
    told = rows.values_list("entry__session_id", "contribution_id", "agreed_at")
    return _steps(told, Kind.SESSION, Kind.CONTRIBUTION, How.SHARED)


def _looked(which: Q) -> Iterable[Step]:
    rows = Look.objects.filter(which).exclude(session_id=None)
    told = rows.values_list("session_id", "practice_id", "at")
    return _steps(told, Kind.SESSION, Kind.PRACTICE, How.LOOKED)


def _told(which: Q) -> Iterable[Step]:
    rows = Trial.objects.filter(which).exclude(contribution=None)
    told = rows.values_list("id", "contribution_id", "contribution__created_at")
    return _steps(told, Kind.TRIAL, Kind.CONTRIBUTION, How.TOLD)


def _met_about(which: Q) -> Iterable[Step]:
    rows = Session.objects.filter(which, is_rehearsal=False).exclude(subject_id=None)
    told = rows.order_by("id").values_list("subject_kind", "subject_id", "id", "created_at")
    for subject, subject_id, session_id, at in told[:_MOST_ROWS]:
        kind = _SUBJECTS.get(SubjectKind(subject))
        if kind and subject_id:
            yield Step(Place(kind, subject_id), Place(Kind.SESSION, session_id), How.MET_ABOUT, at)


def _tried(which: Q) -> Iterable[Step]:
    rows = Trial.objects.filter(which).exclude(origin_id=None)
    told = rows.values_list("origin_thing", "origin_id", "id", "created_at")
    return _from_origins(told.order_by("id"), Kind.TRIAL, How.TRIED)


def _changed(which: Q) -> Iterable[Step]:
    rows = PracticeVersion.objects.filter(which).exclude(origin_id=None)
    told = rows.values_list("origin_thing", "origin_id", "practice_id", "at", "number")
    return _from_origins(told.order_by("id"), Kind.PRACTICE, How.CHANGED)


def _from_origins(rows: QuerySet[Any, Any], kind: Kind, how: How) -> Iterable[Step]:
    for thing, origin_id, target_id, at, *number in rows[:_MOST_ROWS]:
        if thing in list(Kind):
            origin = Place(Kind(thing), origin_id)
            yield Step(origin, Place(kind, target_id), how, at, *number)


def _steps(rows: QuerySet[Any, Any], origin: Kind, target: Kind, how: How) -> Iterable[Step]:
    for origin_id, target_id, at in rows.order_by("id")[:_MOST_ROWS]:
        yield Step(Place(origin, origin_id), Place(target, target_id), how, at)


def _origin(kind: Kind, ids: list[int]) -> Q:
    return Q(origin_thing=kind.value, origin_id__in=ids)


def _subject(kind: Kind, ids: list[int]) -> Q:
    (subject,) = (one for one, meant in _SUBJECTS.items() if meant == kind)
    return Q(subject_kind=subject, subject_id__in=ids)


def _any(conditions: Iterable[Q]) -> Q:
    found = Q(pk__in=[])
    for condition in conditions:
        found |= condition
    return found


def _by_kind(places: Iterable[Place]) -> Ids:
    found: Ids = defaultdict(list)
    for place in places:
        found[place.kind].append(place.id)
    return found


def _visible(reader: Reader, kind: Kind) -> QuerySet[Any]:
    rows: dict[Kind, QuerySet[Any]] = {
        Kind.CONTRIBUTION: visible_contributions(reader),
        Kind.DILEMMA: visible_dilemmas(reader),
        Kind.SESSION: visible_sessions(reader).filter(is_rehearsal=False),
        Kind.TRIAL: trials(reader),
        Kind.PRACTICE: practices(reader),
    }
    return rows[kind]


def _shared(reader: Reader, kind: Kind, ids: list[int]) -> list[int]:
    """Those that are shared with somebody; what people keep to themselves is not counted."""
    tables: dict[Kind, QuerySet[Any]] = {
        Kind.CONTRIBUTION: Contribution.objects.filter(state=State.SHARED),
        Kind.DILEMMA: Dilemma.objects.all(),
        Kind.SESSION: Session.objects.filter(is_rehearsal=False),
        Kind.TRIAL: Trial.objects.all(),
        Kind.PRACTICE: Practice.objects.all(),
    }
    rows = tables[kind].filter(pk__in=ids, organisation_id=reader.organisation_id)
    return list(rows.exclude(audience=Audience.ME).values_list("pk", flat=True))


def _title(row: Any) -> str:
    for name in ("title", "question", "what"):
        if found := getattr(row, name, ""):
            return str(found)
    return ""
