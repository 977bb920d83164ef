"""Making a team."""

import pytest
from django.db import IntegrityError, transaction

from cast import Cast
from handlerum.organisations.access import Denied
from handlerum.organisations.models import Team
from handlerum.organisations.queries import all_teams, teams_of, those_teams
from handlerum.organisations.services import make_team
from handlerum.trail.models import Entry


def test_an_administrator_makes_a_team_in_their_own_organisation(cast: Cast) -> None:
    team = make_team(cast.reader("gitte"), "  Sygedagpengeteamet ")

    assert (team.organisation_id, str(team)) == (cast.home.id, "Sygedagpengeteamet")
    newest = Entry.objects.order_by("-id")[0]
    assert (newest.verb, newest.thing, newest.thing_id) == ("created", "team", team.id)


@pytest.mark.parametrize("name", ["anna", "dorte"])
def test_nobody_else_makes_teams(cast: Cast, name: str) -> None:
    before = Team.objects.count(), Entry.objects.count()

    with pytest.raises(Denied):
        make_team(cast.reader(name), "Et team")

    assert (Team.objects.count(), Entry.objects.count()) == before


def test_a_name_is_taken_once_in_each_organisation(cast: Cast) -> None:
    make_team(cast.reader("carla"), "Ungeteamet")

    with pytest.raises(IntegrityError), transaction.atomic():
        make_team(cast.reader("gitte"), "Ungeteamet")


def test_teams_stand_in_danish_order(cast: Cast) -> None:
    for name in ("Ældreteamet", "Aabenraateamet", "Østteamet", "Beskæftigelse"):
        make_team(cast.reader("gitte"), name)

    assert [team.name for team in all_teams(cast.reader("anna"))] == [
        "Beskæftigelse",
        "Ungeteamet",
        "Virksomhedsteamet",
        "Ældreteamet",
        "Østteamet",
        "Aabenraateamet",
    ]


def test_a_persons_own_teams_are_told_from_all(cast: Cast) -> None:
    assert teams_of(cast.reader("anna")) == [cast.youth]
    assert teams_of(cast.reader("gitte")) == []
    assert list(those_teams([cast.companies])) == [cast.companies]
