"""The map of dilemmas: which considerations meet, and how often."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from handlerum.dilemmas.access import visible
from handlerum.dilemmas.models import Consideration, Side
from handlerum.dilemmas.rules.map import Layout, layout
from handlerum.organisations.access import Reader

#: More considerations than these do not fit on a map; those that meet most are drawn.
MOST = 40


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two considerations, and in how many dilemmas the reader sees them meet."""

    first: Consideration
    second: Consideration
    weight: int


@dataclass(frozen=True, slots=True)
class Network:
    """Every meeting, the most frequent first, for the table; and the map of the most frequent.

    `considerations` has everything that `map` and `meetings` name, by id.
    """

    meetings: tuple[Meeting, ...]
    considerations: dict[int, Consideration]
    map: Layout


def network(reader: Reader) -> Network:
    """The map of all dilemmas the reader may see."""
    rows = Side.objects.filter(dilemma__in=visible(reader)).select_related("consideration")
    known = {row.consideration_id: row.consideration for row in rows}
    weights = _weights(rows)
    pairs = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
    drawn = _drawn(weights)
    shown = [(one, two, weight) for (one, two), weight in pairs if {one, two} <= drawn]
    meetings = tuple(Meeting(known[one], known[two], weight) for (one, two), weight in pairs)
    return Network(meetings, known, layout(drawn, shown))


def _weights(rows: Iterable[Side]) -> Counter[tuple[int, int]]:
    there: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        there[row.dilemma_id].add(row.consideration_id)
    return Counter(pair for ids in there.values() for pair in combinations(sorted(ids), 2))


def _drawn(weights: Counter[tuple[int, int]]) -> set[int]:
    meets: Counter[int] = Counter()
    for (one, two), weight in weights.items():
        meets[one] += weight
        meets[two] += weight
    return {id_ for id_, _ in sorted(meets.items(), key=lambda one: (-one[1], one[0]))[:MOST]}
