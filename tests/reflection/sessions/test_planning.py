"""Whoever leads makes the plan their own, before and while the session goes on."""

from typing import Any

import pytest

from cast import Cast
from handlerum.organisations.access import Denied
from handlerum.reflection import services
from handlerum.reflection.models import Session
from handlerum.reflection.problems import Refused, Stale
from handlerum.reflection.rules.session_problem import Code
from handlerum.reflection.telling import NewStep, OptionTelling, StepTelling
from reflection.sessions.making import STEPS, at_step, joined, prepared, running, wrote

KEYS = [step["key"] for step in STEPS]


def keys(session: Session) -> list[str]:
    """Its steps in order."""
    session.refresh_from_db()
    return [step["key"] for step in session.steps]


def new(**changed: Any) -> NewStep:
    """A step to put in; name what should differ."""
    told = {"name": "Pause", "instruction": "Gå en tur.", "minutes": 5}
    return NewStep(**{**told, **changed})


def code_of(refused: pytest.ExceptionInfo[Refused]) -> Code:
    return refused.value.problems[0].code


def test_a_step_goes_up_and_down_one_place(cast: Cast) -> None:
    session, dorte = prepared(cast), cast.reader("dorte")

    services.shift_step(dorte, session.id, "silent", -1, turn=0)
    assert keys(session)[:3] == ["before", "silent", "cards"]
    services.shift_step(dorte, session.id, "silent", 1, turn=1)
    assert keys(session) == KEYS
    with pytest.raises(Refused):
        services.shift_step(dorte, session.id, "before", -1, turn=2)


def test_a_step_that_is_reached_stays_where_it_is(cast: Cast) -> None:
    session, dorte = at_step(cast, running(cast), 2), cast.reader("dorte")

    for key, by in (("cards", 1), ("silent", 1), ("alone", -1)):
        with pytest.raises(Refused):
            services.shift_step(dorte, session.id, key, by, turn=session.turn)
    for change in (services.leave_out, services.remove_step):
        with pytest.raises(Refused):
            change(dorte, session.id, "silent", turn=session.turn)
    assert keys(session) == KEYS


def test_a_step_that_is_left_out_is_passed_over_and_can_be_taken_after_all(cast: Cast) -> None:
    session, dorte = running(cast), cast.reader("dorte")
    services.leave_out(dorte, session.id, "cards", turn=0)

    assert services.go(dorte, session.id, "next", turn=1).current["key"] == "silent"
    assert services.go(dorte, session.id, "previous", turn=2).current["key"] == "before"
    services.leave_out(dorte, session.id, "cards", out=False, turn=3)
    assert services.go(dorte, session.id, "next", turn=4).current["key"] == "cards"


def test_a_session_begins_with_the_first_step_that_is_not_left_out(cast: Cast) -> None:
    session, dorte = prepared(cast), cast.reader("dorte")
    services.leave_out(dorte, session.id, "before", turn=0)

    assert services.start(dorte, session.id).current["key"] == "cards"


def test_not_all_steps_can_be_left_out(cast: Cast) -> None:
    session, dorte = prepared(cast), cast.reader("dorte")
    for turn, key in enumerate(KEYS[:-1]):
        services.leave_out(dorte, session.id, key, turn=turn)

    with pytest.raises(Refused):
        services.leave_out(dorte, session.id, KEYS[-1], turn=5)
    with pytest.raises(Refused):
        services.remove_step(dorte, session.id, KEYS[-1], turn=5)


def test_a_step_comes_once_more_under_a_key_of_its_own(cast: Cast) -> None:
    session, dorte = at_step(cast, running(cast), 2), cast.reader("dorte")

    services.copy_step(dorte, session.id, "cards", turn=session.turn)

    assert keys(session) == ["before", "cards", "silent", "cards-2", *KEYS[3:]]


def test_a_step_is_put_in_where_it_is_wanted(cast: Cast) -> None:
    session, dorte = prepared(cast), cast.reader("dorte")

    services.add_step(dorte, session.id, "cards", new(input="options"), turn=0)
    services.add_step(dorte, session.id, "", new(), turn=1)

    assert keys(session) == ["own-3", "before", "cards", "own-2", *KEYS[2:]]
    assert session.steps[3]["asks"] == ["options_after"]
    assert session.steps[3]["name"] == {"da": "Pause", "en": "Pause"}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"instruction": "Ring til 22 33 44 55."}, "instruction"),
        ({"minutes": 500}, "minutes"),
        ({"input": "shout"}, "input"),
        ({"reveal": "tomorrow"}, "reveal"),
        ({"input": "options", "reveal": "private"}, "reveal"),
        ({"rule": "sing"}, "rule"),
    ],
)
def test_a_step_that_cannot_be_is_refused(cast: Cast, wrong: dict[str, Any], field: str) -> None:
    session = prepared(cast)

    with pytest.raises(Refused) as refused:
        services.add_step(cast.reader("dorte"), session.id, "cards", new(**wrong), turn=0)

    assert [problem.field for problem in refused.value.problems] == [field]
    assert keys(session) == KEYS


def test_a_step_that_somebody_wrote_in_is_not_taken_out(cast: Cast) -> None:
    session, dorte = at_step(cast, running(cast), 1), cast.reader("dorte")
    wrote(joined(cast, session), session)
    session = services.go(dorte, session.id, "previous", turn=session.turn)

    with pytest.raises(Refused) as refused:
        services.remove_step(dorte, session.id, "cards", turn=session.turn)
    services.remove_step(dorte, session.id, "silent", turn=session.turn)

    assert code_of(refused) == Code.WRITTEN_IN
    assert keys(session) == ["before", "cards", "alone", "told", "after"]


def test_what_was_written_under_one_promise_is_not_shown_under_another(cast: Cast) -> None:
    session, dorte = at_step(cast, running(cast), 3), cast.reader("dorte")
    bo = joined(cast, session)
    wrote(bo, session, step="alone")
    services.note_option(bo, session.id, OptionTelling("o", "Spørge", "after"))
    session = services.go(dorte, session.id, "previous", turn=session.turn)
    told = StepTelling(reveal="shared_at_once")

    for key in ("alone", "silent", "after"):
        with pytest.raises(Refused) as refused:
            services.edit_step(dorte, session.id, key, told, turn=session.turn)
        assert code_of(refused) == Code.WRITTEN_IN


def test_before_anybody_wrote_a_step_may_be_shown_otherwise(cast: Cast) -> None:
    session, dorte = prepared(cast), cast.reader("dorte")
    told = StepTelling(reveal="shared_at_once", rule="silent")

    services.edit_step(dorte, session.id, "alone", told, turn=0)

    session.refresh_from_db()
    assert (session.steps[3]["reveal"], session.steps[3]["rule"]) == ("shared_at_once", "silent")


def test_every_change_of_the_plan_is_taken_back_one_by_one(cast: Cast) -> None:
    session, dorte = prepared(cast), cast.reader("dorte")
    before = session.steps
    services.leave_out(dorte, session.id, "before", turn=0)
    services.shift_step(dorte, session.id, "cards", 1, turn=1)
    services.copy_step(dorte, session.id, "silent", turn=2)
    services.add_step(dorte, session.id, "", new(), turn=3)
    services.remove_step(dorte, session.id, "after", turn=4)

    undone = [services.undo(dorte, session.id) for _ in range(5)]

    session.refresh_from_db()
    assert undone == ["removed", "added", "added", "reordered", "edited"]
    assert (session.steps, session.step) == (before, 0)


def test_who_pressed_second_or_does_not_lead_changes_nothing(cast: Cast) -> None:
    session = prepared(cast)
    bo = joined(cast, session)
    services.copy_step(cast.reader("dorte"), session.id, "cards", turn=0)

    with pytest.raises(Stale):
        services.copy_step(cast.reader("dorte"), session.id, "cards", turn=0)
    for name in ("bo", "carla"):
        with pytest.raises(Denied):
            services.remove_step(cast.reader(name), session.id, "cards", turn=1)
    with pytest.raises(Denied):
        services.add_step(bo, session.id, "", new(), turn=1)
    assert len(keys(session)) == len(KEYS) + 1


def test_no_more_steps_than_anybody_can_look_through(cast: Cast) -> None:
    session, dorte = prepared(cast), cast.reader("dorte")
    for turn in range(40 - len(KEYS)):
        services.copy_step(dorte, session.id, "cards", turn=turn)

    with pytest.raises(Refused):
        services.copy_step(dorte, session.id, "cards", turn=40 - len(KEYS))
