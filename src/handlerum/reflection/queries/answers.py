"""How a step was answered, counted: what may be shown of it, and nothing of who answered how."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db.models import Count, Max, Q

from handlerum.reflection.models import Entry, Session
from handlerum.reflection.opinions.allocations import Share, shares
from handlerum.reflection.opinions.lines import Spread, spread
from handlerum.reflection.opinions.showing import Shown, own_groups, shown
from handlerum.reflection.opinions.votes import AGREE, DISAGREE, PASS, tabled
from handlerum.reflection.rules.choosing import CHOOSING, about, answers_shown
from handlerum.reflection.words import CHOSEN, SessionState, Vote

SAID = {Vote.AGREE.value: AGREE, Vote.PASS.value: PASS, Vote.DISAGREE.value: DISAGREE}
#: So many sessions are remembered in a process; counting is dear and answers that are shown stay.
_REMEMBERED = 64


@dataclass(frozen=True, slots=True)
class Answers:
    """How one step was answered. What too few answered to is None, or not there.

    `entries` are what was answered about, by their numbers. `lines` and `dots` are by entry; 0
    stands for the step itself. `shares` is None below five people. `people` is how many answered.
    """

    step: str
    input: str
    people: int
    entries: tuple[int, ...] = ()
    opinions: Shown | None = None
    lines: Mapping[int, Spread | None] = field(default_factory=dict)
    shares: tuple[Share, ...] | None = None
    dots: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Counted:
    """The answers of a step, and each participant's group of opinion for that one alone."""

    answers: Answers
    groups: Mapping[int, str] = field(default_factory=dict)


#: Participant and what they chose.
_Row = tuple[int, Any]
_known: dict[int, tuple[Any, tuple[Counted, ...]]] = {}


def counted(session: Session) -> tuple[Counted, ...]:
    """The answers that are shown: of the step that goes on, and of all in a closed session.

    Two queries; one where they are as when this process last counted them.
    """
    at = range(len(session.steps)) if session.state == SessionState.CLOSED else [session.step]
    steps = [n for n in at if _is_shown(session, n)]
    if not steps:
        return ()
    mark = _mark(session, steps)
    before = _known.get(session.id)
    if before and before[0] == mark:
        return before[1]
    found = _counted(session, steps)
    while len(_known) >= _REMEMBERED:
        _known.pop(next(iter(_known)), None)
    _known[session.id] = (mark, found)
    return found


def _is_shown(session: Session, at: int) -> bool:
    step = session.steps[at]
    return step.get("input") in CHOOSING and answers_shown(step, session.revealed)


def _mark(session: Session, steps: list[int]) -> Any:
    """What differs when something was answered, taken back, hidden or erased."""
    rows = Entry.objects.filter(session=session).order_by()
    chose = Q(kind__in=CHOSEN)
    numbers = rows.aggregate(
        chosen=Count("id", filter=chose & Q(withdrawn_at=None)),
        newest=Max("id", filter=chose),
        shown=Max("revealed_at", filter=chose),
        seen=Count("id", filter=~chose & Q(withdrawn_at=None, revealed_at__isnull=False)),
    )
    return session.created_at, tuple(steps), tuple(session.revealed), numbers


def _counted(session: Session, steps: list[int]) -> tuple[Counted, ...]:
    rows = Entry.objects.filter(session=session, withdrawn_at=None)
    keys = [session.steps[at]["key"] for at in steps]
    chosen = rows.filter(kind__in=CHOSEN, step__in=keys).exclude(participant=None)
    by_step: dict[str, list[_Row]] = {key: [] for key in keys}
    for key, who, value in chosen.order_by("id").values_list("step", "participant_id", "value"):
        by_step[key].append((who, value))
    seen = rows.filter(revealed_at__isnull=False).exclude(kind__in=CHOSEN)
    entries = list(seen.order_by("id").values_list("id", "step"))
    found = []
    for at in steps:
        step = session.steps[at]
        among = about(session.steps, at)
        here = [id_ for id_, key in entries if key == among]
        count = _COUNTS[step["input"]]
        people = len({who for who, _ in by_step[step["key"]]})
        known = partial(Answers, step["key"], step["input"], people, tuple(here))
        found.append(count(known, by_step[step["key"]], here))
    return tuple(found)


def _votes(known: "partial[Answers]", rows: Iterable[_Row], here: list[int]) -> Counted:
    there = set(here)
    votes = tabled(
        (who, value["statement"], SAID[value["vote"]])
        for who, value in rows
        if value.get("statement") in there
    )
    return Counted(known(opinions=shown(votes)), own_groups(votes))


def _lines(known: "partial[Answers]", rows: Iterable[_Row], here: list[int]) -> Counted:
    places: dict[int, list[int]] = {entry: [] for entry in here or [0]}
    for _, value in rows:
        entry = value.get("entry", 0)
        if entry in places:
            places[entry].append(value["place"])
    return Counted(known(lines={entry: spread(of) for entry, of in places.items()}))


def _shares(known: "partial[Answers]", rows: Iterable[_Row], here: list[int]) -> Counted:
    given = [{int(one): part for one, part in value.items()} for _, value in rows]
    return Counted(known(shares=shares(given, here)))


def _dots(known: "partial[Answers]", rows: Iterable[_Row], here: list[int]) -> Counted:
    total: Counter[int] = Counter(dict.fromkeys(here, 0))
    for _, value in rows:
        total.update({int(card): many for card, many in value.items()})
    return Counted(known(dots={card: total[card] for card in here}))


_COUNTS: dict[str, Any] = {
    "statements": _votes,
    "line": _lines,
    "allocation": _shares,
    "dots": _dots,
}
