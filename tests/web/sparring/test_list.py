"""The page of sparring: what waits, what was asked, and what colleagues offer."""

from django.urls import reverse

from cast import Cast, person, shared
from handlerum.organisations.services import add_member
from handlerum.organisations.terms import Role
from handlerum.search.services import catch_up
from handlerum.sparring.models import Offer
from handlerum.sparring.services import accept, offer, write
from sparring.talks import to_bo, to_topic
from web.pages import ask, body, decided, main, page, signed_in, value


def test_what_waits_for_somebody_stands_first_with_its_number(cast: Cast) -> None:
    to_bo(cast)
    to_bo(cast, question="Et til?")

    shown = main(signed_in(cast.bo).get(reverse("sparring")))

    assert "2 spørgsmål venter på dig" in shown
    assert "Fra Anna" in shown
    assert "venter på dig, og du har ingen" in main(signed_in(cast.erik).get(reverse("sparring")))


def test_an_answer_waits_for_the_one_who_asked(cast: Cast) -> None:
    question = to_bo(cast)
    anna = signed_in(cast.anna)
    assert "venter på dig" not in main(anna.get(reverse("sparring")))

    write(cast.reader("bo"), question.id, "Øv det først.")

    assert "Ét spørgsmål venter på dig" in main(anna.get(reverse("sparring")))


def test_topics_are_offered_and_taken_back(cast: Cast) -> None:
    bo = signed_in(cast.bo)

    bo.post(reverse("offers"), {"topic": "Angst og uro"})
    assert "Angst og uro Bo" in main(signed_in(cast.anna).get(reverse("sparring")))
    bo.post(reverse("take_back_offer", args=[Offer.objects.get().id]))

    assert not Offer.objects.exists()


def test_a_topic_that_names_somebody_is_looked_at_first(cast: Cast) -> None:
    bo = signed_in(cast.bo)

    look = bo.post(reverse("offers"), {"topic": "Mette Jensen"})
    assert (look.status_code, value(look, "topic")) == (422, "Mette Jensen")
    assert not Offer.objects.exists()
    bo.post(reverse("offers"), {"topic": "Mette Jensen"} | decided(look))

    assert "Mette" not in Offer.objects.get().topic


def test_an_empty_topic_is_refused_in_words(cast: Cast) -> None:
    answer = signed_in(cast.bo).post(reverse("offers"), {"topic": ""})

    assert answer.status_code == 422
    assert "Skriv et emne." in main(answer)


def test_beside_an_answer_stand_offered_topics_near_the_situation(cast: Cast) -> None:
    shared(cast)
    offer(cast.reader("bo"), "Angst")
    offer(cast.reader("dorte"), "Mentorordninger")
    offer(cast.reader("anna"), "Borgere")
    catch_up()

    answer = ask(signed_in(cast.anna), "En borger med mødeangst tør ikke komme")

    (near,) = page(answer).xpath("//section[@class='near-sparring']")
    assert near.xpath(".//li/a/@href") == [f"{reverse('ask')}?emne=angst"]
    assert "Bo" in near.text_content()
    assert "mødeangst" not in " ".join(near.xpath(".//@href"))


def test_only_a_leader_sees_how_long_questions_wait(cast: Cast) -> None:
    leader = signed_in(add_member(cast.home, person("lise"), Role.LEADER))
    to_bo(cast)

    shown = main(leader.get(reverse("sparring_waiting")))
    assert "For få til at vise" in shown
    assert "Anna" not in shown
    assert reverse("sparring_waiting") in body(leader.get(reverse("sparring")))
    for who in (cast.anna, cast.dorte, cast.gitte, cast.carla):
        assert signed_in(who).get(reverse("sparring_waiting")).status_code == 404
        assert reverse("sparring_waiting") not in body(signed_in(who).get(reverse("sparring")))


def test_what_was_taken_by_another_lies_among_what_is_over(cast: Cast) -> None:
    question = to_topic(cast)
    accept(cast.reader("bo"), question.id)

    shown = page(signed_in(cast.dorte).get(reverse("sparring")))

    assert "Et spørgsmål om »Angst«" in shown.xpath("//details")[-1].text_content()
