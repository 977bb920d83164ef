"""Carla, administrator elsewhere, knows every id. She reads, changes and counts nothing."""

from collections.abc import Callable

import pytest

from cast import Cast, report, shared, telling
from handlerum.knowledge import access, queries, services
from handlerum.knowledge.models import Contribution
from handlerum.organisations.access import Denied, Reader
from knowledge.stored import TABLES

Attempt = Callable[[Reader, Contribution, Contribution], object]
ATTEMPTS: dict[str, Attempt] = {
    "read": lambda carla, row, own: access.readable(carla, row.id),
    "own": lambda carla, row, own: access.own(carla, row.id),
    "share": lambda carla, row, own: services.share(carla, row.id),
    "edit": lambda carla, row, own: services.edit(carla, row.id, telling(), version=1),
    "withdraw": lambda carla, row, own: services.withdraw(carla, row.id),
    "discard": lambda carla, row, own: services.discard(carla, row.id),
    "link from": lambda carla, row, own: services.link(carla, row.id, own.id, "supports"),
    "link to": lambda carla, row, own: services.link(carla, own.id, row.id, "supports"),
    "unlink": lambda carla, row, own: services.unlink(carla, row.id, own.id),
    "answer": lambda carla, row, own: services.contribute(
        carla, telling(), answers=(row.id, "supports")
    ),
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_every_attempt_is_denied_and_changes_nothing(cast: Cast, attempt: str) -> None:
    row, own = shared(cast, "anna"), shared(cast, "carla")
    before = [list(table.objects.order_by("id").values()) for table in TABLES]

    with pytest.raises(Denied):
        ATTEMPTS[attempt](cast.reader("carla"), row, own)

    assert [list(table.objects.order_by("id").values()) for table in TABLES] == before


def test_what_is_not_hers_and_what_does_not_exist_are_denied_alike(cast: Cast) -> None:
    row = shared(cast, "anna")

    said = []
    for id_ in (row.id, 999_999):
        with pytest.raises(Denied) as denied:
            access.readable(cast.reader("carla"), id_)
        said.append(str(denied.value))

    assert said == ["", ""]


def test_every_list_is_empty(cast: Cast) -> None:
    row = services.contribute(cast.reader("anna"), report())
    services.link(cast.reader("bo"), shared(cast, "bo").id, row.id, "supports")
    carla = cast.reader("carla")

    assert not queries.browse(carla, queries.Wanted()).exists()
    assert queries.by_ids(carla, [row.id]) == {}
    assert not any(queries.mine(carla).values())
    assert queries.topics(carla) == []
    assert queries.versions(carla, row) == []
    assert not queries.connections(carla, row)
    assert queries.linkable(carla, row) == []
    assert set(queries.count_by_form(carla).values()) == {0}
    assert queries.existing_import_keys(cast.away.id, ["x"]) == set()
