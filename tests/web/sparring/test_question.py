"""The page of a question: what each may read, and what each can press."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localtime

from cast import Cast
from handlerum.core.clock import now
from handlerum.sparring.models import Question, Reply, Time
from handlerum.sparring.services import accept, decline, write
from sparring.talks import fresh, rows, to_bo, to_topic
from web.pages import body, main, page, signed_in, value


def at(question: Question, name: str = "question") -> str:
    return reverse(name, args=[question.id])


def buttons(client: Client, question: Question) -> list[str]:
    """What a person can press on the page."""
    found = page(client.get(at(question))).xpath(
        "//main//button | //main//a[contains(@class, 'button')]"
    )
    return [" ".join(str(one.text_content()).split()) for one in found]


def posted(client: Client, question: Question, name: str, **sent: Any) -> Any:
    return client.post(at(question, name), sent, follow=True)


def test_who_was_asked_may_say_yes_answer_propose_or_say_not_now(cast: Cast) -> None:
    question = to_topic(cast)
    bo = signed_in(cast.bo)

    assert buttons(bo, question) == [
        "Ja, det vil jeg gerne",
        "Svar skriftligt",
        "Foreslå tider",
        "Ikke lige nu",
    ]
    assert "Et nej skal ikke forklares." in main(bo.get(at(question)))


def test_the_first_yes_has_it_and_the_words_are_gone_for_the_others(cast: Cast) -> None:
    question = to_topic(cast)
    bo, dorte = signed_in(cast.bo), signed_in(cast.dorte)

    posted(bo, question, "accept_question")
    late = posted(dorte, question, "accept_question")

    assert "En anden nåede at sige ja." in main(late)
    assert question.question not in body(late)
    assert question.question not in body(dorte.get(reverse("sparring")))
    assert "Taget af en anden" in main(dorte.get(reverse("sparring")))
    assert "Sådan kan I gøre på 20 minutter" in main(bo.get(at(question)))


def test_a_no_is_shown_as_not_now_and_names_nobody_of_a_topic(cast: Cast) -> None:
    question = to_topic(cast)
    for who in (cast.bo, cast.dorte):
        assert "kan ikke lige nu" in main(posted(signed_in(who), question, "decline_question"))

    shown = main(signed_in(cast.anna).get(at(question)))

    assert "De kan ikke lige nu." in shown
    assert "Bo" not in shown
    assert "Dorte" not in shown


def test_who_said_no_can_still_say_yes(cast: Cast) -> None:
    question = to_bo(cast)
    decline(cast.reader("bo"), question.id)
    bo = signed_in(cast.bo)

    assert question.question not in body(bo.get(at(question)))
    assert buttons(bo, question) == ["Jeg kan alligevel"]


def test_an_answer_is_sent_once_and_comes_to_the_asker(cast: Cast) -> None:
    question = to_bo(cast)
    bo = signed_in(cast.bo)
    key = value(bo.get(at(question, "reply")), "key")

    for _ in range(2):
        posted(bo, question, "reply", text="Øv det med hende først.", key=key)

    assert Reply.objects.count() == 1
    assert "Øv det med hende først." in main(signed_in(cast.anna).get(at(question)))


def test_an_answer_that_comes_too_late_is_kept_on_the_page(cast: Cast) -> None:
    question = to_topic(cast)
    dorte = signed_in(cast.dorte)
    accept(cast.reader("bo"), question.id)

    answer = dorte.post(at(question, "reply"), {"text": "Det har jeg prøvet."})

    assert answer.status_code == 422
    assert "En anden nåede at sige ja." in main(answer)
    assert value(answer, "text") == "Det har jeg prøvet."
    assert question.question not in body(answer)


def test_times_are_proposed_in_danish_time_and_one_is_agreed(cast: Cast) -> None:
    question = to_bo(cast)
    bo, anna = signed_in(cast.bo), signed_in(cast.anna)
    ahead = localtime(now() + timedelta(days=3)).replace(hour=10, minute=0, second=0, microsecond=0)

    posted(bo, question, "propose_times", time_0=f"{ahead:%Y-%m-%dT%H:%M}", how="I kantinen")
    time = Time.objects.get()
    assert localtime(time.at) == ahead
    assert "kl. 10:00 I kantinen" in main(anna.get(at(question)))
    posted(anna, question, "agree_time", time=str(time.id))

    for who in (anna, bo):
        assert "I taler sammen" in main(who.get(at(question)))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Foreslå mindst ét tidspunkt."),
        ({"time_0": "2020-01-01T10:00"}, "Vælg tidspunkter, der ikke er gået."),
        ({"time_1": "i morgen"}, "Skriv en dato og et klokkeslæt."),
        ({"time_0": "99999-01-01T10:00"}, "Skriv en dato og et klokkeslæt."),
    ],
)
def test_times_that_cannot_be_are_said_and_what_was_typed_stays(
    cast: Cast, sent: dict[str, str], said: str
) -> None:
    question = to_bo(cast)

    answer = signed_in(cast.bo).post(at(question, "propose_times"), {**sent, "how": "I kantinen"})

    assert answer.status_code == 422
    assert said in main(answer)
    assert value(answer, "how") == "I kantinen"


@pytest.mark.parametrize("time", ["", "x", "0", "9" * 30])
def test_a_time_that_is_gone_is_said(cast: Cast, time: str) -> None:
    question = to_bo(cast)
    accept(cast.reader("bo"), question.id)

    answer = posted(signed_in(cast.anna), question, "agree_time", time=time)

    assert "Det tidspunkt er ikke foreslået mere." in main(answer)


def test_what_one_wrote_is_erased_after_one_question(cast: Cast) -> None:
    question = to_bo(cast)
    reply = write(cast.reader("bo"), question.id, "Øv det med hende først.")
    bo, where = signed_in(cast.bo), reverse("remove_reply", args=[reply.id])

    assert "Øv det med hende først." in main(bo.get(where))
    assert signed_in(cast.anna).get(where).status_code == 404
    bo.post(where)

    assert not Reply.objects.exists()


def test_a_question_is_taken_back_and_erased_by_its_asker(cast: Cast) -> None:
    question = to_bo(cast)
    anna = signed_in(cast.anna)

    posted(anna, question, "withdraw_question")
    assert signed_in(cast.bo).get(at(question)).status_code == 404
    assert "Slet spørgsmålet for altid?" in main(anna.get(at(question, "erase_question")))
    posted(anna, question, "erase_question")

    assert not Question.objects.exists()


def test_either_says_that_they_are_done(cast: Cast) -> None:
    question = to_bo(cast)
    write(cast.reader("bo"), question.id, "Øv det først.")

    posted(signed_in(cast.anna), question, "close_question")

    assert fresh(question).state == "closed"


GET = ("question", "reply", "propose_times", "ask_again", "erase_question")
POST = ("accept_question", "decline_question", "agree_time", "close_question", "withdraw_question")


@pytest.mark.parametrize("name", [*GET, *POST])
def test_a_colleague_who_was_not_asked_finds_nothing(cast: Cast, name: str) -> None:
    question = to_bo(cast)
    before = rows()

    for who in (cast.erik, cast.gitte):
        client = signed_in(who)
        assert client.post(at(question, name), {"text": "Hej"}).status_code == 404
        if name in GET:
            assert client.get(at(question, name)).status_code == 404
    assert rows() == before
