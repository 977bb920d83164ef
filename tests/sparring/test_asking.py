"""Ask a colleague by name, or all who offered a topic."""

import pytest

from cast import Cast, shared
from dilemmas.making import made
from handlerum.organisations.access import Denied
from handlerum.organisations.models import Membership
from handlerum.sparring.models import Asked, Question
from handlerum.sparring.problems import Refused, in_words
from handlerum.sparring.services import ask, ask_again, decline, offer
from handlerum.sparring.telling import To
from handlerum.trail.models import Entry
from sparring.talks import asked_of, fresh, rows, telling, to_bo, to_topic


def test_a_question_goes_to_the_colleague_who_was_named(cast: Cast) -> None:
    question = to_bo(cast)

    assert asked_of(question) == {cast.bo.user_id}
    assert (question.state, question.turn, question.topic) == ("open", "asked", "")
    entry = Entry.objects.latest("id")
    assert (entry.verb, entry.thing, entry.thing_id) == ("asked", "question", question.id)


def test_a_question_to_a_topic_goes_to_all_who_offered_it(cast: Cast) -> None:
    offer(cast.reader("erik"), "Mentor")
    question = to_topic(cast, "anna", "bo", "dorte")

    assert asked_of(question) == {cast.bo.user_id, cast.dorte.user_id}
    assert question.topic == "Angst"


def test_nobody_is_asked_because_of_what_they_wrote(cast: Cast) -> None:
    shared(cast, "bo", topics=("angst",))

    with pytest.raises(Refused, match="to:nobody_offered"):
        ask(cast.reader("anna"), telling(to=To(topic="angst")))
    assert not Question.objects.exists()


def test_sending_twice_asks_once(cast: Cast) -> None:
    first, second = (to_bo(cast, key="a" * 32) for _ in range(2))

    assert first == second
    assert Asked.objects.count() == 1


@pytest.mark.parametrize("who", ["carla", "anna", "gone", "nobody"])
def test_only_a_colleague_who_is_here_can_be_asked(cast: Cast, who: str) -> None:
    Membership.objects.filter(id=cast.erik.id).update(is_active=False)
    ids = {"carla": cast.carla.user_id, "anna": cast.anna.user_id, "gone": cast.erik.user_id}

    with pytest.raises(Refused, match="to:not_a_colleague"):
        ask(cast.reader("anna"), telling(to=To(ids.get(who, 987_654))))
    assert not Question.objects.exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"question": " "}, "Skriv dit spørgsmål i én sætning."),
        ({"question": "x" * 201}, "Højst 200 tegn. Her er 201."),
        ({"text": "x" * 5001}, "Højst 5.000 tegn. Her er 5.001."),
        ({"text": "nul\0tegn"}, "Teksten har tegn, der ikke kan læses. Skriv den igen."),
        ({"to": To()}, "Vælg, hvem du vil spørge."),
        (
            {"text": "Hendes nummer er 010203-1234."},
            "Her står cpr-nummer, som peger på ét menneske. Slør det, før du sender.",
        ),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_stored(
    cast: Cast, changed: dict[str, object], said: str
) -> None:
    before = rows()

    with pytest.raises(Refused) as refused:
        ask(cast.reader("anna"), telling(**{"to": To(cast.bo.user_id), **changed}))

    assert [in_words(problem) for problem in refused.value.problems] == [said]
    assert rows() == before


def test_what_it_is_about_must_be_the_askers_to_see(cast: Cast) -> None:
    row, dilemma = shared(cast, "erik", audience="me"), made(cast, "erik", audience="me")

    for about in ({"contribution_id": row.id}, {"dilemma_id": dilemma.id}):
        with pytest.raises(Denied):
            to_bo(cast, **about)


def test_when_all_said_no_somebody_else_can_be_asked(cast: Cast) -> None:
    question = to_bo(cast)
    decline(cast.reader("bo"), question.id)
    assert fresh(question).turn == "asker"

    ask_again(cast.reader("anna"), question.id, To(cast.erik.user_id))

    assert asked_of(question) == {cast.erik.user_id}
    assert fresh(question).turn == "asked"
    with pytest.raises(Refused, match="to:asked_before"):
        ask_again(cast.reader("anna"), question.id, To(cast.bo.user_id))


def test_only_the_one_who_asked_asks_again(cast: Cast) -> None:
    question = to_bo(cast)

    for name in ("bo", "erik", "carla"):
        with pytest.raises(Denied):
            ask_again(cast.reader(name), question.id, To(cast.dorte.user_id))
