"""The balanced answer: five lanes side by side, silence shown as silence."""

import re
from collections import Counter
from itertools import accumulate
from typing import Any

import pytest
from django.http import HttpResponse
from django.utils.translation import override

from cast import Cast, report, shared, telling
from handlerum.knowledge.services import contribute
from handlerum.knowledge.terms import Form
from handlerum.search.services import catch_up
from web.pages import HTMX, Element, ask, links, page, signed_in, words

SITUATION = "Borgeren har angst og bliver væk fra mødet"
FORMS = {form.value: str(form.label) for form in Form}


#: What tells the contributions apart, so that none is taken for another one told again.
TOLD = (
    "Telefonen ringede hver torsdag, indtil hun selv begyndte at svare på beskeder.",
    "En frivillig fulgte med i bussen og ventede udenfor med kaffe og avis.",
    "Lægen skrev brevet om, og sproget blev til at forstå for hele familien.",
    "Vi byttede rum, tændte lampen og lod døren stå på klem under samtalen.",
    "Mentoren foreslog svømmehallen, fordi vandet gav ro til at tale om fremtiden.",
)


def about_anxiety(cast: Cast, form: str, number: int, **changed: Any) -> None:
    """A contribution of that form that fits the situation."""
    made = telling if form in ("experience", "narrative") else report
    text = f"Da borgeren blev væk fra mødet, handlede det om angst. {TOLD[number]}"
    changed = {"learned": "", **changed}
    title = f"Angst før mødet {form} {number}"
    contribute(cast.reader("anna"), made(form=form, title=title, text=text, **changed))


def one_of(response: HttpResponse, css: str) -> list[Element]:
    """Parts of the page with a class."""
    return list(page(response).xpath(f"//*[contains(concat(' ', @class, ' '), ' {css} ')]"))


def lane_of(card: Element) -> int:
    """Which lane a card stands in, from the left."""
    (found,) = re.findall(r"lane-(\d+)", card.get("class"))
    return int(found)


def form_of(card: Element) -> str:
    """Which form a card belongs to."""
    (found,) = re.findall(r"form-(\w+)", card.get("class"))
    return str(found)


def test_five_lanes_are_there_when_nothing_is_known(cast: Cast) -> None:
    answer = ask(signed_in(cast.anna), SITUATION)

    assert answer.status_code == 200
    assert {words(head) for head in one_of(answer, "lane-head")} == set(FORMS.values())
    silent = one_of(answer, "silent")
    assert {form_of(card) for card in silent} == set(FORMS)
    assert sorted(lane_of(card) for card in silent) == [1, 2, 3, 4, 5]
    assert all("Tavs" in words(card) for card in silent)
    assert all("Her er endnu ingen bidrag i denne form." in words(card) for card in silent)


def test_a_silent_form_says_how_much_was_searched_and_invites(cast: Cast) -> None:
    shared(cast, title="Lageret", text="Truckførerne tager imod hver mandag.", learned="")
    shared(cast, title="Kantinen", text="Tempoet er roligt om formiddagen.", learned="")
    about_anxiety(cast, "research", 1)
    catch_up()

    answer = ask(signed_in(cast.anna), SITUATION)

    silent = {form_of(card): card for card in one_of(answer, "silent")}
    assert set(silent) == set(FORMS) - {"research"}
    assert "Vi så 2 bidrag igennem. Ingen af dem passer." in words(silent["experience"])
    (invitation,) = silent["experience"].xpath(".//a/@href")
    assert invitation == "/bidrag/nyt/?form=experience"


def test_no_form_is_filled_to_make_up_for_a_silent_one(cast: Cast) -> None:
    for number in range(5):
        about_anxiety(cast, "experience", number)
    about_anxiety(cast, "theory", 1)
    catch_up()

    answer = ask(signed_in(cast.anna), SITUATION)

    given = Counter(form_of(card) for card in one_of(answer, "card") if "row-" in card.get("class"))
    assert given["experience"] == 3
    assert given["theory"] == 1
    assert len(one_of(answer, "silent")) == 3


def test_the_order_is_even_in_every_beginning_of_the_list(cast: Cast) -> None:
    supply = {"experience": 3, "statistics": 3, "research": 2, "theory": 1}
    for form, many in supply.items():
        for number in range(many):
            about_anxiety(cast, form, number)
    catch_up()

    answer = ask(signed_in(cast.anna), SITUATION)

    cards = [card for card in one_of(answer, "card") if "silent" not in card.get("class")]
    forms = [form_of(card) for card in cards]
    assert Counter(forms) == supply
    for given in accumulate(([form] for form in forms), lambda before, one: before + one):
        counted = Counter(given)
        for one, other in ((a, b) for a in supply for b in supply):
            may_give_more = counted[other] < supply[other]
            assert not may_give_more or counted[one] - counted[other] <= 1


def test_the_same_form_stands_in_the_same_lane_as_its_heading(cast: Cast) -> None:
    for form in FORMS:
        about_anxiety(cast, form, 1)
    catch_up()

    answer = ask(signed_in(cast.anna), SITUATION)

    lanes = {lane_of(head): form_of(head) for head in one_of(answer, "lane-head")}
    cards = {lane_of(card): form_of(card) for card in one_of(answer, "card")}
    assert cards == lanes
    assert sorted(lanes) == [1, 2, 3, 4, 5]


def test_asking_for_more_keeps_the_order_of_the_forms(cast: Cast) -> None:
    for form in FORMS:
        for number in range(4):
            about_anxiety(cast, form, number)
    catch_up()
    anna = signed_in(cast.anna)

    first = ask(anna, SITUATION)
    (more,) = one_of(first, "more")
    sent = {field.name: field.value for field in more.xpath(".//input")}
    ask(anna, SITUATION)  # somebody else asks in between, and the turns go on
    again = anna.post(more.get("action"), sent)

    assert [words(h) for h in one_of(first, "lane-head")] == [
        words(h) for h in one_of(again, "lane-head")
    ]


def test_words_that_matched_are_marked(cast: Cast) -> None:
    shared(cast, title="Angsten før mødet", text="Han havde angst, når borgeren blev væk.")
    catch_up()

    answer = ask(signed_in(cast.anna), SITUATION)

    marked = {words(mark).lower() for mark in page(answer).xpath("//mark")}
    assert {"angsten", "angst", "mødet", "borgeren"} <= marked
    assert "han" not in marked


def test_a_card_tells_where_it_comes_from(cast: Cast) -> None:
    about_anxiety(cast, "experience", 1, context="Efter tre samtaler")
    about_anxiety(cast, "research", 1)
    catch_up()

    answer = ask(signed_in(cast.anna), SITUATION)

    cards = {form_of(card): words(card) for card in one_of(answer, "card")}
    assert "Erfaring" in cards["experience"]
    assert "Mislykkedes" in cards["experience"]
    assert "Egen erfaring · Praktiker" in cards["experience"]
    assert "Efter tre samtaler" in cards["experience"]
    assert "Forskning" in cards["research"]
    assert "Læst eller hørt · Forsker" in cards["research"]
    assert "En rapport (2022)" in cards["research"]
    assert "https://x.example/1" in links(answer)


def test_more_of_every_form_can_be_asked_for(cast: Cast) -> None:
    for number in range(5):
        about_anxiety(cast, "experience", number)
    catch_up()
    anna = signed_in(cast.anna)

    few = ask(anna, SITUATION)
    (more,) = one_of(few, "more")
    sent = {field.name: field.value for field in more.xpath(".//input")}
    many = anna.post(more.get("action"), sent)

    assert sent["situation"] == SITUATION
    assert len(one_of(few, "row-3")) == 1
    assert not one_of(few, "row-4")
    assert len(one_of(many, "row-5")) == 1
    assert not one_of(many, "more")


def test_an_htmx_request_gets_the_answer_alone(cast: Cast) -> None:
    anna = signed_in(cast.anna)

    piece, whole = ask(anna, SITUATION, headers=HTMX), ask(anna, SITUATION)

    assert piece.status_code == 200
    assert "<html" not in piece.content.decode()
    assert "<textarea" not in piece.content.decode()
    assert [words(h) for h in one_of(piece, "lane-head")] == [
        words(h) for h in one_of(whole, "lane-head")
    ]


def test_the_whole_page_keeps_the_situation_in_its_field(cast: Cast) -> None:
    answer = ask(signed_in(cast.anna), SITUATION)

    (field,) = page(answer).xpath("//textarea[@name='situation']")
    assert field.text.strip() == SITUATION


def test_the_small_questions_are_put_together(cast: Cast) -> None:
    about_anxiety(cast, "experience", 1)
    catch_up()

    answer = ask(signed_in(cast.anna), "", citizen_now="Han bliver væk", citizen_weighs="Angst")

    assert "Angst før mødet experience 1" in words(answer)
    (guided,) = page(answer).xpath("//details[@class='guided']")
    assert guided.get("open") is not None


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_answer_is_the_same_in_both_languages(cast: Cast, language: str) -> None:
    about_anxiety(cast, "narrative", 1)
    catch_up()
    cast.anna.user.language = language
    cast.anna.user.save()

    answer = ask(signed_in(cast.anna), SITUATION)

    with override(language):
        heads = {str(form.label) for form in Form}
    assert {words(head) for head in one_of(answer, "lane-head")} == heads
    assert "Angst før mødet narrative 1" in words(answer)
