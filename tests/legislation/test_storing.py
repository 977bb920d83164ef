"""Taking in editions: once, whole, in any order, each in force in its own time."""

from datetime import date

import pytest

from cast import Cast
from handlerum.legislation import services
from handlerum.legislation.models import Act, Edition, Section
from handlerum.legislation.queries import Missing, NotFound, between, edition_on, section_on
from handlerum.legislation.services import Taken, store
from legislation.acts import KEY, edition, newer, stored

BEFORE, FIRST, LATER = date(2023, 1, 1), date(2024, 5, 1), date(2025, 8, 1)


@pytest.mark.django_db
def test_the_same_edition_again_changes_nothing() -> None:
    first = store(edition())
    again = store(edition())

    assert (first.taken, again.taken) == (Taken.NEW, Taken.UNCHANGED)
    assert again.edition.id == first.edition.id
    assert Section.objects.count() == 3


@pytest.mark.django_db
def test_a_mended_text_of_an_edition_takes_the_place_of_the_first_one_whole() -> None:
    store(edition())
    mended = store(edition(sections=edition().sections[:1]))

    assert mended.taken == Taken.CHANGED
    assert list(Section.objects.values_list("number", flat=True)) == ["36"]


@pytest.mark.django_db
def test_what_breaks_in_the_middle_leaves_what_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    store(edition())
    with monkeypatch.context() as broken:
        broken.setattr(services, "_settle", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            store(edition(sections=edition().sections[:1]))
        with pytest.raises(ZeroDivisionError):
            store(newer())

    assert Edition.objects.count() == 1
    assert Section.objects.count() == 3


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
@pytest.mark.django_db
def test_each_edition_is_in_force_until_the_next_whichever_came_first(
    order: tuple[int, int],
) -> None:
    for one in order:
        store([edition(), newer()][one])

    assert Act.objects.count() == 1
    assert edition_on(KEY, FIRST).eli == "lta/2024/280"
    assert edition_on(KEY, LATER).eli == "lta/2025/900"
    with pytest.raises(NotFound) as nothing:
        edition_on(KEY, BEFORE)
    assert nothing.value.missing == Missing.DAY


@pytest.mark.django_db
def test_an_edition_that_says_when_it_ends_ends_then() -> None:
    store(edition(in_force_from=date(2024, 1, 1), in_force_to=date(2024, 12, 31)))

    assert edition_on(KEY, FIRST).eli == "lta/2024/280"
    with pytest.raises(NotFound):
        edition_on(KEY, date(2024, 12, 31))


def test_a_section_is_read_as_it_stood_on_the_day(cast: Cast) -> None:
    stored()
    store(newer())
    reader = cast.reader("anna")

    then = section_on(reader, KEY, "36", FIRST)
    now = section_on(reader, KEY, "36", LATER)

    assert len(then.provisions) == 2
    assert [one.row.text for one in now.provisions] == ["Kommunen kan tilbyde en mentor."]
    assert (now.before, now.after) == ("", "36 a")
    assert [one.eli for one in now.editions] == ["lta/2025/900", "lta/2024/280"]


@pytest.mark.parametrize(
    ("number", "day", "missing"),
    [("40", LATER, Missing.REPEALED), ("99", LATER, Missing.SECTION), ("36", BEFORE, Missing.DAY)],
)
def test_a_section_that_is_not_there_says_why(
    cast: Cast, number: str, day: date, missing: Missing
) -> None:
    stored()
    store(newer())

    with pytest.raises(NotFound) as why:
        section_on(cast.reader("anna"), KEY, number, day)

    assert why.value.missing == missing


@pytest.mark.django_db
def test_what_changed_between_two_editions_is_shown() -> None:
    stored()
    store(newer())

    pieces = between(KEY, "36", "lta/2024/280", "lta/2025/900")

    removed = " ".join(piece.text for piece in pieces if piece.change == "removed")
    assert "efter en konkret vurdering" in removed
    assert {piece.change for piece in between(KEY, "36 a", "lta/2024/280", "lta/2025/900")} == {
        "same"
    }
