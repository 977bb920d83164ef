"""Making a dilemma: two considerations at least, and nothing stored that was not seen."""

import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast, shared
from dilemmas.making import made, rows
from handlerum.dilemmas.models import Consideration, Dilemma, Dismissed
from web.dilemmas.sheets import making
from web.pages import decided, main, page, signed_in, value

PHONE = "21 43 65 87"


@pytest.fixture
def anna(cast: Cast) -> Client:
    return signed_in(cast.anna)


def test_a_dilemma_with_two_considerations_is_made(anna: Client) -> None:
    answer = anna.post(reverse("make_dilemma"), making())

    row = Dilemma.objects.get()
    assert answer["Location"] == reverse("dilemma", args=[row.id])
    names = [side.consideration.name for side in row.sides.all()]
    assert names == ["Retten til at bestemme selv", "En tryg start"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"question": ""}, "Skriv dilemmaet som et spørgsmål."),
        ({"name_1": "", "bearer_1": ""}, "Et dilemma har mindst to hensyn."),
        ({"bearer_1": ""}, "Vælg, hvis hensyn det er."),
        ({"question": "x" * 201}, "Højst 200 tegn."),
        ({"audience": "field"}, "Hvem må læse det?"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    anna: Client, changed: dict[str, str], said: str
) -> None:
    answer = anna.post(reverse("make_dilemma"), making(**changed))

    assert answer.status_code == 422
    assert said in main(answer)
    assert value(answer, "name_0") == "Retten til at bestemme selv"
    assert not Dilemma.objects.exists()


def test_a_problem_stands_at_its_own_row_although_a_row_above_is_empty(anna: Client) -> None:
    sent = making(rows="3", name_0="", bearer_0="", at_stake_0="", name_2="", bearer_2="law")

    answer = anna.post(reverse("make_dilemma"), sent)

    assert page(answer).xpath("//*[@id='id_name_2_error']")
    assert not page(answer).xpath("//*[@id='id_name_1_error']")


def test_one_more_row_is_given_and_nothing_is_stored(anna: Client) -> None:
    answer = anna.post(reverse("make_dilemma"), making(more="1"))

    assert answer.status_code == 200
    assert value(answer, "rows") == "3"
    assert value(answer, "name_1") == "En tryg start"
    assert page(answer).xpath("//input[@name='name_2']")
    assert not page(answer).xpath("//*[@role='alert']")
    assert not Dilemma.objects.exists()


@pytest.mark.parametrize("rows_sent", ["0", "-4", "999", "ni"])
def test_the_number_of_rows_stays_within_what_a_board_holds(anna: Client, rows_sent: str) -> None:
    answer = anna.post(reverse("make_dilemma"), making(rows=rows_sent, more="1"))

    assert 2 <= len(page(answer).xpath("//input[starts-with(@name, 'name_')]")) <= 8


def test_a_consideration_is_used_again(cast: Cast, anna: Client) -> None:
    known = made(cast).sides.all()[0].consideration

    sent = making(reuse_0=str(known.id), name_0="", bearer_0="", at_stake_0="")
    anna.post(reverse("make_dilemma"), sent)

    assert known.sides.count() == 2
    assert Consideration.objects.count() == 3


def test_a_consideration_is_either_chosen_or_written(cast: Cast, anna: Client) -> None:
    known = made(cast).sides.all()[0].consideration
    before = rows()

    answer = anna.post(reverse("make_dilemma"), making(reuse_0=str(known.id)))

    assert answer.status_code == 422
    assert "Ikke begge." in main(answer)
    assert rows() == before


def test_what_another_organisation_wrote_cannot_be_chosen(cast: Cast) -> None:
    known = made(cast).sides.all()[0].consideration
    carla = signed_in(cast.carla)
    before = rows()

    answer = carla.post(reverse("make_dilemma"), making(reuse_0=str(known.id), name_0=""))

    assert answer.status_code == 422
    assert rows() == before


@pytest.mark.parametrize("field", ["question", "text", "name_1", "at_stake_0"])
def test_what_points_to_a_person_is_seen_before_it_is_stored(anna: Client, field: str) -> None:
    sent = making(**{field: f"Ring til {PHONE} først"})
    shown = anna.post(reverse("make_dilemma"), sent)
    assert shown.status_code == 422
    assert not Dilemma.objects.exists()
    assert value(shown, field) == f"Ring til {PHONE} først"

    anna.post(reverse("make_dilemma"), sent | decided(shown))

    assert Dilemma.objects.count() == 1
    assert PHONE not in str(rows())
    assert "[telefonnummer]" in str(rows())


def test_a_suggestion_is_made_a_dilemma_of_and_does_not_come_back(cast: Cast, anna: Client) -> None:
    shared(cast, title="Det gik godt", topics=("fremmøde",), outcome="succeeded")
    shared(cast, title="Det gik skidt", topics=("fremmøde",), outcome="failed")
    (where,) = page(anna.get(reverse("dilemmas"))).xpath("//a[contains(@href, 'forslag=')]/@href")

    assert "Det gik skidt" in main(anna.get(where))
    anna.post(where, making())

    assert Dismissed.objects.count() == 1
    assert "Er der et dilemma her?" not in main(anna.get(reverse("dilemmas")))
