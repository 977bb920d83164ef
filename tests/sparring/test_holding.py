"""Say yes, or "not just now"; of two at once one has it, and the other is told."""

import pytest

from cast import Cast
from handlerum.organisations.access import Denied
from handlerum.sparring.access import may_read_words, readable
from handlerum.sparring.problems import Refused
from handlerum.sparring.queries import opened
from handlerum.sparring.services import accept, close, decline, write
from handlerum.trail.models import Entry
from sparring.talks import fresh, rows, to_bo, to_topic
from trail.together import together


def test_the_first_who_says_yes_has_it_and_the_others_see_that_it_is_taken(cast: Cast) -> None:
    question = to_topic(cast)

    accept(cast.reader("bo"), question.id)

    stored = fresh(question)
    assert (stored.state, stored.turn, stored.holder_id) == ("taken", "holder", cast.bo.user_id)
    with pytest.raises(Refused, match="taken"):
        accept(cast.reader("dorte"), question.id)
    seen = opened(cast.reader("dorte"), question.id)
    assert not seen.listed.reads
    assert not may_read_words(cast.reader("dorte"), readable(cast.reader("dorte"), question.id))


def test_saying_yes_twice_changes_nothing(cast: Cast) -> None:
    question = to_bo(cast)
    accept(cast.reader("bo"), question.id)
    before = rows()

    accept(cast.reader("bo"), question.id)

    assert rows() == before


@pytest.mark.django_db(transaction=True)
def test_of_two_who_say_yes_at_once_one_has_it_and_the_other_is_told(cast: Cast) -> None:
    question = to_topic(cast)

    ended = together(
        lambda: accept(cast.reader("bo"), question.id),
        lambda: accept(cast.reader("dorte"), question.id),
    )

    assert sorted(type(end).__name__ for end in ended) == ["Question", "Refused"]
    assert Entry.objects.filter(verb="accepted").count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_who_says_yes_in_two_windows_at_once_has_it_once(cast: Cast) -> None:
    question = to_bo(cast)

    ended = together(*(lambda: accept(cast.reader("bo"), question.id),) * 2)

    assert [type(end).__name__ for end in ended] == ["Question", "Question"]
    assert Entry.objects.filter(verb="accepted").count() == 1


def test_a_no_needs_no_reason_and_the_asker_hears_only_not_now(cast: Cast) -> None:
    question = to_topic(cast)

    decline(cast.reader("bo"), question.id)
    assert not opened(cast.reader("anna"), question.id).nobody_can
    decline(cast.reader("dorte"), question.id)

    assert opened(cast.reader("anna"), question.id).nobody_can
    assert not opened(cast.reader("bo"), question.id).listed.reads


def test_who_said_no_may_say_yes_after_all_while_nobody_has_it(cast: Cast) -> None:
    question = to_bo(cast)
    decline(cast.reader("bo"), question.id)

    accept(cast.reader("bo"), question.id)

    assert fresh(question).holder_id == cast.bo.user_id
    assert opened(cast.reader("bo"), question.id).listed.reads


def test_a_question_that_is_given_back_waits_for_the_others(cast: Cast) -> None:
    question = to_topic(cast)
    accept(cast.reader("bo"), question.id)

    decline(cast.reader("bo"), question.id)

    stored = fresh(question)
    assert (stored.state, stored.turn, stored.holder_id) == ("open", "asked", None)
    assert opened(cast.reader("dorte"), question.id).listed.reads


def test_an_answer_is_not_given_back(cast: Cast) -> None:
    question = to_bo(cast)
    write(cast.reader("bo"), question.id, "Øv det med hende først.")

    with pytest.raises(Refused, match="has_answered"):
        decline(cast.reader("bo"), question.id)


@pytest.mark.parametrize("name", ["anna", "erik", "gitte", "carla"])
def test_nobody_else_says_yes_or_no(cast: Cast, name: str) -> None:
    question = to_bo(cast)
    before = rows()

    for act in (accept, decline):
        with pytest.raises(Denied):
            act(cast.reader(name), question.id)
    assert rows() == before


def test_nothing_is_said_to_a_question_that_is_over(cast: Cast) -> None:
    question = to_topic(cast)
    accept(cast.reader("bo"), question.id)
    close(cast.reader("bo"), question.id)

    for act in (accept, decline):
        with pytest.raises(Refused, match="over"):
            act(cast.reader("dorte"), question.id)
