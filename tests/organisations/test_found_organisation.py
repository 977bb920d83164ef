"""Making an organisation."""

import pytest
from django.db import IntegrityError, transaction

from handlerum.organisations.models import Organisation
from handlerum.organisations.queries import anybody
from handlerum.organisations.services import found_organisation
from handlerum.trail.models import Entry


@pytest.mark.django_db
def test_a_new_organisation_is_empty_and_on_the_trail() -> None:
    assert not anybody()

    made = found_organisation(slug="hjemby", name="Hjemby Kommune")

    assert anybody()
    assert not made.is_example
    assert str(made) == "Hjemby Kommune"
    assert list(Entry.objects.values_list("verb", "thing", "thing_id")) == [
        ("created", "organisation", made.id)
    ]


@pytest.mark.django_db
def test_a_short_name_is_taken_once() -> None:
    found_organisation(slug="hjemby", name="Hjemby Kommune")

    with pytest.raises(IntegrityError), transaction.atomic():
        found_organisation(slug="hjemby", name="En anden")

    assert Organisation.objects.count() == Entry.objects.count() == 1
