"""The versions of a contribution, and who reads the old ones."""

from cast import Cast, report, shared, telling
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.queries import versions
from handlerum.knowledge.services import contribute, edit, withdraw


def numbers(cast: Cast, name: str, row: Contribution) -> list[int]:
    """Which versions that reader gets, the newest first."""
    return [version.number for version in versions(cast.reader(name), row)]


def test_the_newest_version_comes_first_with_its_source(cast: Cast) -> None:
    row = contribute(cast.reader("anna"), report())
    edit(cast.reader("anna"), row.id, report(title="Ny titel"), version=1)

    newest, first = versions(cast.reader("erik"), row)

    assert (newest.number, first.number) == (2, 1)
    assert newest.source == first.source == row.source
    assert str(newest) == "Ny titel v2"


def test_who_is_let_in_later_does_not_read_what_was_said_before(cast: Cast) -> None:
    row = shared(cast, "anna", audience="team")
    edit(cast.reader("anna"), row.id, telling(audience="organisation"), version=1)

    assert numbers(cast, "erik", row) == [2]
    assert numbers(cast, "bo", row) == [2, 1]
    assert numbers(cast, "carla", row) == []


def test_an_author_reads_every_version_of_their_own(cast: Cast) -> None:
    row = shared(cast, "anna", audience="me")
    edit(cast.reader("anna"), row.id, telling(audience="organisation"), version=1)
    assert numbers(cast, "bo", row) == [2]

    withdraw(cast.reader("anna"), row.id)

    assert numbers(cast, "anna", row) == [2, 1]
    assert numbers(cast, "bo", row) == []
