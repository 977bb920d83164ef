"""What led to what: a walk forwards and back, bounded and safe from circles. Pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

#: So many steps are taken each way, so many things stand on a path, and so many of one kind
#: come out of one thing. The rest is counted.
MOST_STEPS = 6
MOST_THINGS = 60
MOST_FROM_ONE = 8


class Kind(StrEnum):
    """What a path can lead by."""

    CONTRIBUTION = "contribution"
    DILEMMA = "dilemma"
    SESSION = "session"
    TRIAL = "trial"
    PRACTICE = "practice"


class How(StrEnum):
    """How one thing led to another."""

    LINKED = "linked"
    WEIGHED = "weighed"
    MET_ABOUT = "met_about"
    OPENED = "opened"
    TRIED = "tried"
    TOLD = "told"
    SHARED = "shared"
    STOOD_ON = "stood_on"
    LOOKED = "looked"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A thing on a path."""

    kind: Kind
    id: int


@dataclass(frozen=True, slots=True)
class Step:
    """One thing led to another, at a moment. `number` is the version that it became."""

    origin: Place
    target: Place
    how: How
    at: datetime
    number: int = 0


@dataclass(slots=True)
class Stop:
    """A thing where a path comes by: how far from the beginning, from where, and how.

    `distance` is negative before the beginning. `hidden` and `more` are what lies beyond it that
    the reader may not see, and that there was no room for.
    """

    place: Place
    distance: int
    step: Step | None = None
    hidden: int = 0
    more: int = 0
    beyond: list["Stop"] = field(default_factory=list)

    @property
    def near(self) -> Place | None:
        """The thing it was come to from, on the way from the beginning; None at the beginning."""
        if self.step is None:
            return None
        return self.step.origin if self.distance > 0 else self.step.target


@dataclass(frozen=True, slots=True)
class Path:
    """Everything a walk came by; `start` is its beginning."""

    start: Stop
    before: list[Stop]
    after: list[Stop]

    @property
    def stops(self) -> list[Stop]:
        """All of them: what led to it, itself, what came of it."""
        return [*self.before, self.start, *self.after]

    @property
    def hidden(self) -> int:
        """How many things the reader may not see."""
        return sum(stop.hidden for stop in self.stops)


#: Given things: the steps on from them (or to them), and which of what is met may be seen.
Look = Callable[[Iterable[Place]], tuple[list[Step], set[Place]]]


def walk(start: Place, onwards: Look, backwards: Look) -> Path:
    """Walk both ways from a thing the reader may see.

    A thing stands once, where it is met first. What may not be seen is counted, and nothing is
    walked beyond it.
    """
    here = Stop(start, 0)
    met = {start}
    after = _ways(here, onwards, 1, met)
    before = _ways(here, backwards, -1, met)
    return Path(here, before[::-1], after)


def _ways(start: Stop, look: Look, sign: int, met: set[Place]) -> list[Stop]:
    found: list[Stop] = []
    edge = {start.place: start}
    for distance in range(1, MOST_STEPS + 1):
        if not edge:
            break
        steps, seen = look(edge)
        edge = _next(edge, steps, seen, sign * distance, met, MOST_THINGS // 2 - len(found))
        found += edge.values()
    return found


def _next(
    edge: Mapping[Place, Stop],
    steps: Iterable[Step],
    seen: set[Place],
    distance: int,
    met: set[Place],
    room: int,
) -> dict[Place, Stop]:
    found: dict[Place, Stop] = {}
    counted: set[Place] = set()
    for step in sorted(steps, key=lambda one: (one.at, one.target, one.origin)):
        near, far = (step.origin, step.target) if distance > 0 else (step.target, step.origin)
        stop = edge[near]
        if far in met or far in counted:
            continue
        if far not in seen:
            counted.add(far)
            stop.hidden += 1
        elif len(found) >= room or _from_one(stop, far) >= MOST_FROM_ONE:
            counted.add(far)
            stop.more += 1
        else:
            met.add(far)
            found[far] = Stop(far, distance, step)
            stop.beyond.append(found[far])
    return found


def _from_one(stop: Stop, far: Place) -> int:
    return sum(one.place.kind == far.kind for one in stop.beyond)
