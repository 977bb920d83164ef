"""The trail is written with what it tells of, and holds ids and fixed words only."""

import pytest
from django.db import models, transaction

from cast import Cast, drafted
from handlerum.organisations.services import make_team
from handlerum.trail.models import Entry
from handlerum.trail.queries import newest
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb


def tell(*things: int) -> None:
    record(Verb.EDITED, Thing.CONTRIBUTION, *things, organisation_id=7, actor_id=3)


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_recorded() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        tell(1)

    assert newest() == 0


@pytest.mark.django_db
def test_an_entry_says_who_did_what_to_which_thing() -> None:
    tell(11, 12)

    rows = Entry.objects.values_list("verb", "thing", "thing_id", "organisation_id", "actor_id")
    assert list(rows) == [
        ("edited", "contribution", 11, 7, 3),
        ("edited", "contribution", 12, 7, 3),
    ]


def test_the_table_has_no_place_for_text() -> None:
    """Numbers, a time, and words from the two fixed lists: nothing else fits in."""
    numbers = (models.BigIntegerField, models.BigAutoField, models.DateTimeField)
    words = [field for field in Entry._meta.get_fields() if not isinstance(field, numbers)]

    assert [(field.name, field.choices) for field in words] == [
        ("verb", Verb.choices),
        ("thing", Thing.choices),
    ]


def test_what_a_person_writes_never_reaches_the_trail(cast: Cast) -> None:
    drafted(cast, title="Et særligt ord: kornblomst", text="kornblomst")
    make_team(cast.reader("gitte"), "Kornblomst")

    assert "kornblomst" not in str(list(Entry.objects.values())).lower()


def test_what_is_rolled_back_leaves_no_entry(cast: Cast) -> None:
    before = newest()

    with transaction.atomic():
        drafted(cast)
        assert newest() > before
        transaction.set_rollback(True)

    assert newest() == before


def test_an_entry_reads_as_a_line(cast: Cast) -> None:
    row = drafted(cast)

    entry = Entry.objects.order_by("-id")[0]
    assert str(entry) == f"{entry.id} created contribution {row.id}"
