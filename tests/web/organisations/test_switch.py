"""Look at another of one's organisations."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast, person, shared
from handlerum.knowledge.models import Contribution
from handlerum.organisations.models import User
from handlerum.organisations.services import add_member, change_member
from handlerum.organisations.terms import Role
from web.pages import body, contribute, main, page, signed_in, told, words


@pytest.fixture
def helle(cast: Cast) -> User:
    """A consultant who belongs to both organisations."""
    user = person("helle")
    add_member(cast.home, user, Role.CONSULTANT)
    add_member(cast.away, user, Role.ADMINISTRATOR)
    return user


def switch(client: Client, slug: str) -> int:
    """Press the button that switches."""
    return client.post(reverse("switch_organisation"), {"organisation": slug}).status_code


def test_the_other_organisation_is_offered_and_everything_follows(cast: Cast, helle: User) -> None:
    shared(cast, "anna", title="Fra Hjemby")
    shared(cast, "carla", title="Fra Udeby")
    client = signed_in(helle)
    assert "Skift til Udeby Kommune" in words(client.get(reverse("start")))

    assert switch(client, "udeby") == 302

    assert "Skift til Hjemby Kommune" in words(client.get(reverse("start")))
    assert "Fra Udeby" in main(client.get(reverse("browse")))
    assert "Fra Hjemby" not in main(client.get(reverse("browse")))
    assert "Carla" in main(client.get(reverse("people")))


def test_what_is_told_lands_in_the_organisation_looked_at(cast: Cast, helle: User) -> None:
    client = signed_in(helle)
    switch(client, "udeby")

    contribute(client, "own_experience", told())

    assert Contribution.objects.get().organisation == cast.away


def test_the_role_is_the_one_held_there(cast: Cast, helle: User) -> None:
    client = signed_in(helle)
    assert not page(client.get(reverse("people"))).xpath("//select[@name='role']")

    switch(client, "udeby")

    assert page(client.get(reverse("people"))).xpath("//select[@name='role']")


@pytest.mark.parametrize("slug", ["udeby", "findes-ikke", "", "hjemby\0"])
def test_an_organisation_of_others_is_not_found(cast: Cast, slug: str) -> None:
    anna = signed_in(cast.anna)

    answer = anna.post(reverse("switch_organisation"), {"organisation": slug})

    assert answer.status_code == 404
    assert "Udeby" not in body(answer)
    assert "Hjemby Kommune" in main(anna.get(reverse("people")))


def test_a_place_that_ended_falls_back_to_the_other(cast: Cast, helle: User) -> None:
    client = signed_in(helle)
    switch(client, "udeby")
    place = helle.memberships.get(organisation=cast.away)

    change_member(cast.reader("carla"), place.id, role=Role.PRACTITIONER, teams=[], is_active=False)

    answer = client.get(reverse("people"))
    assert "Hjemby Kommune" in main(answer)
    assert "Skift til" not in words(answer)
    assert switch(client, "udeby") == 404


def test_the_dates_of_both_are_danish(cast: Cast, helle: User) -> None:
    row = shared(cast, "anna", law_date=date(2026, 3, 2))

    assert "2. marts 2026" in main(signed_in(helle).get(reverse("contribution", args=[row.id])))
