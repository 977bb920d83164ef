"""The start page, before anything is asked."""

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from cast import Cast, person
from handlerum.organisations.services import add_member, found_organisation
from handlerum.organisations.terms import Role
from web.pages import main, page, signed_in, words


def test_a_stranger_is_welcomed_and_led_to_sign_in(db: None) -> None:
    answer = Client().get(reverse("start"))

    assert answer.status_code == 200
    assert "Det, vi ved, når vi skal handle" in main(answer)
    assert page(answer).xpath("//main//a[@href='/konto/log-ind/']")
    assert not page(answer).xpath("//textarea")


def test_a_member_meets_one_large_field_with_its_question(cast: Cast) -> None:
    answer = signed_in(cast.anna).get(reverse("start"))

    (heading,) = page(answer).xpath("//h1/label")
    (field,) = page(answer).xpath("//textarea")
    assert words(heading) == "Hvad står du med?"
    assert heading.get("for") == field.get("id")
    assert "Det, du skriver her, bliver ikke gemt." in main(answer)


def test_templates_help_with_a_citizen_and_with_a_company(cast: Cast) -> None:
    answer = signed_in(cast.anna).get(reverse("start"))

    citizen, company = page(answer).xpath("//details//fieldset")
    assert "Hvad fylder mest?" in words(citizen)
    for question in ("opgaver", "tempoet", "tager imod nye"):
        assert question in words(company)
    assert "Beskriv arbejdsfællesskabet, ikke en bestemt borger." in words(company)


def test_examples_send_a_whole_situation_by_one_press(cast: Cast) -> None:
    anna = signed_in(cast.anna)

    examples = page(anna.get(reverse("start"))).xpath("//ul[@class='examples']//button")

    assert len(examples) >= 3
    for example in examples:
        assert example.get("form") == "situation-form"
        # The empty field comes first, as a browser sends it.
        sent = {"situation": ["", example.get("value")]}
        answer = anna.post(reverse("start"), sent)
        assert answer.status_code == 200
        assert "Det ved vi" in main(answer)


@pytest.mark.parametrize("switched_on", [True, False])
def test_example_people_are_shown_where_one_click_signs_in(
    cast: Cast, settings: LazySettings, switched_on: bool
) -> None:
    settings.HANDLERUM_EXAMPLE_SIGN_IN = switched_on
    example = found_organisation(slug="proeve", name="Prøvekommunen", is_example=True)
    add_member(example, person("karla"), Role.LEADER)

    answer = Client().get(reverse("start"))

    assert ("Prøv det med et klik" in main(answer)) is switched_on
    assert ("Leder" in main(answer)) is switched_on
    assert "Gitte" not in main(answer)


def test_the_page_is_led_through_by_a_skip_link_and_landmarks(cast: Cast) -> None:
    answer = page(signed_in(cast.anna).get(reverse("start")))

    assert words(answer.xpath("//body//a")[0]) == "Til indholdet"
    assert answer.xpath("//body//a")[0].get("href") == "#indhold"
    assert answer.xpath("//main[@id='indhold']")
    assert answer.xpath("//nav[@aria-label='Hovedmenu']//a[@aria-current='page']")
