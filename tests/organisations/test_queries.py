"""Which organisation a person looks at, and who they are found as."""

import pytest

from cast import Cast, person
from handlerum.organisations.access import Denied
from handlerum.organisations.models import Membership, Organisation, User
from handlerum.organisations.queries import (
    colleague,
    example_people,
    example_person,
    membership_in,
    memberships_of,
    organisation_of,
    reader_by_email,
)
from handlerum.organisations.services import add_member, found_organisation
from handlerum.organisations.terms import Role


@pytest.fixture
def both(cast: Cast) -> User:
    """Anna, who also works for an organisation that comes before hers in Danish order."""
    first = found_organisation(slug="foerst", name="Allerførst")
    add_member(first, cast.anna.user, Role.PRACTITIONER)
    add_member(cast.away, cast.anna.user, Role.PRACTITIONER)
    return cast.anna.user


def test_a_persons_organisations_stand_in_danish_order(both: User) -> None:
    names = [membership.organisation.name for membership in memberships_of(both)]

    assert names == ["Allerførst", "Hjemby Kommune", "Udeby Kommune"]


@pytest.mark.parametrize(
    ("slug", "found"),
    [
        ("hjemby", "hjemby"),
        ("udeby", "udeby"),
        (None, "foerst"),
        ("ukendt", "foerst"),
        ("", "foerst"),
    ],
)
def test_the_organisation_asked_for_is_chosen_else_the_first(
    both: User, slug: str | None, found: str
) -> None:
    chosen = membership_in(both, slug)

    assert chosen is not None
    assert chosen.organisation.slug == found


def test_an_organisation_that_a_person_left_is_not_chosen(both: User) -> None:
    both.memberships.filter(organisation__slug="hjemby").update(is_active=False)

    chosen = membership_in(both, "hjemby")

    assert chosen is not None
    assert chosen.organisation.slug == "foerst"


def test_a_person_without_any_place_has_none(cast: Cast) -> None:
    assert membership_in(person("frida"), "hjemby") is None


def test_a_scope_is_found_by_address_and_organisation(cast: Cast) -> None:
    assert reader_by_email(" Anna@TEST.example", "hjemby") == cast.reader("anna")


@pytest.mark.parametrize(
    ("email", "slug"),
    [
        ("anna@test.example", "udeby"),
        ("anna@test.example", "ukendt"),
        ("ukendt@test.example", "hjemby"),
        ("carla@test.example", "hjemby"),
        ("", ""),
    ],
)
def test_a_wrong_address_or_organisation_is_denied(cast: Cast, email: str, slug: str) -> None:
    with pytest.raises(Denied):
        reader_by_email(email, slug)


@pytest.mark.parametrize("model", [Membership, User])
def test_who_is_no_longer_active_is_denied(
    cast: Cast, model: type[Membership] | type[User]
) -> None:
    id_ = cast.anna.id if model is Membership else cast.anna.user_id
    model.objects.filter(id=id_).update(is_active=False)

    with pytest.raises(Denied):
        reader_by_email("anna@test.example", "hjemby")


def test_a_readers_organisation_is_their_own(cast: Cast) -> None:
    assert organisation_of(cast.reader("carla")) == cast.away


def test_a_colleague_is_found_also_after_they_left(cast: Cast) -> None:
    Membership.objects.filter(id=cast.bo.id).update(is_active=False)

    assert colleague(cast.reader("gitte"), cast.bo.id) == cast.bo


def test_only_people_of_an_example_organisation_are_example_people(cast: Cast) -> None:
    assert example_people() == []
    Organisation.objects.filter(id=cast.away.id).update(is_example=True)

    assert example_people() == [cast.carla]
    assert example_person(cast.carla.id) == cast.carla
    with pytest.raises(Denied):
        example_person(cast.anna.id)
