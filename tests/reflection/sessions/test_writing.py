"""A word that was acknowledged is stored, once, however often and in whichever order it is sent."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cast import Cast
from handlerum.organisations.access import Denied
from handlerum.reflection import services
from handlerum.reflection.models import Entry, Event, Session
from handlerum.reflection.problems import Refused, in_words
from handlerum.reflection.queries import state
from handlerum.reflection.rules.session_problem import Code, Problem
from reflection.sessions.making import at_step, came, entry, guest, joined, prepared, running, wrote


def refused(error: pytest.ExceptionInfo[Refused]) -> Problem:
    """The one problem."""
    (problem,) = error.value.problems
    assert in_words(problem)
    return problem


def test_the_same_key_again_is_the_same_entry(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    bo = joined(cast, session)

    first = wrote(bo, session)
    version = Session.objects.get().version
    again = wrote(bo, session)

    assert first.id == again.id
    assert Entry.objects.count() == 1
    assert Session.objects.get().version == version, "Nothing changed, so nobody is woken."


def test_two_people_may_use_the_same_key(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)

    assert wrote(joined(cast, session), session).id != wrote(guest(cast, session), session).id


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_order_and_repetition_of_writes_gives_each_once(
    cast: Cast, data: st.DataObject
) -> None:
    Session.objects.all().delete()
    session = at_step(cast, running(cast), 1)
    bo = joined(cast, session)
    sent = {f"k{n}": f"Svar nummer {n}" for n in range(data.draw(st.integers(1, 4)))}
    again = data.draw(st.lists(st.sampled_from(sorted(sent)), max_size=6))
    order = data.draw(st.permutations([*sent, *again]))

    for key in order:
        wrote(bo, session, key, text=sent[key])

    assert dict(Entry.objects.values_list("key", "text")) == sent
    assert Entry.objects.count() == len(sent)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations([0, 1, 2, 3, 0, 3]))
def test_the_newest_edition_wins_in_any_order(cast: Cast, order: list[int]) -> None:
    Session.objects.all().delete()
    session = at_step(cast, running(cast), 1)
    bo = joined(cast, session)

    for edition in order:
        wrote(bo, session, text=f"Udgave {edition}", edition=edition)

    assert Entry.objects.get().text == "Udgave 3"


def test_the_text_changes_only_while_the_step_is_on(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    bo = joined(cast, session)
    row = wrote(bo, session)
    wrote(bo, session, text="Vi kunne vente to uger.")
    at_step(cast, session, 2)

    assert wrote(bo, session, text="Vi kunne vente to uger.").id == row.id
    with pytest.raises(Refused) as error:
        wrote(bo, session, text="Noget helt andet.")

    assert refused(error).code == Code.STEP_OVER
    assert Entry.objects.get().text == "Vi kunne vente to uger."


def test_a_phone_that_was_away_may_send_what_is_new_to_a_step_that_is_over(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    bo = joined(cast, session)
    at_step(cast, session, 3)

    assert wrote(bo, session).step == "cards"


def test_a_key_belongs_to_one_step(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    bo = joined(cast, session)
    wrote(bo, session)

    with pytest.raises(Refused) as error:
        wrote(bo, session, step="silent")

    assert refused(error).code == Code.KEY_USED


def test_five_hundred_writes_are_each_stored_once(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    people = [joined(cast, session), *(guest(cast, session, f"Gæst {n}") for n in range(9))]

    for number in range(500):
        wrote(people[number % 10], session, f"k{number % 50}-{number // 50}", text=f"Svar {number}")

    assert sorted(Entry.objects.values_list("text", flat=True)) == sorted(
        f"Svar {number}" for number in range(500)
    )
    assert Event.objects.count() == Session.objects.get().version


def test_what_points_to_one_person_is_not_stored_and_a_proposal_comes_back(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    bo = joined(cast, session)

    with pytest.raises(Refused) as error:
        wrote(bo, session, text="Ring til hende på 22 33 44 55 i morgen.")

    problem = refused(error)
    assert problem.code == Code.IDENTIFIES
    assert problem.findings
    assert "22 33 44 55" not in problem.proposal
    assert Entry.objects.count() == 0
    assert wrote(bo, session, text=problem.proposal).text == problem.proposal


@pytest.mark.parametrize("text", ["", " ", "x" * 10_000, "a\0b", "\ud800"])
def test_what_cannot_be_stored_is_refused_in_words(cast: Cast, text: str) -> None:
    session = at_step(cast, running(cast), 1)

    with pytest.raises(Refused) as error:
        wrote(joined(cast, session), session, text=text)

    refused(error)


def test_a_script_is_a_text_like_any_other(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)

    assert wrote(joined(cast, session), session, text="<script>alert(1)</script>").text


def test_nothing_is_written_before_the_session_begins_or_after_it_is_over(cast: Cast) -> None:
    session = prepared(cast)
    bo, dorte = joined(cast, session), cast.reader("dorte")
    with pytest.raises(Refused) as early:
        wrote(bo, session)
    services.start(dorte, session.id)
    row = wrote(bo, session)
    services.close(dorte, session.id)
    with pytest.raises(Refused) as late:
        wrote(bo, session, "k2")

    assert refused(early).code == Code.NOT_RUNNING
    assert refused(late).code == Code.CLOSED
    assert wrote(bo, session).id == row.id, "What was acknowledged is still acknowledged."


def test_withdrawing_erases_the_words_and_sending_again_does_not_bring_them_back(
    cast: Cast,
) -> None:
    session = at_step(cast, running(cast), 1)
    bo = joined(cast, session)
    row = wrote(bo, session)

    services.withdraw(bo, session.id, "entry", row.id)
    services.withdraw(bo, session.id, "entry", row.id)

    assert Entry.objects.get().text == ""
    assert state(bo, session.id).common.entries == ()
    with pytest.raises(Refused) as error:
        wrote(bo, session)
    assert refused(error).code == Code.WITHDRAWN


def test_nobody_withdraws_what_somebody_else_wrote(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    row = wrote(joined(cast, session), session)

    for other in (cast.reader("dorte"), guest(cast, session)):
        with pytest.raises(Denied):
            services.withdraw(other, session.id, "entry", row.id)


def test_a_guest_withdraws_everything_by_their_code_also_after_the_session(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    mentor = came(cast, session)
    wrote(mentor.guest, session)
    wrote(mentor.guest, session, "k2", text="Noget mere")
    kept = wrote(joined(cast, session), session)
    services.close(cast.reader("dorte"), session.id)

    with pytest.raises(Denied):
        services.withdraw_by_code(session.id, "AAAAAAAAAA")
    assert services.withdraw_by_code(session.id, f" {mentor.code.lower()} ") == 2

    assert [row.id for row in Entry.objects.exclude(text="")] == [kept.id]


def test_a_facilitator_takes_part_from_the_first_word(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)

    services.write(cast.reader("dorte"), session.id, entry())

    assert [one.name for one in state(cast.reader("dorte"), session.id).common.people] == ["Dorte"]
