"""The map of dilemmas: the same pairs give the same map, and those that meet lie close."""

from collections.abc import Callable
from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from cast import Cast
from dilemmas.making import asked, made, safety, trust
from handlerum.dilemmas import services
from handlerum.dilemmas.queries import network
from handlerum.dilemmas.rules.map import Pair, layout, length

NODES = st.integers(1, 15)


@st.composite
def networks(draw: Callable[..., int]) -> list[Pair]:
    """Pairs of considerations with weights, each pair once."""
    pairs = draw(st.dictionaries(st.tuples(NODES, NODES), st.integers(1, 9), max_size=25))
    return [(one, two, weight) for (one, two), weight in pairs.items() if one < two]


@given(networks(), st.randoms())
def test_the_order_in_which_pairs_are_given_does_not_matter(
    pairs: list[Pair], random: Random
) -> None:
    ids = list(range(1, 16))
    mixed, mixed_ids = list(pairs), list(ids)
    random.shuffle(mixed)
    random.shuffle(mixed_ids)

    assert layout(ids, pairs) == layout(mixed_ids, mixed)


@given(networks())
def test_every_node_lies_within_the_map_in_a_place_of_its_own(pairs: list[Pair]) -> None:
    drawn = layout(range(1, 16), pairs, size=600)

    assert sorted(node.id for node in drawn.nodes) == list(range(1, 16))
    assert all(0 <= node.x <= 600 and 0 <= node.y <= 600 for node in drawn.nodes)
    assert len({(node.x, node.y) for node in drawn.nodes}) == 15
    assert len(drawn.edges) == len(pairs)


@given(networks())
def test_no_two_places_could_be_swapped_to_shorten_the_edges(pairs: list[Pair]) -> None:
    order = [node.id for node in layout(range(1, 16), pairs).nodes]

    for i, j in combinations(range(15), 2):
        other = list(order)
        other[i], other[j] = other[j], other[i]
        assert length(order, pairs) <= length(other, pairs)


def test_a_ring_lies_as_a_ring() -> None:
    ring = [(1, 3, 1), (3, 5, 1), (2, 5, 1), (2, 4, 1), (1, 4, 1)]

    order = [node.id for node in layout(range(1, 6), ring).nodes]

    assert length(order, ring) == 5


def test_edges_are_wider_the_more_often_they_stand_for() -> None:
    drawn = layout([1, 2, 3], [(1, 2, 1), (2, 3, 5), (1, 3, 3)])

    assert [edge.width for edge in drawn.edges] == [1.0, 4.5, 8.0]


def test_nothing_gives_an_empty_map() -> None:
    assert layout([], []).nodes == ()
    assert [(node.x, node.y) for node in layout([7], []).nodes] == [(500.0, 140.0)]


def test_the_table_and_the_map_tell_the_same(cast: Cast) -> None:
    dilemma = made(cast)
    one, two = (side.consideration_id for side in dilemma.sides.all())
    services.make(cast.reader("anna"), asked(), [one, two, trust(name="Tiden")])

    found = network(cast.reader("bo"))

    most = found.meetings[0]
    assert (most.first.id, most.second.id, most.weight) == (one, two, 2)
    assert sorted(m.weight for m in found.meetings) == [1, 1, 2]
    assert {(e.first, e.second, e.weight) for e in found.map.edges} == {
        (m.first.id, m.second.id, m.weight) for m in found.meetings
    }
    assert {node.id for node in found.map.nodes} == set(found.considerations)


def test_the_weight_is_how_many_dilemmas_the_reader_may_see(cast: Cast) -> None:
    dilemma = made(cast)
    one = dilemma.sides.all()[0].consideration_id
    for_team = asked(audience="team", team_id=cast.youth.id)
    services.make(cast.reader("anna"), for_team, [one, safety()])

    assert len(network(cast.reader("bo")).meetings) == 2
    assert len(network(cast.reader("erik")).meetings) == 1
    assert network(cast.reader("carla")).meetings == ()
