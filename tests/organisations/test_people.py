"""Colleagues, in Danish order."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cast import Cast
from handlerum.organisations.access import Reader
from handlerum.organisations.models import Membership
from handlerum.organisations.queries import people
from handlerum.organisations.services import add_member, register
from handlerum.organisations.terms import Role


def join(cast: Cast, *names: str) -> None:
    """More colleagues in Anna's organisation, in her team."""
    for name in names:
        user = register(email=f"{name.lower()}@x.example", name=name, password=None)
        add_member(cast.home, user, Role.PRACTITIONER, [cast.youth])


def test_colleagues_stand_in_danish_order_and_who_left_comes_last(cast: Cast) -> None:
    join(cast, "Åse", "Aage", "Øjvind", "Ægir", "Zenia")
    Membership.objects.filter(id=cast.anna.id).update(is_active=False)

    assert [member.user.name for member in people(cast.reader("erik"))] == [
        "Bo",
        "Dorte",
        "Erik",
        "Gitte",
        "Zenia",
        "Ægir",
        "Øjvind",
        "Aage",
        "Åse",
        "Anna",
    ]


def queries(reader: Reader) -> int:
    """How many questions the list asks, teams and names included."""
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert all([member.user.name, list(member.teams.all())] for member in people(reader))
    return len(asked)


@pytest.mark.django_db
def test_the_list_asks_the_database_no_more_for_thirty_than_for_three(cast: Cast) -> None:
    reader = cast.reader("anna")
    few = queries(reader)
    join(cast, *(f"Person{number}" for number in range(30)))

    assert queries(reader) == few
