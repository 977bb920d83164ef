"""Making a person who can sign in."""

import pytest
from django.db import IntegrityError, transaction

from handlerum.organisations.models import User
from handlerum.organisations.queries import person_exists
from handlerum.organisations.services import choose_language, register


@pytest.mark.django_db
def test_an_address_is_kept_in_small_letters_and_a_name_without_spaces_around() -> None:
    user = register(email=" Anna@Test.Example ", name="  Anna Test ", password="korrekt hest")

    assert (user.email, user.name, str(user)) == ("anna@test.example", "Anna Test", "Anna Test")
    assert (user.get_full_name(), user.get_short_name()) == ("Anna Test", "Anna")
    assert person_exists(" ANNA@test.example ")
    assert not person_exists("bo@test.example")


@pytest.mark.django_db
def test_a_password_is_kept_only_as_a_digest() -> None:
    user = register(email="anna@test.example", name="Anna", password="korrekt hest batteri")

    assert user.check_password("korrekt hest batteri")
    assert "korrekt" not in str(User.objects.filter(id=user.id).values())


@pytest.mark.django_db
def test_without_a_password_nobody_signs_in_with_one() -> None:
    user = register(email="anna@test.example", name="Anna", password=None)

    assert not user.has_usable_password()
    assert not user.check_password("")


@pytest.mark.django_db
def test_one_address_is_one_person() -> None:
    register(email="anna@test.example", name="Anna", password=None)

    with pytest.raises(IntegrityError), transaction.atomic():
        register(email="ANNA@test.example", name="En anden", password=None)


@pytest.mark.django_db
def test_the_language_on_screen_is_remembered_with_the_person() -> None:
    user = register(email="anna@test.example", name="Anna", password=None, language="en")
    assert User.objects.get(id=user.id).language == "en"

    choose_language(user, "da")

    assert User.objects.get(id=user.id).language == "da"
