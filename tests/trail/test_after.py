"""Followers ask what came after their cursor, and miss nothing."""

import random
import time
from threading import Event

import pytest
from django.db import transaction

from handlerum.trail.models import Entry
from handlerum.trail.queries import after, newest
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb
from trail.together import together


def tell(thing: Thing, *things: int) -> None:
    record(Verb.CREATED, thing, *things, organisation_id=1, actor_id=None)


@pytest.mark.django_db
def test_entries_come_oldest_first_with_their_things() -> None:
    tell(Thing.CONTRIBUTION, 5, 4)
    tell(Thing.CONTRIBUTION, 5)

    found = after(0, Thing.CONTRIBUTION)

    assert [thing for _, thing in found] == [5, 4, 5]
    assert [entry for entry, _ in found] == sorted(entry for entry, _ in found)


@pytest.mark.django_db
def test_only_what_came_after_the_cursor_is_told() -> None:
    tell(Thing.CONTRIBUTION, 1, 2, 3)
    first = after(0, Thing.CONTRIBUTION)[0][0]

    assert [thing for _, thing in after(first, Thing.CONTRIBUTION)] == [2, 3]
    assert after(newest(), Thing.CONTRIBUTION) == []


@pytest.mark.django_db
def test_other_things_are_left_out() -> None:
    tell(Thing.TEAM, 1)
    tell(Thing.CONTRIBUTION, 2)

    assert [thing for _, thing in after(0, Thing.CONTRIBUTION)] == [2]


@pytest.mark.django_db
def test_with_a_limit_the_oldest_come_first_and_the_rest_next_time() -> None:
    tell(Thing.CONTRIBUTION, *range(7))
    followed: list[int] = []
    cursor = 0

    while entries := after(cursor, Thing.CONTRIBUTION, limit=3):
        assert len(entries) <= 3
        followed += [thing for _, thing in entries]
        cursor = entries[-1][0]

    assert followed == list(range(7))


@pytest.mark.django_db
def test_the_newest_is_nought_before_anything_has_happened() -> None:
    assert newest() == 0
    tell(Thing.TEAM, 1)
    assert newest() == Entry.objects.get().id


@pytest.mark.django_db(transaction=True)
def test_a_follower_skips_nothing_while_many_write_at_once() -> None:
    """Entry 8 must not be seen before entry 7: the cursor would have passed it for good."""
    writers, each = 4, 12
    done = Event()
    written: list[int] = []

    def write(writer: int) -> None:
        pause = random.Random(writer)
        for number in range(each):
            with transaction.atomic():
                tell(Thing.CONTRIBUTION, writer * each + number)
                time.sleep(pause.random() / 100)
        written.append(writer)
        if len(written) == writers:
            done.set()

    def follow() -> list[int]:
        followed: list[int] = []
        cursor = 0
        while True:
            last_round = done.is_set()
            if entries := after(cursor, Thing.CONTRIBUTION):
                followed += [thing for _, thing in entries]
                cursor = entries[-1][0]
            elif last_round:
                return followed

    followed, *ended = together(follow, *(lambda w=w: write(w) for w in range(writers)))

    assert ended == [None] * writers
    assert sorted(followed) == list(range(writers * each))
