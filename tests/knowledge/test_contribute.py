"""Storing a telling and sharing it at once."""

import pytest

from cast import Cast, drafted, report, shared, telling
from handlerum.knowledge.models import CONTENT_FIELDS
from handlerum.knowledge.problems import Refused
from handlerum.knowledge.services import contribute
from handlerum.organisations.access import Denied
from knowledge.stored import Trail, counts


def test_what_is_contributed_is_shared_with_its_first_version(cast: Cast) -> None:
    trail = Trail()
    row = contribute(cast.reader("anna"), report())

    assert (row.state, row.version) == ("shared", 1)
    assert row.shared_at is not None
    first = row.versions.get()
    assert (first.number, first.note) == (1, "")
    assert all(getattr(first, name) == getattr(row, name) for name in CONTENT_FIELDS)
    assert trail.told == [
        ("created", "contribution", row.id),
        ("shared", "contribution", row.id),
    ]


def test_an_incomplete_telling_is_neither_shared_nor_kept(cast: Cast) -> None:
    before = counts()

    with pytest.raises(Refused):
        contribute(cast.reader("anna"), telling(outcome="", topics=("nyt",)))

    assert counts() == before


def test_what_answers_another_is_linked_in_the_same_step(cast: Cast) -> None:
    target = shared(cast, "bo")

    row = contribute(cast.reader("anna"), telling(), answers=(target.id, "challenges"))

    assert list(row.links_out.values_list("target_id", "stance")) == [(target.id, "challenges")]


@pytest.mark.parametrize("by", ["anna", "carla"])
def test_what_answers_something_hidden_is_not_kept(cast: Cast, by: str) -> None:
    hidden = drafted(cast, "bo") if by == "anna" else shared(cast, "bo")
    before = counts()

    with pytest.raises(Denied):
        contribute(cast.reader(by), telling(), answers=(hidden.id, "supports"))

    assert counts() == before


def test_an_audience_of_another_team_is_refused(cast: Cast) -> None:
    before = counts()

    with pytest.raises(Refused):
        contribute(cast.reader("anna"), telling(audience="team", team_id=cast.companies.id))

    assert counts() == before


def test_an_example_is_marked_as_one(cast: Cast) -> None:
    assert contribute(cast.reader("anna"), telling(), is_example=True).is_example
    assert not contribute(cast.reader("anna"), telling()).is_example
