"""Carla looks after people in another organisation. Of Anna's she sees and changes nothing."""

from collections.abc import Callable

import pytest

from cast import Cast
from handlerum.organisations import queries, services
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.models import Invitation, Membership, Team
from handlerum.organisations.terms import Role
from handlerum.trail.models import Entry

ATTEMPTS: dict[str, Callable[[Reader, Cast], object]] = {
    "change": lambda carla, cast: services.change_member(
        carla, cast.bo.id, role=Role.LEADER, teams=[], is_active=False
    ),
    "take a team": lambda carla, cast: services.change_member(
        carla, cast.carla.id, role=Role.ADMINISTRATOR, teams=[cast.youth], is_active=True
    ),
    "invite to a team": lambda carla, cast: services.invite(carla, Role.LEADER, cast.youth),
    "revoke": lambda carla, cast: services.revoke(carla, Invitation.objects.get().id),
    "look up a colleague": lambda carla, cast: queries.colleague(carla, cast.bo.id),
    "read as a member": lambda carla, cast: queries.reader_by_email("carla@test.example", "hjemby"),
}


def everything() -> list[list[dict[str, object]]]:
    """Every row of the room, to see that nothing moved."""
    tables = (Membership, Team, Invitation, Membership.teams.through, Entry)
    return [list(table.objects.order_by("id").values()) for table in tables]


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_every_attempt_is_denied_and_changes_nothing(cast: Cast, attempt: str) -> None:
    services.invite(cast.reader("gitte"), Role.LEADER, cast.youth)
    before = everything()

    with pytest.raises(Denied):
        ATTEMPTS[attempt](cast.reader("carla"), cast)

    assert everything() == before


def test_every_list_holds_only_her_own(cast: Cast) -> None:
    services.invite(cast.reader("gitte"), Role.LEADER, None)
    carla = cast.reader("carla")

    assert queries.people(carla) == [cast.carla]
    assert queries.all_teams(carla) == queries.teams_of(carla) == []
    assert list(queries.open_invitations(carla)) == []
    assert queries.organisation_of(carla) == cast.away
    assert queries.memberships_of(cast.carla.user) == [cast.carla]
    chosen = queries.membership_in(cast.carla.user, "hjemby")
    assert chosen == cast.carla


def test_a_team_she_makes_is_in_her_own_organisation(cast: Cast) -> None:
    team = services.make_team(cast.reader("carla"), "Ungeteamet")

    assert team.organisation_id == cast.away.id
    assert team not in queries.all_teams(cast.reader("gitte"))
