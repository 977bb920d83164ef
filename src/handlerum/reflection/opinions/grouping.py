"""Groups of people who stand close together."""

from dataclasses import dataclass

import numpy as np

from handlerum.reflection.opinions.votes import Floats, Numbers

#: A smaller group could point to a person.
SMALLEST = 3
MOST_GROUPS = 5
#: Below this, groups say more about the method than about people (Kaufman and Rousseeuw 1990,
#: "Finding Groups in Data": no substantial structure).
CLEAR = 0.25
_STEPS = 100
_CANDIDATES = 500
_AT_A_TIME = 64


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """The group of each point, numbered from 0 with the largest first, and how clear they are.

    `clear` is the mean silhouette, from -1 to 1; 0 when all are one group.
    """

    of: Numbers
    number: int
    clear: float


def grouped(places: Floats) -> Groups:
    """The two to five groups that are clearest; one when none are clear.

    k-means for each number of groups, chosen by silhouette (as in Polis). Groups under three are
    joined with the nearest. The points are taken in the order in which they stand, so the order
    in which they come does not matter.
    """
    order = np.lexsort((places[:, 1], places[:, 0]))
    points = places[order]
    tries = [_joined(points, _settled(points, seeds)) for seeds in _seeds(points)]
    best, clear = np.zeros(len(points), dtype=np.intp), 0.0
    for labels, found in zip(tries, _silhouettes(points, tries), strict=True):
        if found >= CLEAR and found > clear:
            best, clear = labels, found
    of = np.empty_like(best)
    of[order] = _by_size(best)
    return Groups(of, int(of.max(initial=-1)) + 1, clear)


def _seeds(points: Floats) -> list[Floats]:
    """Centres to start from, for two groups and up.

    Each new centre is the point that would lower the squared distances most (the fast global
    k-means of Likas, Vlassis and Verbeek 2003): no chance, and no eye for a single outlier.
    """
    if len(points) < 2 * SMALLEST:
        return []
    candidates = points[:: -(-len(points) // _CANDIDATES)]
    apart = _distances(candidates, points)
    starts = []
    centres = candidates[[apart.sum(axis=1).argmin()]]
    near = _distances(centres, points)[0]
    for _ in range(2, MOST_GROUPS + 1):
        best = np.minimum(apart, near).sum(axis=1).argmin()
        centres = np.vstack([centres, candidates[best]])
        near = np.minimum(near, apart[best])
        starts.append(centres)
    return starts


def _settled(points: Floats, centres: Floats) -> Numbers:
    """Lloyd's steps until nobody changes group."""
    labels = _nearest(points, centres)
    for _ in range(_STEPS):
        centres = _centres(points, labels, centres)
        moved = _nearest(points, centres)
        if np.array_equal(moved, labels):
            break
        labels = moved
    return labels


def _joined(points: Floats, labels: Numbers) -> Numbers:
    """Every group under three joined with the group whose centre is nearest, the smallest first."""
    while True:
        present, sizes = np.unique(labels, return_counts=True)
        if len(present) < 2 or sizes.min() >= SMALLEST:
            return labels
        small = int(sizes.argmin())
        centres = np.array([points[labels == one].mean(axis=0) for one in present])
        apart = _distances(centres[[small]], centres)[0]
        apart[small] = np.inf
        labels = np.where(labels == present[small], present[apart.argmin()], labels)


def _silhouettes(points: Floats, tries: list[Numbers]) -> list[float]:
    """For each way to group: how much closer each stands to its own group than to the next.

    The mean over all points, from -1 to 1 (Rousseeuw 1987, "Silhouettes"); 0 for one group.
    """
    totals = [0.0] * len(tries)
    for first in range(0, len(points), _AT_A_TIME):
        part = slice(first, first + _AT_A_TIME)
        apart = np.sqrt(_distances(points[part], points))
        for number, labels in enumerate(tries):
            totals[number] += _closer(apart, labels, labels[part])
    return [total / len(points) for total in totals]


def _closer(apart: Floats, labels: Numbers, own: Numbers) -> float:
    """The sum of silhouettes of some points, whose groups are `own`, from distances to all."""
    order = np.argsort(labels, kind="stable")
    present, begins, sizes = np.unique(labels[order], return_index=True, return_counts=True)
    if len(present) < 2:
        return 0.0
    to = np.add.reduceat(apart[:, order], begins, axis=1)
    row, mine = np.arange(len(to)), np.searchsorted(present, own)
    inside = to[row, mine] / (sizes[mine] - 1)
    to /= sizes
    to[row, mine] = np.inf
    outside = to.min(axis=1)
    widest = np.maximum(inside, outside)
    return float(((outside - inside) / np.where(widest > 0, widest, 1.0)).sum())


def _by_size(labels: Numbers) -> Numbers:
    """Points in order, so that of equal groups the one furthest to the left comes first."""
    present, first, own, sizes = np.unique(
        labels, return_index=True, return_inverse=True, return_counts=True
    )
    rank = np.empty(len(present), dtype=np.intp)
    rank[np.lexsort((first, -sizes))] = np.arange(len(present))
    numbered: Numbers = rank[own]
    return numbered


def _centres(points: Floats, labels: Numbers, before: Floats) -> Floats:
    """The middle of each group; where it was, for one that is empty."""
    sizes = np.bincount(labels, minlength=len(before))
    sums = [np.bincount(labels, points[:, axis], len(before)) for axis in range(2)]
    middles = np.stack(sums, axis=1) / np.maximum(sizes, 1)[:, None]
    return np.where(sizes[:, None] > 0, middles, before)


def _nearest(points: Floats, centres: Floats) -> Numbers:
    nearest: Numbers = _distances(points, centres).argmin(axis=1)
    return nearest


def _distances(some: Floats, others: Floats) -> Floats:
    """Squared distances from each of some to each of the others."""
    across = some[:, None, 0] - others[None, :, 0]
    along = some[:, None, 1] - others[None, :, 1]
    squared: Floats = across * across + along * along
    return squared
