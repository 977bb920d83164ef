"""Who erases what they told leaves nothing behind in sparring."""

from cast import Cast
from handlerum.sparring.erasure_services import erase_all, everything_of, replay_erasures
from handlerum.sparring.models import Asked, Offer, Question, Reply
from handlerum.sparring.services import accept, erase, offer, write
from handlerum.trail.models import Entry
from sparring.talks import fresh, to_bo, to_topic


def test_ones_own_questions_offers_and_replies_go(cast: Cast) -> None:
    bo, question = cast.reader("bo"), to_bo(cast)
    write(bo, question.id, "Øv det først.")
    offer(bo, "Mentor")
    to_topic(cast, "dorte", by="bo")

    assert erase_all(bo) == 1

    assert list(Question.objects.all()) == [question]
    assert not Reply.objects.exists()
    assert not Offer.objects.filter(user=cast.bo.user).exists()
    assert not Asked.objects.filter(user=cast.bo.user).exists()
    assert not any(everything_of(bo).values())
    assert Entry.objects.filter(verb="erased", thing="question").count() == 1


def test_what_one_had_said_yes_to_waits_again_and_what_one_had_answered_is_closed(
    cast: Cast,
) -> None:
    waiting, answered, alone = to_topic(cast), to_bo(cast), to_bo(cast)
    accept(cast.reader("bo"), waiting.id)
    write(cast.reader("bo"), answered.id, "Øv det først.")

    erase_all(cast.reader("bo"))

    assert (fresh(waiting).state, fresh(waiting).turn) == ("open", "asked")
    assert (fresh(answered).state, fresh(answered).holder_id) == ("closed", None)
    assert (fresh(alone).state, fresh(alone).turn) == ("open", "asker")


def test_everything_a_person_told_is_handed_out(cast: Cast) -> None:
    offer(cast.reader("anna"), "Mentor")
    question = to_bo(cast)
    write(cast.reader("anna"), question.id, "Det haster ikke.")

    found = everything_of(cast.reader("anna"))

    assert [row["topic"] for row in found["offers"]] == ["Mentor"]
    assert [row["question"] for row in found["questions"]] == [question.question]
    assert [row["text"] for row in found["replies"]] == ["Det haster ikke."]


def test_a_question_that_came_back_with_an_old_database_is_erased_again(cast: Cast) -> None:
    question = to_bo(cast)
    back = Question.objects.filter(id=question.id).values().get()
    erase(cast.reader("anna"), question.id)
    Question.objects.create(**back)
    Question.objects.update(created_at=back["created_at"])

    assert replay_erasures() == 1

    assert not Question.objects.exists()


def test_another_question_that_got_the_same_number_stays(cast: Cast) -> None:
    question = to_bo(cast)
    erase(cast.reader("anna"), question.id)
    Question.objects.create(
        id=question.id, organisation=cast.home, asker=cast.anna.user, question="Et nyt?"
    )

    assert replay_erasures() == 0
