"""Which role may do what."""

import pytest

from handlerum.organisations.rules import may_invite, may_manage
from handlerum.organisations.terms import Role


@pytest.mark.parametrize("role", Role)
def test_only_an_administrator_looks_after_people(role: Role) -> None:
    assert may_manage(role) == (role == Role.ADMINISTRATOR)


@pytest.mark.parametrize("invited", Role)
def test_an_administrator_invites_anybody(invited: Role) -> None:
    assert may_invite(Role.ADMINISTRATOR, invited)


@pytest.mark.parametrize("role", [Role.KEY_PERSON, Role.LEADER])
@pytest.mark.parametrize("invited", Role)
def test_key_persons_and_leaders_invite_practitioners_alone(role: Role, invited: Role) -> None:
    assert may_invite(role, invited) == (invited == Role.PRACTITIONER)


@pytest.mark.parametrize("role", [Role.PRACTITIONER, Role.CONSULTANT, "opfundet", ""])
@pytest.mark.parametrize("invited", Role)
def test_nobody_else_invites(role: str, invited: Role) -> None:
    assert not may_invite(role, invited)
