"""Who may read a contribution."""

import pytest

from cast import Cast, drafted, shared
from handlerum.knowledge.access import readable, visible
from handlerum.knowledge.services import withdraw
from handlerum.organisations.access import Denied


def test_what_is_shared_with_a_team_is_for_that_team_alone(cast: Cast) -> None:
    row = shared(cast, "anna", audience="team")

    assert readable(cast.reader("bo"), row.id) == row
    for outsider in ("erik", "gitte", "carla"):
        with pytest.raises(Denied):
            readable(cast.reader(outsider), row.id)


@pytest.mark.parametrize("outsider", ["bo", "gitte", "carla"])
def test_a_draft_is_for_its_author_alone(cast: Cast, outsider: str) -> None:
    row = drafted(cast, "anna")

    assert readable(cast.reader("anna"), row.id) == row
    with pytest.raises(Denied):
        readable(cast.reader(outsider), row.id)


def test_carla_sees_nothing_of_another_organisation(cast: Cast) -> None:
    shared(cast, "anna")

    assert not visible(cast.reader("carla")).exists()


def test_what_was_withdrawn_is_for_its_author_alone(cast: Cast) -> None:
    row = shared(cast, "anna")
    withdraw(cast.reader("anna"), row.id)

    assert readable(cast.reader("anna"), row.id) == row
    with pytest.raises(Denied):
        readable(cast.reader("bo"), row.id)
