"""The map as plain numbers, for an SVG and the table beside it.

Each group is an ellipse: the outline of its outermost points would show where single people stand.
"""

from dataclasses import dataclass

import numpy as np

from handlerum.reflection.opinions.votes import Floats, Numbers

WIDTH, HEIGHT, MARGIN = 600.0, 400.0, 60.0
#: The names of groups, the largest first.
LETTERS = "ABCDE"
#: Radii in standard deviations: most of a group stands within.
_REACH = 1.5
_LEAST = 12.0


@dataclass(frozen=True, slots=True)
class Ellipse:
    """One group on the map: pixels from the top left corner, degrees clockwise, its letter."""

    label: str
    members: int
    x: float
    y: float
    rx: float
    ry: float
    turned: float


def drawn(places: Floats, of: Numbers) -> list[Ellipse]:
    """An ellipse for each group, lettered from A; both axes have the same scale.

    Args:
        places: a point for each participant.
        of: the group of each, from 0.
    """
    order = np.lexsort((places[:, 1], places[:, 0]))
    pixels = _fitted(places[order])
    groups = of[order]
    return [_ellipse(number, pixels[groups == number]) for number in range(of.max(initial=-1) + 1)]


def _fitted(places: Floats) -> Floats:
    """The points in pixels; the second axis grows upwards."""
    least, most = places.min(axis=0), places.max(axis=0)
    room = np.array([WIDTH, HEIGHT]) - 2 * MARGIN
    wide = most - least
    scale = min((r / w for r, w in zip(room, wide, strict=True) if w > 0), default=1.0)
    middle = np.array([WIDTH, HEIGHT]) / 2
    fitted: Floats = middle + (places - (least + most) / 2) * scale * np.array([1.0, -1.0])
    return fitted


def _ellipse(number: int, points: Floats) -> Ellipse:
    """Around the middle of the points, as wide as they are spread in each direction."""
    middle = points.mean(axis=0)
    across, along = (points - middle).T
    xx, yy, xy = (across**2).mean(), (along**2).mean(), (across * along).mean()
    half, apart = (xx + yy) / 2, np.hypot((xx - yy) / 2, xy)
    longest, shortest = np.sqrt(half + apart), np.sqrt(max(half - apart, 0.0))
    turned = np.degrees(np.arctan2(2 * xy, xx - yy)) / 2
    radii = (max(_LEAST, _REACH * float(radius)) for radius in (longest, shortest))
    figures = (*middle.tolist(), *radii, float(turned))
    x, y, rx, ry, turn = (round(figure, 2) + 0.0 for figure in figures)
    return Ellipse(LETTERS[number], len(points), x, y, rx, ry, turn)
