"""A plot with the same in a table, for every page that shows figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlerum.web.insight.charts import Plot, bars, seats


@dataclass(frozen=True, slots=True)
class Table:
    """Figures in words and numbers; the first cell of each row names it."""

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Figure:
    """A plot, and the same in a table."""

    plot: Plot
    table: Table


def barred(caption: str, says: str, head: Sequence[str], counts: dict[str, int]) -> Figure:
    """Bars for words with their counts."""
    rows = [(word, str(n)) for word, n in counts.items()]
    return Figure(bars(says, counts), Table(caption, head, rows))


def seated(
    caption: str,
    says: str,
    across: dict[str, str],
    down: dict[str, str],
    counts: dict[tuple[str, str], int],
) -> Figure:
    """A circle for each pair that has something, and an empty seat for each that has not.

    Args:
        across: labels of the columns by fixed word.
        down: labels of the rows by fixed word.
        counts: how many by (column, row), both as fixed words.
    """
    named = {(across[one], down[other]): n for (one, other), n in counts.items()}
    rows = [
        (label, *(str(named.get((column, label), 0)) for column in across.values()))
        for label in down.values()
    ]
    table = Table(caption, ("", *across.values()), rows)
    return Figure(seats(says, list(across.values()), list(down.values()), named), table)
