"""Changing a colleague's role and teams, and ending their place."""

import pytest

from cast import Cast, person
from handlerum.organisations.access import Denied, reader_of
from handlerum.organisations.models import Membership
from handlerum.organisations.services import LastManager, add_member, change_member, make_team
from handlerum.organisations.terms import Role
from handlerum.trail.models import Entry
from trail.together import together


def stored(member: Membership) -> tuple[str, bool, set[str]]:
    """Role, active, and teams as the tables have them."""
    row = Membership.objects.get(id=member.id)
    return row.role, row.is_active, {team.name for team in row.teams.all()}


def test_a_new_role_and_new_teams_take_the_place_of_the_old(cast: Cast) -> None:
    change_member(
        cast.reader("gitte"), cast.bo.id, role=Role.LEADER, teams=[cast.companies], is_active=True
    )

    assert stored(cast.bo) == ("leader", True, {"Virksomhedsteamet"})
    newest = Entry.objects.order_by("-id")[0]
    assert (newest.verb, newest.thing, newest.thing_id) == ("changed", "membership", cast.bo.id)
    assert newest.actor_id == cast.gitte.user_id


def test_who_leaves_has_no_scope_any_more(cast: Cast) -> None:
    change_member(
        cast.reader("gitte"), cast.bo.id, role=Role.PRACTITIONER, teams=[], is_active=False
    )

    with pytest.raises(Denied):
        reader_of(Membership.objects.get(id=cast.bo.id))
    assert Entry.objects.order_by("-id")[0].verb == "left"


@pytest.mark.parametrize("by", ["anna", "dorte", "carla"])
def test_nobody_but_the_administrator_of_the_same_organisation_changes_people(
    cast: Cast, by: str
) -> None:
    before = stored(cast.bo), Entry.objects.count()

    with pytest.raises(Denied):
        change_member(
            cast.reader(by), cast.bo.id, role=Role.ADMINISTRATOR, teams=[], is_active=True
        )

    assert (stored(cast.bo), Entry.objects.count()) == before


def test_a_team_of_another_organisation_is_denied(cast: Cast) -> None:
    theirs = make_team(cast.reader("carla"), "Udeteamet")

    with pytest.raises(Denied):
        change_member(
            cast.reader("gitte"), cast.bo.id, role=Role.LEADER, teams=[theirs], is_active=True
        )

    assert stored(cast.bo) == ("practitioner", True, {"Ungeteamet"})


@pytest.mark.parametrize(("role", "active"), [(Role.LEADER, True), (Role.ADMINISTRATOR, False)])
def test_the_last_administrator_stays_and_nothing_is_half_changed(
    cast: Cast, role: Role, active: bool
) -> None:
    before = Entry.objects.count()

    with pytest.raises(LastManager):
        change_member(
            cast.reader("gitte"), cast.gitte.id, role=role, teams=[cast.youth], is_active=active
        )

    assert stored(cast.gitte) == ("administrator", True, set())
    assert Entry.objects.count() == before


def test_an_administrator_who_left_does_not_count(cast: Cast) -> None:
    second = add_member(cast.home, person("frida"), Role.ADMINISTRATOR)
    Membership.objects.filter(id=second.id).update(is_active=False)

    with pytest.raises(LastManager):
        change_member(
            cast.reader("gitte"), cast.gitte.id, role=Role.LEADER, teams=[], is_active=True
        )


@pytest.mark.django_db(transaction=True)
def test_two_administrators_who_end_each_other_at_once_leave_one(cast: Cast) -> None:
    frida = add_member(cast.home, person("frida"), Role.ADMINISTRATOR)
    pairs = [(reader_of(cast.gitte), frida), (reader_of(frida), cast.gitte)]

    ended = together(
        *(
            lambda reader=reader, other=other: change_member(
                reader, other.id, role=Role.PRACTITIONER, teams=[], is_active=True
            )
            for reader, other in pairs
        )
    )

    assert sorted(type(end).__name__ for end in ended) == ["LastManager", "NoneType"]
    left = Membership.objects.filter(organisation=cast.home, role=Role.ADMINISTRATOR)
    assert left.count() == 1
