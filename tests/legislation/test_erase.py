"""How a person read the law is theirs: handed out, and erased for good."""

from datetime import timedelta

import pytest

from cast import Cast
from handlerum.core.clock import now
from handlerum.legislation.correction_services import correct
from handlerum.legislation.erasure_services import erase_all, everything_of, replay_erasures
from handlerum.legislation.models import Correction, Subsection
from handlerum.trail.models import Entry
from legislation.acts import TITLE, stored


@pytest.fixture
def reading(cast: Cast) -> Correction:
    stored()
    row = Subsection.objects.get(section__number="36 a")
    return correct(cast.reader("anna"), row.id, "may", "Sådan gør vi her.")


def test_it_is_handed_out_in_plain_words(cast: Cast, reading: Correction) -> None:
    (told,) = everything_of(cast.reader("anna"))["readings_of_law"]

    assert told["act"] == TITLE.removeprefix("Bekendtgørelse af ").capitalize()
    assert (told["section"], told["subsection"]) == ("36 a", 1)
    assert (told["gives"], told["reason"]) == ("may", "Sådan gør vi her.")
    assert everything_of(cast.reader("bo")) == {"readings_of_law": []}


def test_it_is_erased_with_a_line_in_the_trail(cast: Cast, reading: Correction) -> None:
    assert erase_all(cast.reader("bo")) == 0
    assert erase_all(cast.reader("carla")) == 0

    assert erase_all(cast.reader("anna")) == 1

    assert not Correction.objects.exists()
    entry = Entry.objects.latest("id")
    assert (entry.verb, entry.thing) == ("erased", "correction")


def test_it_goes_again_when_an_older_database_brings_it_back(
    cast: Cast, reading: Correction
) -> None:
    back = Correction.objects.values().get()
    erase_all(cast.reader("anna"))
    Correction.objects.create(**back)
    Correction.objects.update(at=back["at"] - timedelta(days=1))  # as it stood the day before

    assert replay_erasures() == 1
    assert not Correction.objects.exists()
    assert replay_erasures() == 0


def test_another_one_that_got_the_same_number_stays(cast: Cast, reading: Correction) -> None:
    back = Correction.objects.values().get()
    erase_all(cast.reader("anna"))
    Correction.objects.create(**back)
    Correction.objects.update(at=now() + timedelta(seconds=1))

    assert replay_erasures() == 0
