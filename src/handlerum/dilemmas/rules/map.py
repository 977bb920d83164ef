"""Where considerations lie on the map of dilemmas. The same pairs give the same map. Pure."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: Rounds of swapping; nearly always fewer are needed.
_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Node:
    """A point on the circle, in the units of the map; `anchor` says how a label beside it runs."""

    id: int
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two nodes, thicker the more often they meet: `width` from 1 to 8."""

    first: int
    second: int
    weight: int
    x1: float
    y1: float
    x2: float
    y2: float
    width: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole map, to be drawn in a square of `size`."""

    size: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


Pair = tuple[int, int, int]
_Near = dict[int, list[tuple[int, int]]]


def layout(ids: Iterable[int], pairs: Iterable[Pair], size: int = 1000) -> Layout:
    """Nodes on a circle, in an order that keeps those together that meet often.

    Args:
        ids: every node; one that meets no other lies there too.
        pairs: (first, second, weight), each pair once.
    """
    kept = sorted(pairs)
    near: _Near = {id_: [] for id_ in sorted(ids)}
    for first, second, weight in kept:
        near[first].append((second, weight))
        near[second].append((first, weight))
    nodes = _circle(_untangled(_in_line(near), near), size)
    return Layout(size, tuple(nodes), tuple(_edges(kept, {node.id: node for node in nodes})))


def length(order: Sequence[int], pairs: Iterable[Pair]) -> int:
    """How long the edges are together: steps along the circle times weight."""
    at = {id_: place for place, id_ in enumerate(order)}
    return sum(_steps(at[one], at[two], len(at)) * weight for one, two, weight in pairs)


def _in_line(near: _Near) -> list[int]:
    """Begin with what meets most, and go on with what meets those already there most."""
    pull = dict.fromkeys(near, 0)
    total = {id_: sum(weight for _, weight in meets) for id_, meets in near.items()}
    order: list[int] = []
    while pull:
        chosen = min(pull, key=lambda id_: (-pull[id_], -total[id_], id_))
        del pull[chosen]
        order.append(chosen)
        for other, weight in near[chosen]:
            if other in pull:
                pull[other] += weight
    return order


def _untangled(order: list[int], near: _Near) -> list[int]:
    """Swap two places as long as that shortens the edges."""
    at = {id_: place for place, id_ in enumerate(order)}
    for _ in range(_ROUNDS):
        before = list(order)
        for i in range(len(order)):
            for j in range(i + 1, len(order)):
                _swap_if_shorter(order, at, near, i, j)
        if order == before:
            break
    return order


def _swap_if_shorter(order: list[int], at: dict[int, int], near: _Near, i: int, j: int) -> None:
    one, two = order[i], order[j]
    before = _pulled(one, at, near) + _pulled(two, at, near)
    at[one], at[two] = j, i
    if _pulled(one, at, near) + _pulled(two, at, near) < before:
        order[i], order[j] = two, one
    else:
        at[one], at[two] = i, j


def _pulled(id_: int, at: dict[int, int], near: _Near) -> int:
    return sum(weight * _steps(at[id_], at[other], len(at)) for other, weight in near[id_])


def _steps(one: int, two: int, around: int) -> int:
    apart = abs(one - two)
    return min(apart, around - apart)


def _circle(order: list[int], size: int) -> list[Node]:
    middle, radius = size / 2, size * 0.36  # the rest is for the labels
    nodes = []
    for place, id_ in enumerate(order):
        angle = 2 * math.pi * place / len(order) - math.pi / 2
        x, y = round(math.cos(angle), 3), round(math.sin(angle), 3)
        anchor = "middle" if abs(x) < 0.2 else "start" if x > 0 else "end"
        nodes.append(
            Node(id_, round(middle + radius * x, 1), round(middle + radius * y, 1), anchor)
        )
    return nodes


def _edges(pairs: list[Pair], nodes: dict[int, Node]) -> list[Edge]:
    most = max((weight for _, _, weight in pairs), default=1)
    return [
        Edge(
            one,
            two,
            weight,
            nodes[one].x,
            nodes[one].y,
            nodes[two].x,
            nodes[two].y,
            round(1 + 7 * (weight - 1) / max(1, most - 1), 1),
        )
        for one, two, weight in pairs
    ]
