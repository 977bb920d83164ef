"""Taking back what was shared."""

import pytest

from cast import Cast, drafted, shared
from handlerum.knowledge.access import readable
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.queries import documents
from handlerum.knowledge.services import withdraw
from handlerum.organisations.access import Denied
from knowledge.stored import Trail, counts


def test_what_was_withdrawn_is_gone_for_everybody_else_and_whole_for_its_author(
    cast: Cast,
) -> None:
    row = shared(cast)
    trail = Trail()

    withdraw(cast.reader("anna"), row.id)

    kept = readable(cast.reader("anna"), row.id)
    assert (kept.state, kept.text, kept.versions.count()) == ("withdrawn", row.text, 1)
    for other in ("bo", "gitte", "carla"):
        with pytest.raises(Denied):
            readable(cast.reader(other), row.id)
    assert documents([row.id]) == {}
    assert trail.told == [("withdrew", "contribution", row.id)]


def test_withdrawing_twice_or_withdrawing_a_draft_changes_nothing(cast: Cast) -> None:
    row, unshared = shared(cast), drafted(cast)
    withdraw(cast.reader("anna"), row.id)
    before = counts()

    for id_ in (row.id, unshared.id):
        withdraw(cast.reader("anna"), id_)

    assert counts() == before
    assert Contribution.objects.get(id=unshared.id).state == "draft"


@pytest.mark.parametrize("by", ["bo", "gitte", "carla"])
def test_nobody_withdraws_what_is_anothers(cast: Cast, by: str) -> None:
    row = shared(cast)

    with pytest.raises(Denied):
        withdraw(cast.reader(by), row.id)

    assert Contribution.objects.get(id=row.id).state == "shared"
