"""A person is forgotten; what others work by stays, without their name."""

import pytest

from cast import Cast, shared
from handlerum.organisations.access import Denied
from handlerum.practice.models import Basis, Look, Note, Practice, PracticeVersion
from handlerum.practice.services.looking import looked
from handlerum.practice.services.making import set_state
from handlerum.practice.services.notes import note
from handlerum.practice.services.practice_erasure import (
    erase,
    erase_all,
    everything_of,
    replay_erasures,
)
from practice.agreed import made, under


def test_what_colleagues_work_by_becomes_an_administrators_without_the_name(cast: Cast) -> None:
    row, anna = made(cast), cast.reader("anna")
    under(cast, row, shared(cast, "bo"))
    looked(anna, row.id, conclusion="Den holder.", next_look=None)
    note(anna, row.id, "doubt", "Er det for stramt?")

    assert erase_all(anna) == 0

    row.refresh_from_db()
    assert row.owner_id == cast.gitte.user_id
    for table in (PracticeVersion, Basis, Look):
        assert [one.by_id for one in table._default_manager.all()] == [None]
    assert not Note.objects.exists()


def test_a_practice_of_a_team_goes_to_somebody_on_it(cast: Cast) -> None:
    row = made(cast, audience="team")

    erase_all(cast.reader("anna"))

    row.refresh_from_db()
    assert row.owner_id == cast.dorte.user_id


def test_what_nobody_else_reads_is_erased_and_stays_so(cast: Cast) -> None:
    row = made(cast, audience="me")
    copy = Practice.objects.filter(id=row.id).values().get()

    assert erase_all(cast.reader("anna")) == 1
    assert not Practice.objects.exists()

    Practice.objects.create(**copy)
    Practice.objects.filter(id=row.id).update(created_at=copy["created_at"])
    assert replay_erasures() == 1
    assert not Practice.objects.exists()


def test_an_owner_erases_what_nobody_works_by(cast: Cast) -> None:
    row = made(cast)
    for name in ("anna", "dorte", "carla"):
        with pytest.raises(Denied):
            erase(cast.reader(name), row.id)
    set_state(cast.reader("anna"), row.id, "retired")

    with pytest.raises(Denied):
        erase(cast.reader("dorte"), row.id)
    erase(cast.reader("anna"), row.id)

    assert not Practice.objects.exists()


def test_everything_of_a_person_is_theirs_alone(cast: Cast) -> None:
    row = made(cast)
    note(cast.reader("bo"), row.id, "doubt", "Bos tvivl.")

    annas, bos = everything_of(cast.reader("anna")), everything_of(cast.reader("bo"))

    assert [one["title"] for one in annas["practices"]] == ["Det første møde"]
    assert [one["number"] for one in annas["practice_versions"]] == [1]
    assert not annas["practice_notes"]
    assert [one["text"] for one in bos["practice_notes"]] == ["Bos tvivl."]
    assert not bos["practices"]
