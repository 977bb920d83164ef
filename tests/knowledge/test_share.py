"""Sharing a draft, and sharing again what was withdrawn."""

import pytest

from cast import Cast, drafted, shared
from handlerum.knowledge.access import readable
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.problems import Refused
from handlerum.knowledge.services import share, withdraw
from handlerum.organisations.access import Denied
from handlerum.organisations.services import change_member
from handlerum.organisations.terms import Role
from knowledge.stored import Trail, counts


def test_a_draft_that_is_shared_gets_its_first_version(cast: Cast) -> None:
    row = drafted(cast)
    trail = Trail()

    share(cast.reader("anna"), row.id)

    assert readable(cast.reader("erik"), row.id).version == 1
    assert trail.told == [("shared", "contribution", row.id)]


def test_sharing_twice_is_sharing_once(cast: Cast) -> None:
    row = shared(cast)
    before = counts()

    assert share(cast.reader("anna"), row.id).version == 1

    assert counts() == before


def test_what_was_withdrawn_is_shared_again_with_a_new_version(cast: Cast) -> None:
    row = shared(cast)
    withdraw(cast.reader("anna"), row.id)
    trail = Trail()

    again = share(cast.reader("anna"), row.id)

    assert (again.state, again.version) == ("shared", 2)
    assert again.shared_at == row.shared_at
    assert [version.number for version in again.versions.all()] == [2, 1]
    assert trail.told == [("shared", "contribution", row.id)]


def test_an_incomplete_draft_stays_a_draft(cast: Cast) -> None:
    row = drafted(cast, outcome="")
    before = counts()

    with pytest.raises(Refused) as refused:
        share(cast.reader("anna"), row.id)

    assert [p.field for p in refused.value.problems] == ["outcome"]
    assert Contribution.objects.get(id=row.id).state == "draft"
    assert counts() == before


def test_a_draft_for_a_team_that_its_author_left_asks_for_another_audience(cast: Cast) -> None:
    row = drafted(cast, "bo", audience="team", team_id=cast.youth.id)
    change_member(
        cast.reader("gitte"), cast.bo.id, role=Role.PRACTITIONER, teams=[], is_active=True
    )

    with pytest.raises(Refused) as refused:
        share(cast.reader("bo"), row.id)

    assert [(p.field, p.code.value) for p in refused.value.problems] == [
        ("audience", "team_not_yours")
    ]


@pytest.mark.parametrize("by", ["bo", "gitte", "carla"])
def test_nobody_shares_what_is_anothers(cast: Cast, by: str) -> None:
    row = drafted(cast, "anna")
    before = counts()

    with pytest.raises(Denied):
        share(cast.reader(by), row.id)

    assert counts() == before
    assert Contribution.objects.get(id=row.id).state == "draft"
