"""Saying what one contribution means for another."""

import pytest

from cast import Cast, drafted, shared
from handlerum.knowledge.models import Link
from handlerum.knowledge.services import link, unlink, withdraw
from handlerum.knowledge.terms import Stance
from handlerum.organisations.access import Denied
from knowledge.stored import Trail, counts


@pytest.mark.parametrize("stance", Stance)
def test_ones_own_contribution_takes_a_stance_to_anothers(cast: Cast, stance: Stance) -> None:
    mine, theirs = shared(cast, "anna"), shared(cast, "bo")
    trail = Trail()

    made = link(cast.reader("anna"), mine.id, theirs.id, stance.value)

    assert (made.origin, made.target, made.stance) == (mine, theirs, stance)
    assert str(made) == f"{mine.id} {stance.value} {theirs.id}"
    assert trail.told == [("linked", "link", made.id)]


def test_linking_again_changes_the_stance(cast: Cast) -> None:
    mine, theirs = shared(cast, "anna"), shared(cast, "bo")
    reader = cast.reader("anna")

    first = link(reader, mine.id, theirs.id, "supports")
    again = link(reader, mine.id, theirs.id, "challenges")

    assert (again.id, Link.objects.get().stance) == (first.id, "challenges")
    assert again.at > first.at, "another stance is news"
    assert link(reader, mine.id, theirs.id, "challenges").at == again.at


def test_each_may_say_something_about_the_other(cast: Cast) -> None:
    one, other = shared(cast, "anna"), shared(cast, "bo")

    link(cast.reader("anna"), one.id, other.id, "challenges")
    link(cast.reader("bo"), other.id, one.id, "nuances")

    assert Link.objects.count() == 2


def test_nothing_is_linked_to_itself(cast: Cast) -> None:
    row = shared(cast)

    with pytest.raises(Denied):
        link(cast.reader("anna"), row.id, row.id, "supports")


def test_a_stance_that_does_not_exist_is_refused(cast: Cast) -> None:
    mine, theirs = shared(cast, "anna"), shared(cast, "bo")
    before = counts()

    with pytest.raises(ValueError, match="opfundet"):
        link(cast.reader("anna"), mine.id, theirs.id, "opfundet")

    assert counts() == before


def test_a_link_goes_out_from_ones_own_to_what_one_may_read(cast: Cast) -> None:
    mine, theirs, hidden = shared(cast, "anna"), shared(cast, "bo"), drafted(cast, "bo")
    before = counts()

    for origin, target in ((theirs, mine), (mine, hidden)):
        with pytest.raises(Denied):
            link(cast.reader("anna"), origin.id, target.id, "supports")
    with pytest.raises(Denied):
        link(cast.reader("anna"), mine.id, 999_999, "supports")

    assert counts() == before


def test_what_was_withdrawn_takes_no_new_links(cast: Cast) -> None:
    mine, theirs = shared(cast, "anna"), shared(cast, "bo")
    withdraw(cast.reader("bo"), theirs.id)

    with pytest.raises(Denied):
        link(cast.reader("anna"), mine.id, theirs.id, "supports")


def test_a_link_is_removed_and_told_of(cast: Cast) -> None:
    mine, theirs = shared(cast, "anna"), shared(cast, "bo")
    made = link(cast.reader("anna"), mine.id, theirs.id, "supports")
    trail = Trail()

    for _again in range(2):
        unlink(cast.reader("anna"), mine.id, theirs.id)

    assert not Link.objects.exists()
    assert trail.told == [("deleted", "link", made.id)]


@pytest.mark.parametrize("by", ["bo", "gitte", "carla"])
def test_nobody_removes_a_link_of_anothers(cast: Cast, by: str) -> None:
    mine, theirs = shared(cast, "anna"), shared(cast, "bo")
    link(cast.reader("anna"), mine.id, theirs.id, "supports")

    with pytest.raises(Denied):
        unlink(cast.reader(by), mine.id, theirs.id)

    assert Link.objects.count() == 1
