"""Answer in writing, write back, and find a time."""

from datetime import timedelta

import pytest

from cast import Cast
from handlerum.core.clock import now
from handlerum.organisations.access import Denied
from handlerum.sparring.models import Reply, Time
from handlerum.sparring.problems import Refused
from handlerum.sparring.queries import opened
from handlerum.sparring.services import (
    accept,
    agree,
    close,
    no_time_fits,
    propose_times,
    remove_reply,
    write,
)
from handlerum.sparring.telling import TimesTelling
from sparring.talks import fresh, rows, to_bo, to_topic
from trail.together import together


def ahead(*hours: int, how: str = "Jeg ringer") -> TimesTelling:
    """Times so many hours from now."""
    return TimesTelling([now() + timedelta(hours=hour) for hour in hours], how)


def test_a_written_answer_says_yes_too_and_waits_for_the_asker(cast: Cast) -> None:
    question = to_topic(cast)

    write(cast.reader("bo"), question.id, " Øv det med hende først. ")

    stored = fresh(question)
    assert (stored.state, stored.turn, stored.holder_id) == ("answered", "asker", cast.bo.user_id)
    assert [reply.text for reply in opened(cast.reader("anna"), question.id).replies] == [
        "Øv det med hende først."
    ]
    assert not opened(cast.reader("dorte"), question.id).replies


def test_the_asker_writes_back(cast: Cast) -> None:
    question = to_bo(cast)
    write(cast.reader("bo"), question.id, "Øv det med hende først.")

    write(cast.reader("anna"), question.id, "Hvordan gør du?")

    assert (fresh(question).state, fresh(question).turn) == ("answered", "holder")
    assert opened(cast.reader("bo"), question.id).waits


@pytest.mark.django_db(transaction=True)
def test_a_double_click_answers_once(cast: Cast) -> None:
    question = to_bo(cast)

    together(*(lambda: write(cast.reader("bo"), question.id, "Øv det først.", key="b" * 32),) * 3)

    assert Reply.objects.count() == 1


def test_an_answer_that_came_too_late_is_refused_and_not_stored(cast: Cast) -> None:
    question = to_topic(cast)
    accept(cast.reader("bo"), question.id)
    before = rows()

    with pytest.raises(Refused, match="taken"):
        write(cast.reader("dorte"), question.id, "Jeg har prøvet det samme.")
    assert rows() == before


@pytest.mark.parametrize("text", ["", " ", "x" * 5001, "Ring til 010203-1234"])
def test_an_answer_that_cannot_be_stored_takes_nothing(cast: Cast, text: str) -> None:
    question = to_bo(cast)
    before = rows()

    with pytest.raises(Refused, match="text:"):
        write(cast.reader("bo"), question.id, text)
    assert rows() == before


def test_times_are_proposed_and_one_is_confirmed(cast: Cast) -> None:
    question = to_bo(cast)

    propose_times(cast.reader("bo"), question.id, ahead(48, 24))
    first, second = Time.objects.all()
    assert first.at < second.at
    assert opened(cast.reader("anna"), question.id).waits
    agree(cast.reader("anna"), question.id, second.id)
    agree(cast.reader("anna"), question.id, second.id)

    seen = opened(cast.reader("bo"), question.id)
    assert (seen.agreed, list(seen.times)) == (second, [])
    assert fresh(question).turn == "nobody"


def test_when_no_time_fits_others_can_be_proposed(cast: Cast) -> None:
    question = to_bo(cast)
    propose_times(cast.reader("bo"), question.id, ahead(24))
    old = Time.objects.get()

    no_time_fits(cast.reader("anna"), question.id)

    assert fresh(question).turn == "holder"
    with pytest.raises(Refused, match="no_such_time"):
        agree(cast.reader("anna"), question.id, old.id)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (ahead(-1), "not_ahead"),
        (ahead(), "missing"),
        (ahead(1, 2, 3, 4), "too_many"),
        (ahead(1, how="Ring til 010203-1234"), "identifies"),
        (ahead(1, how="x" * 101), "too_long"),
    ],
)
def test_times_that_cannot_be_are_refused(cast: Cast, told: TimesTelling, code: str) -> None:
    question = to_bo(cast)
    before = rows()

    with pytest.raises(Refused, match=code):
        propose_times(cast.reader("bo"), question.id, told)
    assert rows() == before


def test_only_the_asker_confirms_and_only_who_was_asked_proposes(cast: Cast) -> None:
    question = to_bo(cast)
    propose_times(cast.reader("bo"), question.id, ahead(24))
    time = Time.objects.get()

    for name in ("bo", "erik", "carla"):
        with pytest.raises(Denied):
            agree(cast.reader(name), question.id, time.id)
    for name in ("anna", "erik", "carla"):
        with pytest.raises(Denied):
            propose_times(cast.reader(name), question.id, ahead(30))


def test_nothing_is_written_to_a_question_that_is_closed(cast: Cast) -> None:
    question = to_bo(cast)
    accept(cast.reader("bo"), question.id)
    close(cast.reader("anna"), question.id)

    for name in ("anna", "bo"):
        with pytest.raises(Refused, match="over"):
            write(cast.reader(name), question.id, "En ting mere.")


def test_one_erases_what_one_wrote_oneself_alone(cast: Cast) -> None:
    question = to_bo(cast)
    reply = write(cast.reader("bo"), question.id, "Øv det med hende først.")
    for name in ("anna", "erik", "carla"):
        with pytest.raises(Denied):
            remove_reply(cast.reader(name), reply.id)

    remove_reply(cast.reader("bo"), reply.id)

    assert not Reply.objects.exists()
