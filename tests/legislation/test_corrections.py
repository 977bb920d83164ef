"""How an organisation reads a provision: by name, with a reason, never for others."""

from datetime import date

import pytest

from cast import Cast
from handlerum.legislation.correction_services import NoReason, correct, uncorrect
from handlerum.legislation.models import Correction, Subsection
from handlerum.legislation.queries import section_on
from handlerum.legislation.services import store
from handlerum.legislation.terms import Gives
from handlerum.organisations.access import Denied
from legislation.acts import KEY, edition, newer, stored

DAY = date(2024, 5, 1)


@pytest.fixture
def row(cast: Cast) -> Subsection:
    stored()
    return Subsection.objects.get(section__number="36 a")


def gives(cast: Cast, who: str, day: date = DAY) -> Gives | None:
    return section_on(cast.reader(who), KEY, "36 a", day).provisions[0].gives


def test_the_words_themselves_speak_first(cast: Cast, row: Subsection) -> None:
    assert gives(cast, "bo") == Gives.MUST


def test_a_reading_counts_for_ones_own_organisation_alone(cast: Cast, row: Subsection) -> None:
    correct(cast.reader("anna"), row.id, "discretion", "Vi vælger selv formen.")

    assert gives(cast, "bo") == Gives.DISCRETION
    assert gives(cast, "carla") == Gives.MUST
    (provision,) = section_on(cast.reader("bo"), KEY, "36 a", DAY).provisions
    assert provision.correction is not None
    assert provision.correction.by == cast.anna.user
    assert provision.row.text == "Kommunen skal holde en samtale:"


def test_ones_own_words_can_be_taken_back(cast: Cast, row: Subsection) -> None:
    correct(cast.reader("anna"), row.id, "may", "Sådan gør vi.")
    uncorrect(cast.reader("carla"), row.id)
    assert gives(cast, "bo") == Gives.MAY

    uncorrect(cast.reader("bo"), row.id)

    assert gives(cast, "bo") == Gives.MUST


def test_it_holds_for_a_later_edition_that_says_the_same_and_not_for_one_that_does_not(
    cast: Cast, row: Subsection
) -> None:
    correct(cast.reader("anna"), row.id, "may", "Sådan gør vi.")
    store(newer())
    assert gives(cast, "bo", date(2025, 8, 1)) == Gives.MAY

    other = edition().sections[0]
    changed = type(other)("36 a", other.subsections)
    store(newer(eli="lta/2026/1", signed=date(2026, 1, 1), sections=(changed,)))

    view = section_on(cast.reader("bo"), KEY, "36 a", date(2026, 2, 1))
    assert view.provisions[0].correction is None


@pytest.mark.parametrize("reason", ["", "   ", "x" * 301])
def test_a_reading_without_a_reason_is_refused(cast: Cast, row: Subsection, reason: str) -> None:
    with pytest.raises(NoReason):
        correct(cast.reader("anna"), row.id, "may", reason)
    with pytest.raises(ValueError, match="ingenting"):
        correct(cast.reader("anna"), row.id, "ingenting", "Fordi.")

    assert not Correction.objects.exists()


def test_a_provision_that_is_not_there_cannot_be_read(cast: Cast) -> None:
    with pytest.raises(Denied):
        correct(cast.reader("anna"), 987_654, "may", "Fordi.")
    with pytest.raises(Denied):
        uncorrect(cast.reader("anna"), 987_654)
