"""Changing one's own contribution."""

import pytest

from cast import Cast, drafted, shared, telling
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.problems import Refused
from handlerum.knowledge.services import Stale, edit, withdraw
from handlerum.organisations.access import Denied
from knowledge.stored import Trail, counts


def test_a_shared_contribution_gets_a_new_version_with_its_note(cast: Cast) -> None:
    row = shared(cast)
    trail = Trail()

    changed = edit(
        cast.reader("anna"), row.id, telling(title="En ny titel"), version=1, note=" Kortere "
    )

    assert (changed.version, changed.title) == (2, "En ny titel")
    newest, first = changed.versions.all()
    assert (newest.number, newest.title, newest.note) == (2, "En ny titel", "Kortere")
    assert (first.number, first.title) == (1, row.title)
    assert trail.told == [("edited", "contribution", row.id)]


def test_a_version_never_changes(cast: Cast) -> None:
    row = shared(cast)
    before = list(row.versions.values())

    for number in (1, 2, 3):
        edit(cast.reader("anna"), row.id, telling(title=f"Titel {number}"), version=number)

    assert list(row.versions.filter(number=1).values()) == before
    assert [version.number for version in row.versions.all()] == [4, 3, 2, 1]


def test_a_draft_is_changed_in_place(cast: Cast) -> None:
    row = drafted(cast)
    trail = Trail()

    changed = edit(cast.reader("anna"), row.id, telling(title="En ny titel"), version=0)

    assert (changed.title, changed.version, changed.state) == ("En ny titel", 0, "draft")
    assert not changed.versions.exists()
    assert trail.told == [("edited", "contribution", row.id)]


def test_what_was_withdrawn_is_changed_in_place(cast: Cast) -> None:
    row = shared(cast)
    withdraw(cast.reader("anna"), row.id)

    changed = edit(cast.reader("anna"), row.id, telling(title="", text="Kun tekst"), version=1)

    assert (changed.version, changed.state, changed.versions.count()) == (1, "withdrawn", 1)


def test_saving_without_a_change_makes_no_version(cast: Cast) -> None:
    row = shared(cast, topics=("uro", "angst", "ærlighed"))

    unchanged = telling(topics=("ærlighed", "Angst", " uro "))
    assert edit(cast.reader("anna"), row.id, unchanged, version=1).version == 1


@pytest.mark.parametrize("version", [0, 1, 3, -1])
def test_a_change_to_another_version_than_the_newest_is_stale(cast: Cast, version: int) -> None:
    row = shared(cast)
    edit(cast.reader("anna"), row.id, telling(title="Anden"), version=1)
    before = counts()

    with pytest.raises(Stale):
        edit(cast.reader("anna"), row.id, telling(title="Tredje"), version=version)

    assert Contribution.objects.get(id=row.id).title == "Anden"
    assert counts() == before


def test_what_is_shared_must_stay_complete(cast: Cast) -> None:
    row = shared(cast)
    before = counts()

    with pytest.raises(Refused):
        edit(cast.reader("anna"), row.id, telling(text=" ", topics=("nyt",)), version=1)

    stored = Contribution.objects.get(id=row.id)
    assert (stored.text, stored.version) == (row.text, 1)
    assert counts() == before


@pytest.mark.parametrize("state", ["draft", "shared", "withdrawn"])
def test_nobody_changes_what_is_anothers(cast: Cast, state: str) -> None:
    row = drafted(cast) if state == "draft" else shared(cast)
    if state == "withdrawn":
        withdraw(cast.reader("anna"), row.id)

    for by in ("bo", "gitte", "carla"):
        with pytest.raises(Denied):
            edit(cast.reader(by), row.id, telling(title="Kapret"), version=row.version)
    assert Contribution.objects.get(id=row.id).title == row.title


def test_a_new_audience_takes_effect_at_once(cast: Cast) -> None:
    row = shared(cast, audience="organisation")
    new = telling(audience="team", team_id=cast.youth.id)

    changed = edit(cast.reader("anna"), row.id, new, version=1)

    assert (changed.audience, changed.team, changed.version) == ("team", cast.youth, 2)
