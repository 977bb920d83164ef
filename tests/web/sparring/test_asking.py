"""The page for asking: whom, in one's own words, looked at before it is sent."""

from typing import Any

import pytest
from django.urls import reverse

from cast import Cast, shared
from dilemmas.making import made
from handlerum.sparring.models import Question
from handlerum.sparring.services import decline, offer
from sparring.talks import fresh, to_bo
from web.pages import body, decided, main, page, signed_in, value


def asking(cast: Cast, **changed: Any) -> dict[str, Any]:
    """What a browser sends for a question to Bo."""
    filled = {
        "to": f"k{cast.bo.user_id}",
        "question": "Hvordan siger jeg det til arbejdsgiveren?",
        "text": "Hun tør ikke selv.",
        "key": "c" * 32,
    }
    return {**filled, **changed}


def test_a_question_is_sent_to_a_colleague(cast: Cast) -> None:
    anna = signed_in(cast.anna)

    answer = anna.post(reverse("ask"), asking(cast), follow=True)

    question = Question.objects.get()
    assert answer.redirect_chain[-1][0] == reverse("question", args=[question.id])
    assert "Sendt til Bo" in main(answer)
    assert "Dit spørgsmål venter på en, der har tid" in main(answer)


def test_pressing_twice_sends_it_once(cast: Cast) -> None:
    anna = signed_in(cast.anna)

    first, second = (anna.post(reverse("ask"), asking(cast)) for _ in range(2))

    assert first["Location"] == second["Location"]
    assert Question.objects.count() == 1


def test_every_form_has_a_key_of_its_own(cast: Cast) -> None:
    anna = signed_in(cast.anna)

    first, second = (value(anna.get(reverse("ask")), "key") for _ in range(2))

    assert first != second
    assert len(first) == 32


def test_one_chooses_among_colleagues_and_topics_that_were_offered(cast: Cast) -> None:
    offer(cast.reader("bo"), "Angst")
    offer(cast.reader("anna"), "Mentor")

    answer = signed_in(cast.anna).get(reverse("ask"), {"emne": "ANGST"})

    groups = page(answer).xpath("//optgroup")
    assert [group.get("label") for group in groups] == ["Alle, der vil sparre om", "En kollega"]
    assert [option.text for option in groups[0]] == ["Angst"]
    assert [option.text for option in groups[1]] == ["Bo", "Dorte", "Erik", "Gitte"]
    assert value(answer, "to") == "tangst"


def test_what_points_to_a_person_is_looked_at_by_the_asker_first(cast: Cast) -> None:
    anna = signed_in(cast.anna)
    sent = asking(cast, text="Ring til Mette Jensen på 20304050.")

    look = anna.post(reverse("ask"), sent)
    assert look.status_code == 422
    assert not Question.objects.exists()
    assert value(look, "text") == sent["text"]
    anna.post(reverse("ask"), sent | decided(look))

    assert "20304050" not in Question.objects.get().text
    assert "Mette" not in Question.objects.get().text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"to": ""}, "Vælg, hvem du vil spørge."),
        ({"to": "k987654"}, "De kan ikke spørges lige nu. Vælg en anden."),
        ({"to": "tmentor"}, "De kan ikke spørges lige nu. Vælg en anden."),
        ({"to": "k1 OR 1=1"}, "De kan ikke spørges lige nu. Vælg en anden."),
        ({"question": ""}, "Skriv dit spørgsmål i én sætning."),
        ({"question": "x" * 201}, "Højst 200 tegn. Her er 201."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_that_was_typed_is_lost(
    cast: Cast, changed: dict[str, str], said: str
) -> None:
    answer = signed_in(cast.anna).post(reverse("ask"), asking(cast, **changed))

    assert answer.status_code == 422
    assert said in main(answer)
    assert value(answer, "text") == "Hun tør ikke selv."
    assert not Question.objects.exists()


def test_a_question_can_be_about_a_dilemma_or_a_contribution(cast: Cast) -> None:
    dilemma, row = made(cast, question="Skal vi sige det?"), shared(cast)
    anna = signed_in(cast.anna)

    for name, thing in (("dilemma", dilemma), ("bidrag", row)):
        where = f"{reverse('ask')}?{name}={thing.id}"
        assert str(thing) in main(anna.get(where))
        shown = anna.post(where, asking(cast, key=""), follow=True)
        assert str(thing) in main(shown)

    assert {(q.dilemma_id, q.about_id) for q in Question.objects.all()} == {
        (dilemma.id, None),
        (None, row.id),
    }


def test_who_was_asked_sees_what_it_is_about_only_if_they_may_read_it(cast: Cast) -> None:
    dilemma = made(cast, audience="me", question="Annas egen tvivl?")
    where = f"{reverse('ask')}?dilemma={dilemma.id}"

    answer = signed_in(cast.anna).post(where, asking(cast))

    assert "Annas egen tvivl?" not in body(signed_in(cast.bo).get(answer["Location"]))


def test_what_is_not_ones_own_to_see_does_not_exist(cast: Cast) -> None:
    dilemma = made(cast, "erik", audience="me")
    anna = signed_in(cast.anna)

    for query in (f"?dilemma={dilemma.id}", "?dilemma=987654", "?bidrag=987654"):
        assert anna.get(reverse("ask") + query).status_code == 404
        assert anna.post(reverse("ask") + query, asking(cast)).status_code == 404


def test_a_way_to_ask_stands_where_one_reads(cast: Cast) -> None:
    dilemma, row = made(cast), shared(cast)
    anna = signed_in(cast.anna)

    for where, query in (
        (reverse("dilemma", args=[dilemma.id]), f"dilemma={dilemma.id}"),
        (reverse("contribution", args=[row.id]), f"bidrag={row.id}"),
    ):
        links = page(anna.get(where)).xpath("//a[contains(., 'Spørg en kollega')]/@href")
        assert links == [f"{reverse('ask')}?{query}"]


def test_after_a_no_the_same_question_goes_to_somebody_else(cast: Cast) -> None:
    question = to_bo(cast)
    decline(cast.reader("bo"), question.id)
    anna, where = signed_in(cast.anna), reverse("ask_again", args=[question.id])
    assert "Bo kan ikke lige nu" in main(anna.get(reverse("question", args=[question.id])))

    refused = anna.post(where, {"to": f"k{cast.bo.user_id}"})
    anna.post(where, {"to": f"k{cast.erik.user_id}"})

    assert "De er spurgt i forvejen. Vælg en anden." in main(refused)
    assert fresh(question).turn == "asked"
    assert question.question in main(
        signed_in(cast.erik).get(reverse("question", args=[question.id]))
    )
