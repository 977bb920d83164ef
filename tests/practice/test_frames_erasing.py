"""Who asks to be forgotten is forgotten, and what others ask for stays."""

import pytest

from cast import Cast
from handlerum.organisations.access import reader_of
from handlerum.organisations.models import Membership
from handlerum.practice.models import FrameJoin, FrameRequest
from handlerum.practice.queries import frames as queries
from handlerum.practice.services import frames as services
from handlerum.practice.services.trial_erasure import erase_all, everything_of, replay_erasures
from practice.trying import asked, lead


@pytest.fixture
def lone(cast: Cast) -> Membership:
    return lead(cast)


def test_a_request_nobody_joined_goes_and_comes_back_with_no_database(
    cast: Cast, lone: Membership
) -> None:
    row = asked(cast, lone)
    back = FrameRequest.objects.filter(id=row.id).values().get()

    assert erase_all(cast.reader("anna")) == 1
    assert not FrameRequest.objects.exists()
    FrameRequest.objects.create(**back)
    FrameRequest.objects.update(created_at=back["created_at"])

    assert replay_erasures() == 1
    assert not FrameRequest.objects.exists()


def test_what_others_ask_for_becomes_theirs(cast: Cast, lone: Membership) -> None:
    row = asked(cast, lone, shows_name=True)
    services.join(cast.reader("bo"), row.id)
    services.join(cast.reader("dorte"), row.id)

    assert erase_all(cast.reader("anna")) == 0
    assert erase_all(cast.reader("dorte")) == 0

    row.refresh_from_db()
    assert (row.owner, row.shows_name) == (cast.bo.user, False)
    assert not FrameJoin.objects.exists()
    assert not any(everything_of(cast.reader("anna")).values())


def test_a_leaders_answer_stays_without_their_name(cast: Cast, lone: Membership) -> None:
    row, leader = asked(cast, lone), reader_of(lone)
    waits = asked(cast, lone, condition="Antallet af sager")
    services.answer(leader, row.id, "partly", "En time om måneden.")
    assert [one["reason"] for one in everything_of(leader)["frame_answers"]] == [
        "En time om måneden."
    ]

    erase_all(leader)

    row.refresh_from_db()
    assert (row.reason, row.answered_by, row.leader) == ("En time om måneden.", None, None)
    assert queries.shown(cast.reader("gitte"), waits.id).may_answer


def test_what_a_person_asked_and_joined_is_handed_out(cast: Cast, lone: Membership) -> None:
    row = asked(cast, lone)
    services.join(cast.reader("bo"), row.id, shows_name=True)

    assert everything_of(cast.reader("anna"))["frame_requests"][0]["condition"] == row.condition
    assert everything_of(cast.reader("bo"))["frame_joins"][0]["request_id"] == row.id
    assert not any(everything_of(cast.reader("carla")).values())
