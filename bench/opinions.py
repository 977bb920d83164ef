"""`python -m bench.opinions`: the opinion map of 1,000 people and 200 statements, and a peer's.

The peer is red-dwarf, which does again what Polis does. It brings pandas and scikit-learn, so it is
in a dependency group of its own: `pip install --group opinions`.
"""

import importlib.util
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from math import comb
from typing import Any

from bench.measure import machine, say
from handlerum.reflection.opinions.grouping import grouped
from handlerum.reflection.opinions.projecting import projected
from handlerum.reflection.opinions.showing import shown
from handlerum.reflection.opinions.votes import AGREE, DISAGREE, PASS, tabled

PEOPLE, STATEMENTS, GROUPS = 1000, 200, 4
_ROUNDS = 5
_ANSWERS = (AGREE, PASS, DISAGREE)
_PEER = "red-dwarf"

Vote = tuple[int, int, int]


def main() -> None:
    """Measure and print JSON lines."""
    say("machine", machine=machine(), date=time.strftime("%Y-%m-%d"))
    list(run())


def run() -> Iterator[dict[str, Any]]:
    """Ours and the peer's, on the same votes, one after the other in each round."""
    votes, planted = synthetic(PEOPLE, STATEMENTS)
    names = {"handlerum": _ours, _PEER: _peer}
    if importlib.util.find_spec("reddwarf") is None:
        del names[_PEER]
        yield say(f"{_PEER} is not here and is left out: pip install --group opinions")
    seconds: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(_ROUNDS):
        for name, measured in names.items():
            seconds[name].append(_timed(measured, votes))
    medians = {name: statistics.median(taken) for name, taken in seconds.items()}
    figures = {"people": PEOPLE, "statements": STATEMENTS, "votes": len(votes)}
    for name, groups in {"handlerum": our_groups, _PEER: _peer_groups}.items():
        if name in names:
            found = groups(votes)
            pairs = [(planted[person], group) for person, group in found.items()]
            yield say(
                f"opinion map, {name}",
                **figures,
                seconds=round(medians[name], 3),
                slowest=round(max(seconds[name]), 3),
                groups=len(set(found.values())),
                agreement=round(adjusted_rand(pairs), 3),
            )
    if _PEER in medians:
        yield say(
            "opinion map, ratio", times_faster=round(medians[_PEER] / medians["handlerum"], 1)
        )


def synthetic(people: int, statements: int, seed: int = 6) -> tuple[list[Vote], dict[int, int]]:
    """Votes in any order of four groups, and who is in which.

    The groups differ along two lines, as two axes can show: half of the statements divide along the
    one, half along the other. Everybody sees about a third, and answers by chance one time in four.
    """
    chance = random.Random(seed)
    planted = {person: chance.randrange(GROUPS) for person in range(people)}
    turned = [chance.choice((AGREE, DISAGREE)) for _ in range(statements)]
    votes = []
    for person, group in planted.items():
        for statement in chance.sample(range(statements), statements // 3):
            line = group // 2 if statement % 2 else group % 2
            leaning = turned[statement] * (1 if line else -1)
            by_chance = chance.random() < 0.25
            votes.append((person, statement, chance.choice(_ANSWERS) if by_chance else leaning))
    chance.shuffle(votes)
    return votes, planted


def our_groups(votes: Sequence[Vote]) -> dict[int, int]:
    """The group of each person who is placed."""
    table = tabled(votes)
    plane = projected(table)
    groups = grouped(plane.places).of.tolist()
    people = [table.participants[row] for row in plane.rows]
    return dict(zip(people, groups, strict=True))


def adjusted_rand(pairs: Sequence[tuple[int, int]]) -> float:
    """How far two ways to group agree: 1 for wholly, 0 for no more than by chance.

    Hubert and Arabie 1985, "Comparing partitions".

    Args:
        pairs: for each person, the group in the one and in the other.
    """
    both, one, other = (
        sum(comb(size, 2) for size in Counter(groups).values())
        for groups in (pairs, [first for first, _ in pairs], [second for _, second in pairs])
    )
    expected = one * other / comb(len(pairs), 2)
    most = (one + other) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)


def _ours(votes: Sequence[Vote]) -> object:
    return shown(tabled(votes))


def _peer(votes: Sequence[Vote]) -> Any:
    from reddwarf.implementations.polis import run_pipeline

    rows = [
        {"participant_id": person, "statement_id": statement, "vote": answer, "modified": 0}
        for person, statement, answer in votes
    ]
    return run_pipeline(votes=rows, random_state=0)


def _peer_groups(votes: Sequence[Vote]) -> dict[int, int]:
    labels = _peer(votes).participants_df["cluster_id"].dropna()
    return {int(person): int(group) for person, group in labels.items()}


def _timed(work: Callable[[Sequence[Vote]], object], votes: Sequence[Vote]) -> float:
    began = time.perf_counter()
    work(votes)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
