"""The page of the overview."""

from typing import Any

from django.test import Client
from django.urls import reverse

from cast import Cast, shared
from dilemmas.making import made as dilemma
from insight.telling import tried
from practice.agreed import made as practice
from web.pages import links, main, page, signed_in
from web.test_query_counts import counted


def grow(cast: Cast, many: int) -> None:
    """More of everything that is counted."""
    for number in range(many):
        for name in ("anna", "bo", "dorte", "erik", "gitte"):
            shared(cast, name, topics=(f"emne {number}",), title=f"Bidrag {number}")
        dilemma(cast, question=f"Spørgsmål {number}?")
        practice(cast, title=f"Aftale {number}")
        tried(cast)


def test_every_figure_stands_in_a_table_too(cast: Cast) -> None:
    grow(cast, 1)

    answer = signed_in(cast.dorte).get(reverse("overview"))

    tree = page(answer)
    pictures = tree.xpath("//main//svg[@role='img' and @aria-label]")
    tables = tree.xpath("//main//details[@class='figures']//table/caption")
    assert len(pictures) == len(tables) == 3
    assert "Tavse hjørner" in main(answer)
    assert "Spørgsmål 0?" in main(answer)


def test_an_empty_organisation_has_a_page_that_says_so(cast: Cast) -> None:
    said = main(signed_in(cast.gitte).get(reverse("overview")))

    assert "Færre end fem mennesker har fortalt" in said
    assert "Ingen åbne dilemmaer" in said


def test_who_has_no_overview_meets_no_page(cast: Cast) -> None:
    anna = signed_in(cast.anna)

    assert anna.get(reverse("overview")).status_code == 404
    assert reverse("overview") not in links(anna.get(reverse("more")))
    assert reverse("overview") in links(signed_in(cast.dorte).get(reverse("more")))


def test_carla_sees_nothing_of_it(cast: Cast) -> None:
    grow(cast, 1)

    said = main(signed_in(cast.carla).get(reverse("overview")))

    assert "Spørgsmål 0?" not in said
    assert "0 bidrag er delt" in said


def test_what_cannot_be_chosen_does_not_exist(cast: Cast) -> None:
    dorte = signed_in(cast.dorte)

    for asked in ({"dage": "7"}, {"dage": "x"}, {"team": "999"}, {"team": str(cast.companies.id)}):
        assert dorte.get(reverse("overview"), asked).status_code == 404


def test_more_of_everything_takes_no_more_queries(cast: Cast) -> None:
    dorte = signed_in(cast.dorte)

    def look(client: Client) -> Any:
        return client.get(reverse("overview"))

    grow(cast, 1)
    before = counted(dorte, look)
    grow(cast, 3)

    assert counted(dorte, look) == before


def test_the_menu_says_where_one_is(cast: Cast) -> None:
    anna = signed_in(cast.anna)

    for name, label in (
        ("start", "Svar"),
        ("mine", "Mere"),
        ("trials", "Praksis"),
        ("dilemmas", "Dilemma"),
    ):
        here = page(anna.get(reverse(name))).xpath(
            "//nav[@aria-label='Hovedmenu']//a[@aria-current]"
        )
        assert [one.text_content().strip() for one in here] == [label]
