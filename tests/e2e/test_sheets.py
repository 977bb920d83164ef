"""What a person sees while they write on a sheet of a dilemma, with and without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from cast import Cast, make_cast
from e2e.browser import Visitor
from handlerum.dilemmas.models import Dilemma


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The cast."""
    return make_cast()


def tell(page: Page) -> None:
    page.locator("[name=name_0]").fill("Retten til at vide")
    page.locator("[name=bearer_0]").select_option("citizen")
    page.locator("[name=name_1]").fill("Ro om Hans Hansen")
    page.locator("[name=bearer_1]").select_option("employer")
    # Last: what is found then is found in all of it.
    page.get_by_label("Spørgsmålet").fill("Må jeg ringe til Hans Hansen på 21 43 65 87?")


def question() -> str:
    return Dilemma.objects.get().question


def test_what_is_seen_while_writing_is_stored_at_the_first_press(
    cast: Cast, opened: Callable[..., Visitor]
) -> None:
    anna = opened()
    anna.sign_in(cast.anna)
    page = anna.go("/dilemmaer/nyt/")

    tell(page)
    expect(page.get_by_role("heading", name="2 steder kan pege på et menneske")).to_be_visible()
    page.get_by_text("Ret forslagene, eller behold noget").click()
    page.get_by_label("Skriv i stedet").first.fill("en ven")
    page.keyboard.press("Tab")
    expect(page.locator("#blur-result")).to_contain_text("Må jeg ringe til en ven på")
    page.get_by_role("button", name="Læg det på vægten").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Må jeg ringe til en ven på")
    assert question() == "Må jeg ringe til en ven på [telefonnummer]?"


def test_without_javascript_it_takes_one_press_more(
    cast: Cast, opened: Callable[..., Visitor]
) -> None:
    anna = opened(java_script_enabled=False)
    anna.sign_in(cast.anna)
    page = anna.go("/dilemmaer/nyt/")

    tell(page)
    page.get_by_role("button", name="Læg det på vægten").click()
    expect(page.get_by_text("Det er ikke gemt endnu.")).to_be_visible()
    assert not Dilemma.objects.exists()
    page.get_by_role("button", name="Læg det på vægten").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("[telefonnummer]")
