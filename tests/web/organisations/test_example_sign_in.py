"""One click signs in as an example person, where that is switched on."""

import pytest
from django.conf import LazySettings
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse

from cast import Cast, person
from handlerum.organisations.models import Membership
from handlerum.organisations.services import add_member, found_organisation
from handlerum.organisations.terms import Role
from web.pages import main, page, words


@pytest.fixture
def karla(cast: Cast) -> Membership:
    """A person of an example organisation."""
    example = found_organisation(slug="proeve", name="Prøvekommunen", is_example=True)
    return add_member(example, person("karla"), Role.LEADER)


def test_one_press_signs_in(karla: Membership) -> None:
    client = Client()
    (where,) = page(client.get(reverse("start"))).xpath("//ul[@class='people-to-be']//@action")

    answer = client.post(where, follow=True)

    assert "Hvad står du med?" in main(answer)
    assert "Karla" in words(answer)
    assert "alt i Eksempelkommunen er skrevet, så du kan prøve." in words(answer)


def test_it_takes_a_press(karla: Membership) -> None:
    client = Client()

    assert client.get(reverse("enter_example", args=[karla.id])).status_code == 405
    assert SESSION_KEY not in client.session


def test_switched_off_it_does_not_exist(karla: Membership, settings: LazySettings) -> None:
    settings.HANDLERUM_EXAMPLE_SIGN_IN = False
    client = Client()

    assert client.post(reverse("enter_example", args=[karla.id])).status_code == 404
    assert SESSION_KEY not in client.session


def test_a_real_person_cannot_be_entered_so(cast: Cast, karla: Membership) -> None:
    client = Client()

    for member in (cast.anna, cast.gitte, cast.carla):
        assert client.post(reverse("enter_example", args=[member.id])).status_code == 404
    assert SESSION_KEY not in client.session


def test_an_example_person_who_left_cannot_be_entered(karla: Membership) -> None:
    Membership.objects.filter(id=karla.id).update(is_active=False)
    client = Client()

    assert client.post(reverse("enter_example", args=[karla.id])).status_code == 404


def test_a_press_forged_by_another_site_is_refused(karla: Membership) -> None:
    client = Client(enforce_csrf_checks=True)

    assert client.post(reverse("enter_example", args=[karla.id])).status_code == 403
    assert SESSION_KEY not in client.session
