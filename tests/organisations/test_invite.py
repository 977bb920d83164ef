"""Making an invitation."""

import pytest

from cast import Cast
from handlerum.core.clock import now
from handlerum.organisations.access import Denied
from handlerum.organisations.models import Invitation
from handlerum.organisations.queries import open_invitations, roles_to_invite
from handlerum.organisations.secrets import digest
from handlerum.organisations.services import INVITATION_DAYS, invite
from handlerum.organisations.terms import Role
from handlerum.trail.models import Entry


def test_only_a_digest_of_the_secret_is_kept(cast: Cast) -> None:
    token = invite(cast.reader("gitte"), Role.LEADER, cast.youth)

    kept = str(list(Invitation.objects.values())) + str(list(Entry.objects.values()))
    assert len(token) >= 43
    assert token not in kept
    assert Invitation.objects.get().digest == digest(token) != token


def test_two_invitations_have_secrets_of_their_own(cast: Cast) -> None:
    reader = cast.reader("gitte")

    assert invite(reader, Role.LEADER, None) != invite(reader, Role.LEADER, None)


def test_an_invitation_is_open_for_two_weeks_and_on_the_trail(cast: Cast) -> None:
    before = now()
    invite(cast.reader("gitte"), Role.LEADER, None)

    made = Invitation.objects.get()
    assert (made.expires_at - before).days == INVITATION_DAYS == 14
    newest = Entry.objects.order_by("-id")[0]
    assert (newest.verb, newest.thing, newest.thing_id) == ("invited", "invitation", made.id)


def test_a_key_person_invites_a_practitioner_to_their_own_team(cast: Cast) -> None:
    invite(cast.reader("dorte"), Role.PRACTITIONER, cast.youth)

    made = Invitation.objects.get()
    assert (made.team, made.role, made.invited_by) == (cast.youth, "practitioner", cast.dorte.user)


@pytest.mark.parametrize(
    ("name", "role", "team"),
    [
        ("anna", Role.PRACTITIONER, "youth"),
        ("dorte", Role.LEADER, "youth"),
        ("dorte", Role.ADMINISTRATOR, None),
        ("dorte", Role.PRACTITIONER, "companies"),
        ("carla", Role.PRACTITIONER, "youth"),
    ],
)
def test_an_invitation_that_is_not_theirs_to_give_is_denied(
    cast: Cast, name: str, role: Role, team: str | None
) -> None:
    before = Entry.objects.count()

    with pytest.raises(Denied):
        invite(cast.reader(name), role, getattr(cast, team) if team else None)

    assert not Invitation.objects.exists()
    assert Entry.objects.count() == before


def test_the_roles_offered_are_the_roles_that_may_be_given(cast: Cast) -> None:
    assert roles_to_invite(cast.reader("gitte")) == list(Role)
    assert roles_to_invite(cast.reader("dorte")) == [Role.PRACTITIONER]
    assert roles_to_invite(cast.reader("anna")) == []


def test_an_administrator_sees_all_open_invitations_and_others_their_own(cast: Cast) -> None:
    invite(cast.reader("gitte"), Role.LEADER, None)
    invite(cast.reader("dorte"), Role.PRACTITIONER, cast.youth)

    def seen(name: str) -> list[str]:
        return [found.role for found in open_invitations(cast.reader(name))]

    assert seen("gitte") == ["practitioner", "leader"]
    assert seen("dorte") == ["practitioner"]
    assert seen("erik") == seen("carla") == []
