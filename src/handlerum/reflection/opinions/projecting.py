"""From many answers to two axes, where people who answer alike stand close."""

from dataclasses import dataclass

import numpy as np

from handlerum.reflection.opinions.votes import Floats, Numbers, Votes

#: Fewer answers than these say too little about where somebody stands (as in Polis).
ENOUGH_ANSWERS = 7
_STEPS = 1000
_STILL = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """Where each participant stands: `rows` of the table, and a point of `places` for each.

    `axes` says how much each statement pulls on each of the two axes.
    """

    rows: Numbers
    places: Floats
    axes: Floats


def projected(votes: Votes) -> Plane:
    """The two directions in which the answers differ most, and where each participant stands.

    An unseen statement counts as its average. Who saw few statements would therefore stand near
    the middle, and is moved out by the root of statements to answers (Small et al. 2021). Who
    answered fewer than seven of them (or than all, when they are fewer) is not placed.
    """
    seen = votes.seen
    answered = seen.sum(axis=1)
    number = len(votes.statements)
    rows = np.flatnonzero(answered >= min(ENOUGH_ANSWERS, number))
    axes = _axes(_covariance(votes))
    centred = np.where(seen, votes.cells - _means(votes), 0.0)[rows]
    out = np.sqrt(number / answered[rows])
    places = np.empty((len(rows), len(axes)))
    for axis, pulls in enumerate(axes):  # row by row: the sum of one does not depend on the rest
        places[:, axis] = (centred * pulls).sum(axis=1) * out
    return Plane(rows, places, axes)


def _means(votes: Votes) -> Floats:
    """The average answer to each statement, of those who saw it."""
    means: Floats = np.nansum(votes.cells, axis=0) / votes.seen.sum(axis=0)
    return means


def _covariance(votes: Votes) -> Floats:
    """How the answers to each two statements vary together.

    All that is multiplied and summed are whole numbers, which are exact in any order (below 16
    million people); the averages come in afterwards, cell by cell.
    """
    number = len(votes.statements)
    table = np.hstack([np.nan_to_num(votes.cells), votes.seen]).astype(np.float32)
    sums = (table.T @ table).astype(np.float64)
    products, both = sums[:number, :number], sums[number:, number:]
    mixed = sums[:number, number:]  # the sum of answers to the one, of those who saw the other
    means = _means(votes)
    shared: Floats = products - mixed * means - (mixed * means).T + both * np.outer(means, means)
    return shared / max(1, len(votes.participants) - 1)


def _axes(covariance: Floats) -> Floats:
    """The two strongest directions, one a row; zeros where nothing varies."""
    axes = np.zeros((2, len(covariance)))
    for number in range(2):
        axes[number] = _strongest(covariance, axes[:number])
        pull = _length(_times(covariance, axes[number]))
        covariance = covariance - pull * np.outer(axes[number], axes[number])
    return axes


def _strongest(covariance: Floats, found: Floats) -> Floats:
    """By power iteration; the largest pull is made positive, so that the sign is always the same.

    A library's decomposition may give other bits with another number of threads.
    """
    direction = 1.0 / np.arange(1.0, len(covariance) + 1)
    smallest = 1e-9 * max(1.0, float(np.abs(covariance).max(initial=0.0)))
    for _ in range(_STEPS):
        moved = _times(covariance, direction)
        for other in found:
            moved = moved - (moved * other).sum() * other
        length = _length(moved)
        if length <= smallest:
            return np.zeros(len(covariance))
        moved = moved / length
        still = _length(moved - direction) < _STILL
        direction = moved
        if still:
            break
    return direction if direction[np.abs(direction).argmax()] > 0 else -direction


def _times(matrix: Floats, direction: Floats) -> Floats:
    product: Floats = np.einsum("ij,j->i", matrix, direction)  # not @, which may use threads
    return product


def _length(direction: Floats) -> float:
    return float(np.sqrt((direction * direction).sum()))
