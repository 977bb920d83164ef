"""Steps move for everybody at once, and a facilitator can take a change back."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from cast import Cast, make_cast
from handlerum.reflection import services
from handlerum.reflection.models import Event, Session, Undo
from handlerum.reflection.problems import Refused, Stale
from handlerum.reflection.queries import state
from handlerum.reflection.telling import StepTelling
from reflection.sessions.making import at_step, guest, joined, prepared, running, wrote


def keys(session: Session) -> list[str]:
    """Its steps in order."""
    session.refresh_from_db()
    return [step["key"] for step in session.steps]


def test_starting_twice_is_starting_once(cast: Cast) -> None:
    session = running(cast)

    again = services.start(cast.reader("dorte"), session.id)

    assert (again.state, again.version) == ("running", session.version)


def test_of_two_facilitators_who_press_next_the_second_sees_it_moved(cast: Cast) -> None:
    session = running(cast)
    services.add_facilitator(cast.reader("dorte"), session.id, cast.anna.user_id)

    services.go(cast.reader("dorte"), session.id, "next", turn=session.turn)
    with pytest.raises(Stale):
        services.go(cast.reader("anna"), session.id, "next", turn=session.turn)

    assert Session.objects.get().step == 1


@pytest.mark.django_db(transaction=True)
def test_pressing_at_the_very_same_moment_moves_one_step() -> None:
    cast = make_cast()
    session = running(cast)
    services.add_facilitator(cast.reader("dorte"), session.id, cast.anna.user_id)
    barrier, said = Barrier(2), list[str]()

    def press(name: str) -> None:
        reader = cast.reader(name)
        barrier.wait()
        try:
            services.go(reader, session.id, "next", turn=session.turn)
            said.append("moved")
        except Stale:
            said.append("stale")
        finally:
            connection.close()

    threads = [Thread(target=press, args=[name]) for name in ("dorte", "anna")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(said) == ["moved", "stale"]
    assert Session.objects.get().step == 1


def test_a_double_click_on_more_time_gives_it_once(cast: Cast) -> None:
    session = running(cast)
    dorte = cast.reader("dorte")
    before = state(dorte, session.id).common.ends_at

    services.prolong(dorte, session.id, 3, turn=session.turn)
    with pytest.raises(Stale):
        services.prolong(dorte, session.id, 3, turn=session.turn)

    after = state(dorte, session.id).common.ends_at
    assert before
    assert after
    assert (after - before).total_seconds() == 180


def test_there_is_no_step_before_the_first_or_after_the_last(cast: Cast) -> None:
    session = running(cast)
    dorte = cast.reader("dorte")
    with pytest.raises(Refused):
        services.go(dorte, session.id, "previous", turn=session.turn)
    session = at_step(cast, session, 5)

    with pytest.raises(Refused):
        services.go(dorte, session.id, "next", turn=session.turn)


def test_a_skipped_step_is_passed_over_on_the_way_back(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    dorte = cast.reader("dorte")

    session = services.go(dorte, session.id, "skip", turn=session.turn)
    session = services.go(dorte, session.id, "previous", turn=session.turn)

    assert session.current["key"] == "before"


def test_repeating_begins_the_step_anew(cast: Cast) -> None:
    session = running(cast)
    started = session.step_started_at

    session = services.go(cast.reader("dorte"), session.id, "repeat", turn=session.turn)

    assert session.step == 0
    assert session.step_started_at != started


def test_only_steps_to_come_are_put_in_another_order(cast: Cast) -> None:
    session = at_step(cast, running(cast), 3)
    dorte = cast.reader("dorte")

    services.reorder(dorte, session.id, ["after", "told"], turn=session.turn)
    assert keys(session) == ["before", "cards", "silent", "alone", "after", "told"]
    with pytest.raises(Refused):
        services.reorder(dorte, session.id, ["before", "told"], turn=session.turn)


def test_before_it_begins_every_step_may_move(cast: Cast) -> None:
    session = prepared(cast)
    order = list(reversed(keys(session)))

    services.reorder(cast.reader("dorte"), session.id, order, turn=session.turn)

    assert keys(session) == order


def test_a_rewritten_step_is_read_by_everybody_and_looked_through_first(cast: Cast) -> None:
    session = running(cast)
    bo, dorte = joined(cast, session), cast.reader("dorte")
    told = StepTelling(instruction="Skriv tre ting.", minutes=7)

    services.edit_step(dorte, session.id, "before", told, turn=session.turn)

    step = state(bo, session.id).common.step
    assert (step["instruction"]["da"], step["minutes"]) == ("Skriv tre ting.", 7)
    with pytest.raises(Refused):
        services.edit_step(
            dorte,
            session.id,
            "before",
            StepTelling(instruction="Ring til 22 33 44 55."),
            turn=session.turn + 1,
        )


def test_undo_takes_back_moves_orders_and_rewritings_one_by_one(cast: Cast) -> None:
    session = running(cast)
    dorte = cast.reader("dorte")
    before = (keys(session), session.step, session.step_started_at, session.steps)
    services.go(dorte, session.id, "skip", turn=0)
    services.prolong(dorte, session.id, 4, turn=1)
    services.reorder(dorte, session.id, ["after", "told", "alone", "silent"], turn=2)
    services.edit_step(dorte, session.id, "after", StepTelling(name="Slut"), turn=3)

    undone = [services.undo(dorte, session.id) for _ in range(4)]

    session.refresh_from_db()
    assert undone == ["edited", "reordered", "prolonged", "stepped"]
    assert (keys(session), session.step, session.step_started_at, session.steps) == before
    assert session.turn == 8, "A turn is never taken back."
    with pytest.raises(Refused):
        services.undo(dorte, session.id)


def test_a_reveal_taken_back_hides_the_answers_again(cast: Cast) -> None:
    session = at_step(cast, running(cast), 2)
    bo, dorte = joined(cast, session), cast.reader("dorte")
    wrote(bo, session, step="silent")
    services.reveal(dorte, session.id, "silent")
    wrote(bo, session, "k2", step="silent", text="Efter at alle kunne se det.")
    assert len(state(dorte, session.id).common.entries) == 2

    services.undo(dorte, session.id)

    assert state(dorte, session.id).common.entries == ()
    assert len(state(bo, session.id).mine.entries) == 2


def test_only_so_many_changes_are_remembered(cast: Cast) -> None:
    session = running(cast)
    for turn in range(25):
        services.go(cast.reader("dorte"), session.id, "repeat", turn=turn)

    assert Undo.objects.count() == 20


def test_who_comes_late_lands_in_the_step_that_goes_on(cast: Cast) -> None:
    session = at_step(cast, running(cast), 2)

    here = state(guest(cast, session), session.id)

    assert here.joined_step == 2
    assert here.common.step["key"] == "silent"


def test_a_colleague_takes_over_when_a_laptop_is_closed(cast: Cast) -> None:
    session = running(cast)
    dorte, anna = cast.reader("dorte"), cast.reader("anna")
    services.add_facilitator(dorte, session.id, anna.user_id)

    services.take_over(anna, session.id)
    services.take_over(anna, session.id)

    assert Session.objects.get().facilitator_id == anna.user_id
    took = Event.objects.filter(happened="took_over")
    assert list(took.values_list("user_id", flat=True)) == [anna.user_id]
    assert services.go(dorte, session.id, "next", turn=0).step == 1, "Both may still lead."


def test_handing_over_makes_a_colleague_the_one_who_leads(cast: Cast) -> None:
    session = running(cast)

    services.hand_over(cast.reader("dorte"), session.id, cast.erik.user_id)

    assert state(cast.reader("erik"), session.id).facilitates
