"""The scope that every read starts from."""

import pytest

from cast import Cast
from handlerum.organisations.access import Denied, reader_of


def test_a_readers_scope_is_one_organisation_and_the_persons_own_teams(cast: Cast) -> None:
    reader = reader_of(cast.anna)

    assert (reader.user_id, reader.organisation_id) == (cast.anna.user_id, cast.home.id)
    assert reader.team_ids == {cast.youth.id}


def test_a_person_without_a_team_reads_no_teams(cast: Cast) -> None:
    assert reader_of(cast.gitte).team_ids == frozenset()


def test_the_role_says_who_manages_and_who_invites(cast: Cast) -> None:
    said = {name: cast.reader(name) for name in ("anna", "dorte", "gitte")}

    assert {name: (r.manages, r.invites) for name, r in said.items()} == {
        "anna": (False, False),
        "dorte": (False, True),
        "gitte": (True, True),
    }


def test_a_place_that_has_ended_gives_no_scope(cast: Cast) -> None:
    cast.bo.is_active = False

    with pytest.raises(Denied):
        reader_of(cast.bo)


def test_a_person_whose_sign_in_is_closed_has_no_scope_anywhere(cast: Cast) -> None:
    cast.bo.user.is_active = False

    with pytest.raises(Denied):
        reader_of(cast.bo)
