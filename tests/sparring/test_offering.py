"""People say themselves what they like to spar on."""

import pytest

from cast import Cast
from handlerum.organisations.access import Denied
from handlerum.organisations.models import Membership
from handlerum.sparring.models import Offer
from handlerum.sparring.problems import Refused
from handlerum.sparring.queries import offers_of, opened, topics
from handlerum.sparring.services import accept, decline, offer, take_back
from sparring.talks import asked_of, fresh, rows, to_bo, to_topic


def test_colleagues_see_who_offers_what_and_one_spelling_of_it(cast: Cast) -> None:
    offer(cast.reader("dorte"), "Angst  og uro")
    offer(cast.reader("bo"), "angst og uro")
    offer(cast.reader("erik"), "Mentor")

    found = topics(cast.reader("anna"))

    assert [(topic.name, topic.people) for topic in found] == [
        ("Angst og uro", ("Bo", "Dorte")),
        ("Mentor", ("Erik",)),
    ]
    assert [topic.name for topic in topics(cast.reader("erik"))] == ["Angst og uro"]
    assert topics(cast.reader("carla")) == []


def test_offering_twice_offers_once(cast: Cast) -> None:
    first, second = offer(cast.reader("bo"), "Mentor"), offer(cast.reader("bo"), " MENTOR ")

    assert first == second
    assert [row.topic for row in offers_of(cast.reader("bo"))] == ["Mentor"]


@pytest.mark.parametrize("topic", ["", "  ", "x" * 61, "Sagen 010203-1234"])
def test_a_topic_that_cannot_be_is_refused(cast: Cast, topic: str) -> None:
    before = rows()

    with pytest.raises(Refused, match="topic:"):
        offer(cast.reader("bo"), topic)
    assert rows() == before


def test_nobody_offers_everything(cast: Cast) -> None:
    for number in range(20):
        offer(cast.reader("bo"), f"Emne {number}")

    with pytest.raises(Refused, match="topic:too_many"):
        offer(cast.reader("bo"), "Et til")


def test_who_offers_later_is_asked_too_while_nobody_has_it(cast: Cast) -> None:
    question, taken = to_topic(cast, "bo"), to_topic(cast)
    accept(cast.reader("dorte"), taken.id)
    for name in ("bo", "dorte"):
        decline(cast.reader(name), question.id)
    assert fresh(question).turn == "asker"

    offer(cast.reader("erik"), "ANGST")

    assert asked_of(question) == {cast.erik.user_id}
    assert fresh(question).turn == "asked"
    assert cast.erik.user_id not in asked_of(taken)


def test_who_takes_an_offer_back_is_no_longer_asked(cast: Cast) -> None:
    question, named = to_topic(cast), to_bo(cast)

    take_back(cast.reader("bo"), Offer.objects.get(user=cast.bo.user).id)

    with pytest.raises(Denied):
        opened(cast.reader("bo"), question.id)
    assert asked_of(question) == {cast.dorte.user_id}
    assert asked_of(named) == {cast.bo.user_id}


def test_who_has_it_keeps_it_when_they_take_the_offer_back(cast: Cast) -> None:
    question = to_topic(cast)
    accept(cast.reader("bo"), question.id)

    take_back(cast.reader("bo"), Offer.objects.get(user=cast.bo.user).id)

    assert opened(cast.reader("bo"), question.id).listed.holds


def test_when_the_last_takes_it_back_the_asker_is_told(cast: Cast) -> None:
    question = to_topic(cast, "bo")

    take_back(cast.reader("bo"), Offer.objects.get().id)

    assert opened(cast.reader("anna"), question.id).nobody_can
    assert opened(cast.reader("anna"), question.id).waits


def test_nobody_takes_back_the_offer_of_another(cast: Cast) -> None:
    row = offer(cast.reader("bo"), "Mentor")

    for name in ("anna", "gitte", "carla"):
        with pytest.raises(Denied):
            take_back(cast.reader(name), row.id)


def test_what_somebody_offered_goes_with_them_when_they_stop(cast: Cast) -> None:
    offer(cast.reader("bo"), "Mentor")

    Membership.objects.filter(id=cast.bo.id).update(is_active=False)

    assert topics(cast.reader("anna")) == []
