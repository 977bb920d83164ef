"""Teams change: who comes and goes, and teams that end."""

import pytest

from cast import Cast, shared, telling
from handlerum.knowledge.access import readable, visible
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.problems import Refused
from handlerum.knowledge.services import edit, telling_of
from handlerum.organisations.access import Denied, reader_of
from handlerum.organisations.models import Membership, Team
from handlerum.organisations.services import change_member
from handlerum.organisations.terms import Role


def move(cast: Cast, member: Membership, *teams: Team) -> None:
    """The administrator puts a colleague in these teams alone."""
    role = Role(member.role)
    change_member(cast.reader("gitte"), member.id, role=role, teams=list(teams), is_active=True)


def test_who_leaves_a_team_no_longer_reads_what_is_the_teams(cast: Cast) -> None:
    row = shared(cast, "anna", audience="team")
    assert readable(cast.reader("bo"), row.id) == row

    move(cast, cast.bo)

    with pytest.raises(Denied):
        readable(reader_of(cast.bo), row.id)


def test_who_joins_a_team_reads_what_is_the_teams(cast: Cast) -> None:
    row = shared(cast, "anna", audience="team")

    move(cast, cast.erik, cast.companies, cast.youth)

    assert readable(reader_of(cast.erik), row.id) == row


def test_an_author_who_left_the_team_keeps_their_own(cast: Cast) -> None:
    row = shared(cast, "anna", audience="team")

    move(cast, cast.anna, cast.companies)

    assert list(visible(reader_of(cast.anna))) == [row]
    with pytest.raises(Refused):
        edit(reader_of(cast.anna), row.id, telling_of(row), version=1)


def test_what_a_team_shared_is_its_authors_alone_when_the_team_is_gone(cast: Cast) -> None:
    row = shared(cast, "anna", audience="team")

    cast.youth.delete()

    assert readable(reader_of(cast.anna), row.id) == row
    for name in ("bo", "dorte", "gitte", "carla"):
        with pytest.raises(Denied):
            readable(cast.reader(name), row.id)
        with pytest.raises(Denied):
            readable(reader_of(getattr(cast, name)), row.id)


def test_an_edit_asks_again_for_an_audience_when_the_team_is_gone(cast: Cast) -> None:
    row = shared(cast, "anna", audience="team")
    cast.youth.delete()
    row = Contribution.objects.get(id=row.id)
    reader = reader_of(cast.anna)

    with pytest.raises(Refused) as refused:
        edit(reader, row.id, telling_of(row), version=1)

    assert [(p.field, p.code.value) for p in refused.value.problems] == [
        ("audience", "team_not_yours")
    ]
    assert edit(reader, row.id, telling(), version=1).audience == "organisation"
