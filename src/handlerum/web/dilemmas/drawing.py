"""The map of dilemmas as numbers that a drawing understands, whatever the language."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlerum.dilemmas.models import Consideration
from handlerum.dilemmas.queries import Network
from handlerum.dilemmas.rules.map import Edge, Node

#: From a node to its label, and from one line of a label to the next.
_AWAY, _LINE = 24, 30
#: How thick a line of width 1 is drawn, to be seen on a screen.
_THICK = 2.5
#: So many signs fit on a line of a label, and so many lines are written.
_WIDE, _LINES = 18, 3
#: How wide a sign of a label is at most, taken over a line.
_SIGN = 16


@dataclass(frozen=True, slots=True)
class Dot:
    """A consideration with its label, in lines."""

    row: Consideration
    x: str
    y: str
    anchor: str
    label_x: str
    lines: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Stroke:
    """Two considerations that meet."""

    x1: str
    y1: str
    x2: str
    y2: str
    width: str
    title: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything on the map, in a box of its own measures."""

    box: str
    dots: list[Dot]
    strokes: list[Stroke]


def drawn(network: Network) -> Drawing:
    """The map as it is drawn."""
    known, side = network.considerations, network.map.size
    strokes = [_stroke(edge, known) for edge in network.map.edges]
    dots = [_dot(node, known[node.id], side) for node in network.map.nodes]
    ends = [end for dot in dots for end in _ends(dot)]
    left, right = min([0.0, *ends]), max([float(side), *ends])
    return Drawing(f"{left:.0f} 0 {right - left:.0f} {side}", dots, strokes)


def _ends(dot: Dot) -> tuple[float, float]:
    """How far a label reaches to the left and to the right."""
    x, wide = float(dot.label_x), _SIGN * max(len(line) for _, line in dot.lines)
    before = {"start": 0.0, "middle": wide / 2, "end": wide}[dot.anchor]
    return x - before, x - before + wide


def _stroke(edge: Edge, known: Mapping[int, Consideration]) -> Stroke:
    told = f"{known[edge.first].name} – {known[edge.second].name}: {edge.weight}"
    x1, y1, x2, y2 = (f"{value:.1f}" for value in (edge.x1, edge.y1, edge.x2, edge.y2))
    return Stroke(x1, y1, x2, y2, f"{edge.width * _THICK:.1f}", told)


def _dot(node: Node, row: Consideration, size: int) -> Dot:
    """A label lies beside its node, or above or below one at the top or the bottom."""
    lines = _wrapped(row.name)
    aside = {"start": _AWAY, "middle": 0, "end": -_AWAY}[node.anchor]
    first = node.y + 9 - _LINE * (len(lines) - 1) / 2
    if not aside and node.y < size / 2:
        first = node.y - _AWAY - _LINE * (len(lines) - 1)
    elif not aside:
        first = node.y + _AWAY + _LINE / 2
    placed = [(f"{first + _LINE * n:.1f}", line) for n, line in enumerate(lines)]
    where = f"{node.x + aside:.1f}"
    return Dot(row, f"{node.x:.1f}", f"{node.y:.1f}", node.anchor, where, placed)


def _wrapped(name: str) -> list[str]:
    """The name in lines that fit; what does not is shown by dots, and stands in the table."""
    lines = [""]
    for word in name.split():
        word = word if len(word) <= _WIDE else f"{word[: _WIDE - 1]}…"
        if lines[-1] and len(lines[-1]) + len(word) >= _WIDE:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], f"{lines[_LINES - 1]} …"]
    return lines
