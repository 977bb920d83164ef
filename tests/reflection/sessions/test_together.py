"""Many write at the same moment: one commit for those who wait, and each for themselves."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, connections

from cast import Cast, make_cast
from handlerum.reflection import services
from handlerum.reflection.access import Who
from handlerum.reflection.models import Entry, Event, Session
from handlerum.reflection.problems import Refused, Stale
from handlerum.reflection.rules.session_problem import Code
from handlerum.reflection.services.together import together
from reflection.sessions.making import at_step, guest, joined, leader, running, wrote

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast() -> Cast:
    """As everywhere, but seen by other threads too."""
    return make_cast()


def at_once(threads: int, work: Any, items: Any) -> list[Any]:
    """Do it for each, in so many threads; an answer or what was raised."""

    def done(item: Any) -> Any:
        try:
            return work(item)
        except (Refused, Stale) as refused:
            return refused
        finally:
            connections.close_all()

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(done, items))


def test_500_who_press_send_at_once_are_each_stored_once(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    people: list[Who] = [guest(cast, session, f"Gæst {number}") for number in range(10)]
    sent = [(people[n % 10], f"k{n // 10}", f"Svar {n}") for n in range(500)]

    stored = at_once(16, lambda one: wrote(one[0], session, one[1], text=one[2]), sent + sent[:50])

    assert not [one for one in stored if isinstance(one, Exception)]
    assert Counter(Entry.objects.values_list("text", flat=True)) == Counter(t for *_, t in sent)
    assert Event.objects.count() == Session.objects.get().version


def test_who_is_refused_takes_nobody_else_along(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    people = [guest(cast, session, f"Gæst {number}") for number in range(8)]
    steps = ["cards", "findes-ikke"] * 4

    stored = at_once(8, lambda n: wrote(people[n], session, step=steps[n]), range(8))

    refused = [one for one in stored if isinstance(one, Refused)]
    assert [one.problems[0].code for one in refused] == [Code.NO_SUCH_STEP] * 4
    assert Entry.objects.count() == 4


def test_whatever_goes_wrong_is_told_to_its_own_caller_and_nothing_of_it_is_stored(
    cast: Cast,
) -> None:
    session = at_step(cast, running(cast), 1)
    bo = joined(cast, session)

    def half() -> None:
        wrote(bo, session)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        together(session.id, half)

    assert not Entry.objects.exists()
    assert not connection.in_atomic_block


def test_of_two_who_lead_and_press_next_at_once_one_is_told(cast: Cast) -> None:
    session = running(cast)
    services.add_facilitator(leader(cast, session), session.id, cast.bo.user_id)
    leaders = [cast.reader("dorte"), cast.reader("bo")] * 4
    turn = session.turn

    moved = at_once(8, lambda who: services.go(who, session.id, "next", turn=turn), leaders)

    assert sum(isinstance(one, Stale) for one in moved) == 7
    session.refresh_from_db()
    assert session.step == 1
