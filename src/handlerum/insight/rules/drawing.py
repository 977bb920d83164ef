"""Where a path's things are drawn: one below the other, further in for each step. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handlerum.core.text import shorten
from handlerum.insight.rules.paths import Kind, Path, Place, Stop

WIDTH, ROW, LEFT, INDENT = 480, 52, 22, 26
#: So wide is a letter of a title, in the units of the drawing.
_LETTER = 8


@dataclass(frozen=True, slots=True)
class Dot:
    """A thing where it is drawn, with as much of its name as there is room for."""

    place: Place
    x: int
    y: int
    label: str
    is_start: bool

    @property
    def kind(self) -> Kind:
        """What it is."""
        return self.place.kind

    @property
    def text_x(self) -> int:
        """Where its words begin."""
        return self.x + 18


@dataclass(frozen=True, slots=True)
class Drawing:
    """Dots and the lines between them, in a box of that height."""

    dots: list[Dot]
    lines: list[str]
    height: int

    @property
    def box(self) -> str:
        """The box, as an SVG says it."""
        return f"0 0 {WIDTH} {self.height}"


def drawn(path: Path, title: Callable[[Place], str]) -> Drawing:
    """The same picture each time: what led to it above, what came of it below."""
    stops = [*_upwards(path.start, path.before), path.start, *_downwards(path.start, path.after)]
    dots = [_dot(stop, row, title) for row, stop in enumerate(stops)]
    at = {dot.place: dot for dot in dots}
    lines = [_line(at[stop.near], at[stop.place]) for stop in stops if stop.near]
    return Drawing(dots, lines, ROW * len(dots) + 8)


def _downwards(stop: Stop, allowed: list[Stop]) -> Iterator[Stop]:
    known = {one.place for one in allowed}
    for one in stop.beyond:
        if one.place in known:
            yield one
            yield from _downwards(one, allowed)


def _upwards(stop: Stop, allowed: list[Stop]) -> Iterator[Stop]:
    known = {one.place for one in allowed}
    for one in reversed(stop.beyond):
        if one.place in known:
            yield from _upwards(one, allowed)
            yield one


def _dot(stop: Stop, row: int, title: Callable[[Place], str]) -> Dot:
    x = LEFT + INDENT * abs(stop.distance)
    room = (WIDTH - x - 18) // _LETTER
    return Dot(
        stop.place, x, ROW * row + ROW // 2, shorten(title(stop.place), room), not stop.distance
    )


def _line(near: Dot, far: Dot) -> str:
    """Down (or up) from the nearer thing, then round a corner to the farther."""
    corner = -12 if far.y > near.y else 12
    return f"M{near.x} {near.y}V{far.y + corner}Q{near.x} {far.y} {near.x + 12} {far.y}H{far.x}"
