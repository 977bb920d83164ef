"""What leaders see: how long questions wait, for five people or more, and never who."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cast import Cast, person, shared
from handlerum.core.clock import now
from handlerum.organisations.access import Denied, Reader, reader_of
from handlerum.organisations.models import Membership
from handlerum.organisations.services import add_member
from handlerum.organisations.terms import Role
from handlerum.sparring.models import Question
from handlerum.sparring.queries import overview
from handlerum.sparring.rules.waiting import LEAST, Wait, Waited, by_group, waited
from handlerum.sparring.services import ask, offer, withdraw
from handlerum.sparring.telling import To
from sparring.talks import telling


def waits(*askers: int, group: int | None = 1, days: float = 1) -> list[Wait]:
    return [Wait(asker, group, days) for asker in askers]


def test_the_middle_and_the_longest_are_told_in_whole_days() -> None:
    told = [Wait(n, 1, days) for n, days in enumerate([0.1, 0.2, 2.5, 3, 9.1])]

    assert waited(told) == Waited(3, 10)


@pytest.mark.parametrize("askers", [(), (1, 2, 3, 4), (1, 2, 3, 4, 4, 4)])
def test_fewer_than_five_people_are_not_told_of(askers: tuple[int, ...]) -> None:
    assert waited(waits(*askers)) is None


def test_a_group_goes_untold_when_what_is_left_would_be_a_handful() -> None:
    large, small = waits(*range(5)), waits(7, group=2)

    assert by_group(large, {1: 5}) == {1: Waited(1, 1)}
    assert by_group([*large, *small], {1: 5, 2: 1}) == {}


def test_a_small_group_is_not_told_of_however_much_it_asks() -> None:
    assert by_group([*waits(*range(5)), *waits(*range(10, 15), group=2)], {1: 4, 2: 5}) == {
        2: Waited(1, 1)
    }


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 90)), max_size=80))
def test_neither_what_is_told_nor_what_is_left_is_ever_a_handful(
    asked: list[tuple[int, int]],
) -> None:
    found = [Wait(asker, asker % 4 or None, days) for asker, days in asked]

    told = by_group(found, dict.fromkeys(range(4), 30))

    left = {wait.asker_id for wait in found if wait.group_id not in told}
    assert not left or not told or len(left) >= LEAST
    for group in told:
        assert len({wait.asker_id for wait in found if wait.group_id == group}) >= LEAST


@pytest.fixture
def leader(cast: Cast) -> Reader:
    """A leader in Anna's organisation."""
    return reader_of(add_member(cast.home, person("lise"), Role.LEADER))


def everybody_asks(cast: Cast) -> list[Question]:
    """A question from each of Anna, Bo, Dorte, Erik and Gitte, made two days ago."""
    names = ("anna", "bo", "dorte", "erik", "gitte")
    to = dict.fromkeys(names, cast.anna.user_id) | {"anna": cast.bo.user_id}
    made = [ask(cast.reader(name), telling(to=To(to[name]))) for name in names]
    Question.objects.update(created_at=now() - timedelta(days=1.5))
    return made


def test_a_leader_sees_how_long_questions_wait(cast: Cast, leader: Reader) -> None:
    everybody_asks(cast)

    found = overview(leader)

    assert found.whole == Waited(2, 2)
    assert [(team.name, figures) for team, figures in found.teams] == [
        ("Ungeteamet", None),
        ("Virksomhedsteamet", None),
    ]


def test_what_was_taken_back_does_not_count(cast: Cast, leader: Reader) -> None:
    withdraw(cast.reader("bo"), everybody_asks(cast)[1].id)

    assert overview(leader).whole is None


def test_topics_lack_somebody_until_a_colleague_offers(cast: Cast, leader: Reader) -> None:
    shared(cast, topics=("Mentor", "angst"))
    offer(cast.reader("bo"), "Angst og uro")

    assert overview(leader).lacking == ["mentor"]


def test_in_a_small_organisation_nothing_is_told(cast: Cast, leader: Reader) -> None:
    shared(cast, topics=("Mentor",))
    Membership.objects.exclude(user_id__in=[leader.user_id, cast.anna.user_id]).update(
        is_active=False
    )

    assert overview(leader).lacking is None


@pytest.mark.parametrize("name", ["anna", "dorte", "gitte", "carla"])
def test_nobody_but_a_leader_sees_it(cast: Cast, name: str) -> None:
    with pytest.raises(Denied):
        overview(cast.reader(name))
