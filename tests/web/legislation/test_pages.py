"""Pages of legislation: today's and another day's, what changed, and how we read it."""

import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast, shared
from dilemmas.making import asked, safety, trust
from handlerum.dilemmas.services import make
from handlerum.legislation.services import store
from handlerum.search.law import catch_up_law
from legislation.acts import KEY, newer, stored
from web.pages import main, page, signed_in


@pytest.fixture
def anna(cast: Cast) -> Client:
    stored()
    store(newer())
    catch_up_law()
    return signed_in(cast.anna)


def look(client: Client, number: str = "36", **query: str) -> str:
    return main(client.get(reverse("section", args=[KEY, number]), query))


def test_without_any_law_the_page_says_how_to_get_it(cast: Cast) -> None:
    told = main(signed_in(cast.anna).get(reverse("acts")))

    assert "Der er ingen love lagt ind" in told


def test_all_acts_stand_with_the_day_they_are_in_force_from(anna: Client) -> None:
    told = main(anna.get(reverse("acts")))

    assert "Lov om en aktiv beskæftigelsesindsats (LAB)" in told
    assert "2 paragraffer, gælder fra 1. juli 2025" in told


def test_a_search_finds_provisions_and_keeps_what_was_typed(anna: Client) -> None:
    answer = anna.post(reverse("acts"), {"words": "mentor"})

    assert "LAB § 36" in main(answer)
    assert page(answer).xpath("//input[@name='words']/@value") == ["mentor"]


def test_an_act_shows_its_sections_under_their_chapters(anna: Client) -> None:
    told = main(anna.get(reverse("act", args=[KEY])))

    assert "Kapitel 6 Støtte på vejen" in told
    assert "§ 36 a" in told
    assert "§ 40" not in told


def test_a_section_shows_todays_text_with_its_source(anna: Client) -> None:
    told = look(anna)

    assert "Kommunen kan tilbyde en mentor." in told
    assert "Teksten gælder fra 1. juli 2025" in told
    assert "lta/2025/900" in told


def test_the_words_that_decide_are_marked(anna: Client) -> None:
    tree = page(anna.get(reverse("section", args=[KEY, "36"])))

    assert [mark.text for mark in tree.xpath("//mark[@class='gives-may']")] == ["kan"]


def test_another_day_shows_that_days_text(anna: Client) -> None:
    told = look(anna, dato="2024-05-01")

    assert "efter en konkret vurdering" in told
    assert "Sådan gjaldt loven den 1. maj 2024" in told
    assert "til 1. juli 2025" in told


@pytest.mark.parametrize(
    ("number", "day", "told"),
    [
        ("40", "", "Paragraffen gjaldt ikke den"),
        ("99", "", "Den paragraf findes ikke i loven."),
        ("36", "2020-01-01", "Vi har ingen tekst af loven, som gjaldt den 1. januar 2020"),
    ],
)
def test_a_section_that_is_not_there_says_why(
    anna: Client, number: str, day: str, told: str
) -> None:
    answer = anna.get(reverse("section", args=[KEY, number]), {"dato": day} if day else {})

    assert answer.status_code == 404
    assert told in main(answer)


def test_a_day_that_is_none_is_told_of_and_kept(anna: Client) -> None:
    answer = anna.get(reverse("section", args=[KEY, "36"]), {"dato": "i går"})

    assert "Skriv en dato, fx 2024-05-01." in main(answer)
    assert page(answer).xpath("//input[@name='dato']/@value") == ["i går"]


def test_what_changed_from_one_text_to_the_next_is_shown(anna: Client) -> None:
    where = reverse("section_difference", args=[KEY, "36"])
    answer = anna.get(where, {"fra": "lta/2024/280", "til": "lta/2025/900"})

    removed = " ".join(part.text_content() for part in page(answer).xpath("//del"))
    assert "efter en konkret vurdering" in removed
    assert anna.get(where, {"fra": "lta/1/1", "til": "lta/2025/900"}).status_code == 404


def test_what_is_known_in_practice_stands_below(cast: Cast, anna: Client) -> None:
    shared(cast, title="Mentoren kom for sent", text="Efter LAB § 36 fik han en mentor.")

    assert "Mentoren kom for sent" in look(anna)
    assert "Mentoren kom for sent" not in look(signed_in(cast.carla))


def test_a_contribution_leads_to_what_it_cites_and_says_when_it_changed(
    cast: Cast, anna: Client
) -> None:
    row = shared(cast, text="Efter LAB § 36 fik han en mentor.", law_date="2024-05-01")

    answer = anna.get(reverse("contribution", args=[row.id]))

    assert "Loven under dette er ændret siden 1. maj 2024." in main(answer)
    assert page(answer).xpath(f"//a[@href='{reverse('section', args=[KEY, '36'])}']")


def test_a_citation_of_what_is_repealed_or_never_was_says_so(cast: Cast, anna: Client) -> None:
    row = shared(cast, text="Efter LAB § 40 og LAB § 999.", law_date="2024-05-01")

    answer = anna.get(reverse("contribution", args=[row.id]))

    assert "LAB § 40 Paragraffen gælder ikke mere." in main(answer)
    assert "LAB § 999 Den paragraf findes ikke i loven." in main(answer)
    assert not page(answer).xpath("//a[contains(@href, '/999/')]")


def test_dilemmas_that_speak_of_the_section_stand_there(cast: Cast, anna: Client) -> None:
    make(cast.reader("anna"), asked(text="LAB § 36 trækker den ene vej."), [trust(), safety()])

    assert "Skal vi sige alt til arbejdsgiveren?" in look(anna)
    assert "Skal vi sige alt" not in look(signed_in(cast.carla))
