"""Deleting a draft that was never shared."""

import pytest

from cast import Cast, drafted, shared
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.services import discard, link, withdraw
from handlerum.organisations.access import Denied
from knowledge.stored import Trail, counts


def test_a_draft_and_what_it_said_about_others_is_deleted(cast: Cast) -> None:
    row, other = drafted(cast), shared(cast, "bo")
    link(cast.reader("anna"), row.id, other.id, "supports")
    trail = Trail()

    discard(cast.reader("anna"), row.id)

    assert list(Contribution.objects.all()) == [other]
    assert not other.links_in.exists()
    assert trail.told == [("deleted", "contribution", row.id)]


@pytest.mark.parametrize("state", ["shared", "withdrawn"])
def test_what_was_once_shared_is_not_deleted(cast: Cast, state: str) -> None:
    row = shared(cast)
    if state == "withdrawn":
        withdraw(cast.reader("anna"), row.id)
    before = counts()

    with pytest.raises(Denied):
        discard(cast.reader("anna"), row.id)

    assert counts() == before


@pytest.mark.parametrize("by", ["bo", "gitte", "carla"])
def test_nobody_deletes_what_is_anothers(cast: Cast, by: str) -> None:
    row = drafted(cast)

    with pytest.raises(Denied):
        discard(cast.reader(by), row.id)

    assert Contribution.objects.filter(id=row.id).exists()
