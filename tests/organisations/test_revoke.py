"""Taking an invitation back."""

import pytest

from cast import Cast, person
from handlerum.organisations.access import Denied
from handlerum.organisations.models import Invitation
from handlerum.organisations.queries import open_invitations
from handlerum.organisations.services import accept, invite, revoke
from handlerum.organisations.terms import Role
from handlerum.trail.models import Entry
from trail.together import together


def invited(cast: Cast, by: str) -> tuple[str, int]:
    """A fresh invitation: its secret and its id."""
    token = invite(cast.reader(by), Role.PRACTITIONER, cast.youth)
    return token, Invitation.objects.order_by("-id")[0].id


@pytest.mark.parametrize("by", ["dorte", "gitte"])
def test_who_invited_and_the_administrator_may_take_it_back(cast: Cast, by: str) -> None:
    token, id_ = invited(cast, "dorte")

    revoke(cast.reader(by), id_)

    with pytest.raises(Denied):
        accept(token, person("frida"))
    assert not open_invitations(cast.reader("gitte")).exists()
    newest = Entry.objects.order_by("-id")[0]
    assert (newest.verb, newest.thing, newest.thing_id) == ("withdrew", "invitation", id_)


@pytest.mark.parametrize("by", ["anna", "dorte", "carla"])
def test_nobody_else_takes_it_back(cast: Cast, by: str) -> None:
    token, id_ = invited(cast, "gitte")

    with pytest.raises(Denied):
        revoke(cast.reader(by), id_)

    assert accept(token, person("frida")).is_active


def test_what_was_used_cannot_be_taken_back(cast: Cast) -> None:
    token, id_ = invited(cast, "gitte")
    accept(token, person("frida"))

    with pytest.raises(Denied):
        revoke(cast.reader("gitte"), id_)


def test_an_invitation_that_does_not_exist_is_denied(cast: Cast) -> None:
    with pytest.raises(Denied):
        revoke(cast.reader("gitte"), 999_999)


@pytest.mark.django_db(transaction=True)
def test_an_invitation_taken_back_while_it_is_used_is_one_or_the_other(cast: Cast) -> None:
    token, id_ = invited(cast, "gitte")
    frida = person("frida")

    taken_back, came_in = together(
        lambda: revoke(cast.reader("gitte"), id_), lambda: accept(token, frida)
    )

    assert isinstance(taken_back, Denied) != isinstance(came_in, Denied)
    assert frida.memberships.exists() == (not isinstance(came_in, Denied))
