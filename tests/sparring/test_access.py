"""A question is for the one who asked and those who were asked, and for no role besides."""

import pytest

from cast import Cast
from handlerum.organisations.access import Denied, reader_of
from handlerum.organisations.models import Membership
from handlerum.organisations.services import add_member
from handlerum.organisations.terms import Role
from handlerum.sparring.access import between, own, readable
from handlerum.sparring.queries import listed, opened, waiting_count
from handlerum.sparring.services import accept, decline, propose_times, write
from sparring.talks import to_bo, to_topic
from sparring.test_talking import ahead


@pytest.mark.parametrize("name", ["dorte", "erik", "gitte", "carla"])
def test_who_was_not_asked_sees_nothing(cast: Cast, name: str) -> None:
    question = to_bo(cast)
    reader = cast.reader(name)

    for look in (readable, own, between, opened):
        with pytest.raises(Denied):
            look(reader, question.id)
    assert not any([*listed(reader).waiting, *listed(reader).asked, *listed(reader).over])
    assert waiting_count(reader) == 0


def test_a_leader_reads_no_question_of_others(cast: Cast) -> None:
    Membership.objects.filter(id=cast.gitte.id).update(role=Role.LEADER)

    with pytest.raises(Denied):
        opened(cast.reader("gitte"), to_bo(cast).id)


def test_the_same_person_sees_nothing_of_it_in_another_organisation(cast: Cast) -> None:
    question = to_bo(cast)
    elsewhere = reader_of(add_member(cast.away, cast.bo.user, Role.LEADER))

    with pytest.raises(Denied):
        readable(elsewhere, question.id)
    assert waiting_count(elsewhere) == 0


def test_times_and_replies_are_for_the_two_alone(cast: Cast) -> None:
    question = to_topic(cast)
    write(cast.reader("anna"), question.id, "Det haster ikke.")
    assert not opened(cast.reader("dorte"), question.id).replies

    propose_times(cast.reader("bo"), question.id, ahead(24))

    assert opened(cast.reader("anna"), question.id).times
    assert opened(cast.reader("bo"), question.id).replies
    assert not opened(cast.reader("dorte"), question.id).times


def test_each_list_has_what_it_says(cast: Cast) -> None:
    waiting, taken, declined = to_bo(cast), to_topic(cast), to_bo(cast)
    mine = to_topic(cast, "anna", by="bo")
    held = to_bo(cast)
    write(cast.reader("bo"), held.id, "Øv det først.")
    accept(cast.reader("dorte"), taken.id)
    decline(cast.reader("bo"), declined.id)

    found = listed(cast.reader("bo"))

    assert [one.question for one in found.waiting] == [waiting]
    assert [one.question for one in found.mine] == [mine]
    assert [one.question for one in found.asked] == [held]
    assert {one.question for one in found.over} == {taken, declined}
    assert waiting_count(cast.reader("bo")) == 1
