"""A talk becomes a contribution on the ordinary page, once its author has seen the text."""

from django.urls import reverse

from cast import Cast
from handlerum.knowledge.models import Contribution
from handlerum.sparring.models import Question
from handlerum.sparring.services import accept, write
from sparring.talks import fresh, to_bo, to_topic
from web.pages import decided, main, page, signed_in, told, value


def form(question: Question) -> str:
    return f"{reverse('contribute', args=['colleagues'])}?sparring={question.id}"


def talked(cast: Cast) -> Question:
    """A question that Bo answered."""
    question = to_bo(cast)
    write(cast.reader("bo"), question.id, "Øv det med hende først.")
    return question


def test_the_form_begins_with_what_the_two_wrote(cast: Cast) -> None:
    question = talked(cast)
    anna = signed_in(cast.anna)
    (where,) = page(anna.get(reverse("question", args=[question.id]))).xpath(
        "//a[contains(., 'Gør det til et bidrag')]/@href"
    )

    answer = anna.get(where)

    assert where == form(question)
    assert value(answer, "title") == question.question
    assert value(answer, "text").endswith("Øv det med hende først.")
    assert value(answer, "participants") == "To kolleger"


def test_what_is_shared_is_kept_with_the_question(cast: Cast) -> None:
    question = talked(cast)
    sent = told(outcome="unknown", voice="colleague", participants="To kolleger")

    signed_in(cast.bo).post(form(question), sent)

    row = Contribution.objects.get()
    assert (row.way, row.form, row.author_id) == ("colleagues", "experience", cast.bo.user_id)
    assert fresh(question).contribution == row
    shown = signed_in(cast.anna).get(reverse("question", args=[question.id]))
    assert f"Det blev til bidraget {row.title}" in main(shown)


def test_the_text_passes_its_authors_look(cast: Cast) -> None:
    question = talked(cast)
    sent = told(text="Ring til 20304050.", voice="colleague", participants="To kolleger")
    anna = signed_in(cast.anna)

    look = anna.post(form(question), sent)
    assert look.status_code == 422
    assert not Contribution.objects.exists()
    anna.post(form(question), sent | decided(look))

    assert "20304050" not in Contribution.objects.get().text
    assert fresh(question).contribution is not None


def test_nobody_else_comes_to_the_words_that_way(cast: Cast) -> None:
    question, open_one = to_topic(cast), to_bo(cast)
    accept(cast.reader("bo"), question.id)

    for who in (cast.dorte, cast.erik, cast.carla):
        assert signed_in(who).get(form(question)).status_code == 404
        assert signed_in(who).post(form(question), told()).status_code == 404
    assert signed_in(cast.anna).get(form(open_one)).status_code == 404
    for number in ("x", "9" * 30, "987654"):
        where = f"{reverse('contribute', args=['colleagues'])}?sparring={number}"
        assert signed_in(cast.anna).get(where).status_code == 404
    assert not Contribution.objects.exists()
