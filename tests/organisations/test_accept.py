"""Using an invitation: once, in time, by one person."""

from datetime import timedelta

import pytest
from django.db import transaction

from cast import Cast, person
from handlerum.core.clock import now
from handlerum.organisations import queries
from handlerum.organisations.access import Denied, reader_of
from handlerum.organisations.models import Invitation, Membership
from handlerum.organisations.queries import invitation_by_token, open_invitations
from handlerum.organisations.services import INVITATION_DAYS, AlreadyMember, accept, invite
from handlerum.organisations.terms import Role
from handlerum.trail.models import Entry
from trail.together import together


def test_who_accepts_becomes_a_member_with_the_role_and_team_offered(cast: Cast) -> None:
    token = invite(cast.reader("dorte"), Role.PRACTITIONER, cast.youth)
    frida = person("frida")

    member = accept(token, frida)

    assert (member.user, member.organisation, member.role) == (frida, cast.home, "practitioner")
    assert reader_of(member).team_ids == {cast.youth.id}
    used = Invitation.objects.get()
    assert (used.accepted_by, used.accepted_at is None) == (frida, False)
    assert Entry.objects.order_by("-id")[0].verb == "joined"


def test_an_invitation_works_once(cast: Cast) -> None:
    token = invite(cast.reader("gitte"), Role.LEADER, None)
    accept(token, person("frida"))
    late = person("hans")

    with pytest.raises(Denied):
        accept(token, late)

    assert not late.memberships.exists()
    assert not open_invitations(cast.reader("gitte")).exists()


def test_an_unknown_secret_opens_nothing(cast: Cast) -> None:
    token = invite(cast.reader("gitte"), Role.LEADER, None)

    for guess in ("", token[:-1], token + "x", Invitation.objects.get().digest):
        with pytest.raises(Denied):
            accept(guess, person(f"frida{len(guess)}"))


@pytest.mark.parametrize(
    ("days", "is_open"), [(INVITATION_DAYS - 1, True), (INVITATION_DAYS, False)]
)
def test_after_two_weeks_an_invitation_is_over(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, days: int, is_open: bool
) -> None:
    token = invite(cast.reader("gitte"), Role.LEADER, None)
    later = now() + timedelta(days=days)
    monkeypatch.setattr(queries, "now", lambda: later)

    assert open_invitations(cast.reader("gitte")).exists() == is_open
    if is_open:
        assert invitation_by_token(token).role == "leader"
    else:
        with pytest.raises(Denied):
            accept(token, person("frida"))


def test_a_member_leaves_the_invitation_open_for_somebody_else(cast: Cast) -> None:
    token = invite(cast.reader("gitte"), Role.LEADER, None)
    before = Entry.objects.count()

    with pytest.raises(AlreadyMember):
        accept(token, cast.bo.user)

    assert Entry.objects.count() == before
    assert invitation_by_token(token).accepted_at is None
    assert accept(token, person("frida")).role == "leader"


def test_a_team_that_is_gone_is_left_out(cast: Cast) -> None:
    token = invite(cast.reader("gitte"), Role.LEADER, cast.companies)
    cast.companies.delete()

    assert reader_of(accept(token, person("frida"))).team_ids == frozenset()


def test_what_follows_may_fail_and_the_invitation_is_whole_again(cast: Cast) -> None:
    token = invite(cast.reader("gitte"), Role.LEADER, None)

    with transaction.atomic():
        accept(token, person("frida"))
        transaction.set_rollback(True)

    assert invitation_by_token(token).accepted_at is None


@pytest.mark.django_db(transaction=True)
def test_of_two_who_accept_at_once_one_comes_in(cast: Cast) -> None:
    token = invite(cast.reader("gitte"), Role.LEADER, None)
    newcomers = [person("frida"), person("hans")]
    before = Membership.objects.count()

    ended = together(*(lambda who=who: accept(token, who) for who in newcomers))

    assert sorted(type(end).__name__ for end in ended) == ["Denied", "Membership"]
    assert Membership.objects.count() == before + 1
