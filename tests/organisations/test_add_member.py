"""Giving a person a place in an organisation."""

import pytest
from django.db import transaction

from cast import Cast, person
from handlerum.organisations.models import Membership
from handlerum.organisations.services import AlreadyMember, add_member
from handlerum.organisations.terms import Role
from handlerum.trail.models import Entry


def test_a_person_joins_with_a_role_and_teams(cast: Cast) -> None:
    member = add_member(cast.home, person("frida"), Role.LEADER, [cast.youth, cast.companies])

    assert (member.role, member.is_active) == ("leader", True)
    assert set(member.teams.all()) == {cast.youth, cast.companies}
    assert str(member) == "Frida · Hjemby Kommune"
    newest = Entry.objects.order_by("-id")[0]
    assert (newest.verb, newest.thing, newest.thing_id) == ("joined", "membership", member.id)


def test_a_member_cannot_join_again(cast: Cast) -> None:
    with pytest.raises(AlreadyMember), transaction.atomic():
        add_member(cast.home, cast.bo.user, Role.ADMINISTRATOR)

    cast.bo.refresh_from_db()
    assert cast.bo.role == Role.PRACTITIONER


def test_who_left_comes_back_to_the_same_place_with_a_new_role_and_new_teams(cast: Cast) -> None:
    Membership.objects.filter(id=cast.bo.id).update(is_active=False, role=Role.ADMINISTRATOR)

    back = add_member(cast.home, cast.bo.user, Role.PRACTITIONER, [cast.companies])

    assert (back.id, back.role, back.is_active) == (cast.bo.id, "practitioner", True)
    assert list(back.teams.all()) == [cast.companies]


def test_a_person_may_belong_to_two_organisations(cast: Cast) -> None:
    away = add_member(cast.away, cast.anna.user, Role.CONSULTANT)

    assert away.organisation_id != cast.anna.organisation_id
