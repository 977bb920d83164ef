"""No page asks the database more often because there is more to show."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cast import Cast, person, report, shared, telling
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.services import contribute, edit, link
from handlerum.knowledge.terms import Form
from handlerum.organisations.services import add_member, found_organisation, invite, make_team
from handlerum.organisations.terms import Role
from handlerum.search.services import catch_up
from web.pages import ask, signed_in

Look = Callable[[Client], Any]


def counted(client: Client, look: Look) -> int:
    """How many queries a look takes, once everything that is kept between looks is there."""
    assert look(client).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        assert look(client).status_code == 200
    return len(queries)


def tell(cast: Cast, many: int, state: str = "") -> list[Contribution]:
    """So many contributions of every form, with everything that can hang on one."""
    made = []
    for form in Form.values:
        for number in range(many):
            told = report(
                form=form,
                title=f"Bænken {state}{number}",
                text=f"Mødet på bænken {state}{number}.",
                topics=(f"emne {state}{number}",),
            )
            made.append(contribute(cast.reader("anna"), told))
    catch_up()
    return made


@pytest.mark.parametrize(
    ("what", "look"),
    [
        ("the answer", lambda client: ask(client, "mødet på bænken", limit="12")),
        ("the browse page", lambda client: client.get(reverse("browse"))),
        ("the filtered page", lambda client: client.get(reverse("browse"), {"way": "reports"})),
        ("my page", lambda client: client.get(reverse("mine"))),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_more_contributions_take_no_more_queries(cast: Cast, what: str, look: Look) -> None:
    anna = signed_in(cast.anna)
    tell(cast, 1)
    few = counted(anna, look)

    tell(cast, 4, "flere ")

    assert counted(anna, look) == few, what


def test_more_connections_take_no_more_queries(cast: Cast) -> None:
    bo = signed_in(cast.bo)
    row = shared(cast, "anna")
    where = reverse("contribution", args=[row.id])

    def connect(many: int) -> int:
        for number in range(many):
            for stance in ("supports", "challenges"):
                answer = contribute(cast.reader("anna"), report(title=f"Svar {number}"))
                link(cast.reader("anna"), answer.id, row.id, stance)
                link(cast.reader("anna"), row.id, answer.id, stance)
        return counted(bo, lambda client: client.get(where))

    assert connect(1) == connect(5)


def test_more_versions_take_no_more_queries(cast: Cast) -> None:
    anna = signed_in(cast.anna)
    row = contribute(cast.reader("anna"), report())
    where = reverse("history", args=[row.id])

    def change(many: int) -> int:
        for number in range(many):
            version = Contribution.objects.get(id=row.id).version
            source = report().source
            told = report(text=f"Ændret {version}.{number}", source=source)
            edit(cast.reader("anna"), row.id, told, version=version)
        return counted(anna, lambda client: client.get(where))

    assert change(1) == change(5)


def test_more_people_teams_and_invitations_take_no_more_queries(cast: Cast) -> None:
    gitte = signed_in(cast.gitte)
    manager = cast.reader("gitte")

    def grow(many: int, state: str) -> int:
        for number in range(many):
            team = make_team(manager, f"Hold {state}{number}")
            newcomer = person(f"ny{state}{number}")
            add_member(cast.home, newcomer, Role.PRACTITIONER, [team, cast.youth])
            invite(manager, Role.LEADER, team)
        return counted(gitte, lambda client: client.get(reverse("people")))

    assert grow(1, "a") == grow(5, "b")


def test_more_organisations_take_no_more_queries(cast: Cast) -> None:
    anna = signed_in(cast.anna)

    def join(many: int, state: str) -> int:
        for number in range(many):
            slug = f"by-{state}{number}"
            add_member(found_organisation(slug=slug, name=slug), cast.anna.user, Role.LEADER)
        return counted(anna, lambda client: client.get(reverse("start")))

    assert join(1, "a") == join(5, "b")


def test_a_longer_situation_takes_no_more_queries(cast: Cast) -> None:
    anna = signed_in(cast.anna)
    contribute(cast.reader("anna"), telling())
    catch_up()

    short = counted(anna, lambda client: ask(client, "bænken"))
    long = counted(anna, lambda client: ask(client, "bænken møde kanal dør vej " * 150))

    assert short == long
