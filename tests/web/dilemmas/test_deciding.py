"""What could be done, the test of a false dilemma, the choice with its residue, the state."""

import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast
from dilemmas.making import chosen, made, rows, with_options
from handlerum.dilemmas.models import Choice, Consequence, Dilemma, FalseTest, Option
from handlerum.dilemmas.services import tell_consequence
from web.dilemmas.sheets import answers, picking
from web.pages import decided, main, page, signed_in, value

PHONE = "21 43 65 87"


@pytest.fixture
def row(cast: Cast) -> Dilemma:
    return made(cast)


@pytest.fixture
def anna(cast: Cast) -> Client:
    return signed_in(cast.anna)


def look(client: Client, row: Dilemma) -> str:
    return main(client.get(reverse("dilemma", args=[row.id])))


def owed(row: Dilemma) -> int:
    return row.sides.all()[1].consideration_id


def test_a_reader_proposes_an_option(cast: Cast, row: Dilemma) -> None:
    bo = signed_in(cast.bo)
    assert "Find mindst tre muligheder" in look(bo, row)

    bo.post(reverse("add_option", args=[row.id]), {"text": "Lad hende selv ringe."})

    assert "Lad hende selv ringe." in look(bo, row)


def test_a_consequence_is_told_for_each_party_and_taken_back(
    cast: Cast, row: Dilemma, anna: Client
) -> None:
    (option,) = with_options(cast, row, 1)
    where = reverse("consequence", args=[option.id])
    assert "Hvad betyder det for Borgeren? Arbejdsgiveren?" in look(anna, row)

    anna.post(where, {"bearer": "citizen", "text": "Hun bestemmer selv."})
    assert "Borgeren Hun bestemmer selv." in look(anna, row)
    shown = anna.get(where, {"for": "citizen"})
    assert value(shown, "text") == "Hun bestemmer selv."
    anna.post(where, {"bearer": "citizen", "text": ""})

    assert not Consequence.objects.exists()


def test_somebody_elses_consequence_is_not_written_over(cast: Cast, row: Dilemma) -> None:
    (option,) = with_options(cast, row, 1)
    tell_consequence(cast.reader("dorte"), option.id, "citizen", "Det er trygt.")

    answer = signed_in(cast.bo).post(
        reverse("consequence", args=[option.id]), {"bearer": "citizen", "text": "Det er svært."}
    )

    assert answer.status_code == 422
    assert "En anden har skrevet det." in main(answer)
    assert Consequence.objects.get().text == "Det er trygt."


def test_an_option_is_removed_unless_it_was_chosen(cast: Cast, row: Dilemma, anna: Client) -> None:
    taken = chosen(cast, row).option
    other = row.options.exclude(id=taken.id)[0]

    anna.post(reverse("remove_option", args=[other.id]))
    answer = anna.post(reverse("remove_option", args=[taken.id]), follow=True)

    assert "Muligheden er valgt og bliver stående" in main(answer)
    assert set(Option.objects.values_list("id", flat=True)) >= {taken.id}
    assert not Option.objects.filter(id=other.id).exists()


def test_the_test_of_a_false_dilemma_is_offered_first_and_shown_when_answered(
    row: Dilemma, anna: Client
) -> None:
    where = reverse("test_dilemma", args=[row.id])
    assert "Prøv det først" in look(anna, row)

    anna.post(where, answers(text="Vi mangler lægens svar."))

    told = look(anna, row)
    assert "Det er et ægte dilemma. Vi mangler lægens svar." in told
    assert "Et ja er en grund til at tale om det en gang til." in told
    assert value(anna.get(where), "text") == "Vi mangler lægens svar."


def test_every_question_of_the_test_wants_an_answer(row: Dilemma, anna: Client) -> None:
    answer = anna.post(reverse("test_dilemma", args=[row.id]), answers(in_turn="", verdict=""))

    assert answer.status_code == 422
    assert "Vælg, hvad I når frem til." in main(answer)
    assert page(answer).xpath("//*[@id='id_in_turn_error']")
    assert not FalseTest.objects.exists()


def test_a_choice_tells_why_and_what_is_still_owed(cast: Cast, row: Dilemma, anna: Client) -> None:
    option = with_options(cast, row)[0]

    anna.post(reverse("choose_option", args=[row.id]), picking(option.id, owed(row)))

    told = look(anna, row)
    assert "Fordi Hun skal selv kunne fortælle det." in told
    assert "Det skylder vi stadig: En tryg start på arbejdet Et opkald" in told
    row.refresh_from_db()
    assert row.state == "open"


def test_fewer_than_three_options_want_a_written_why(
    cast: Cast, row: Dilemma, anna: Client
) -> None:
    (option,) = with_options(cast, row, 1)
    where, sent = reverse("choose_option", args=[row.id]), picking(option.id, owed(row))

    refused = anna.post(where, sent)
    assert refused.status_code == 422
    assert page(refused).xpath("//*[@id='id_why_fewer_error']")
    assert not Choice.objects.exists()
    anna.post(where, sent | {"why_fewer": "Loven giver kun den ene."})

    assert "Loven giver kun den ene." in look(anna, row)


@pytest.mark.parametrize("missing", ["option", "reasons", "owed_to", "residue"])
def test_a_choice_without_one_of_its_parts_is_not_kept(
    cast: Cast, row: Dilemma, anna: Client, missing: str
) -> None:
    option = with_options(cast, row)[0]

    answer = anna.post(
        reverse("choose_option", args=[row.id]), picking(option.id, owed(row), **{missing: ""})
    )

    assert answer.status_code == 422
    assert page(answer).xpath(f"//*[@id='id_{missing}_error']")
    assert not Choice.objects.exists()


def test_without_options_the_page_says_what_comes_first(row: Dilemma, anna: Client) -> None:
    told = main(anna.get(reverse("choose_option", args=[row.id])))

    assert "Her er ingen muligheder at vælge imellem endnu." in told


def test_earlier_choices_stand_below_the_newest(cast: Cast, row: Dilemma, anna: Client) -> None:
    first = chosen(cast, row)
    second = row.options.exclude(id=first.option_id)[0]

    anna.post(reverse("choose_option", args=[row.id]), picking(second.id, owed(row)))

    told = look(anna, row)
    assert told.index(second.text, told.index("Valget")) < told.index("Tidligere valg")
    assert told.index("Tidligere valg") < told.rindex(first.option.text)


@pytest.mark.parametrize("name", ["add_option", "consequence", "test_dilemma", "choose_option"])
def test_what_points_to_a_person_is_seen_before_it_is_stored(
    cast: Cast, row: Dilemma, anna: Client, name: str
) -> None:
    option = with_options(cast, row)[0]
    said = f"Ring til {PHONE}."
    sent, thing = {
        "add_option": ({"text": said}, row.id),
        "consequence": ({"bearer": "citizen", "text": said}, option.id),
        "test_dilemma": (answers(text=said), row.id),
        "choose_option": (picking(option.id, owed(row), reasons=said), row.id),
    }[name]
    where, before = reverse(name, args=[thing]), rows()

    shown = anna.post(where, sent)
    assert shown.status_code == 422
    assert rows() == before
    assert anna.post(where, sent | decided(shown)).status_code == 302

    assert PHONE not in str(rows())
    assert "[telefonnummer]" in str(rows())


def test_the_owner_says_where_the_dilemma_is(row: Dilemma, anna: Client) -> None:
    where = reverse("dilemma_state", args=[row.id])

    anna.post(where, {"state": "lived_with"})
    assert "Vi lever med det" in look(anna, row)
    anna.post(where, {"state": "ukendt"})

    row.refresh_from_db()
    assert row.state == "lived_with"
