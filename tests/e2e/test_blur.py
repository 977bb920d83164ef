"""Names are blurred before anything is stored: live, by keyboard, and without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from cast import Cast, make_cast
from e2e.browser import Visitor
from handlerum.knowledge.models import Contribution

STORY = "Mette kom til samtale. Ring til hende på 21 43 65 87."
BLURRED = "Borgeren kom til samtale. Ring til hende på [telefonnummer]."


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The cast."""
    return make_cast()


def tell(page: Page, story: str) -> None:
    """Fill in what an own experience needs."""
    page.get_by_label("Titel").fill("Det første møde")
    page.get_by_label("Hvad prøvede du, og hvad skete der?").fill(story)
    page.get_by_role("radio", name="Lykkedes", exact=True).check()


def stored() -> str:
    """The text of the only contribution."""
    return Contribution.objects.get().text


def test_the_result_shows_while_one_writes_and_one_press_stores_it(
    cast: Cast, opened: Callable[..., Visitor]
) -> None:
    anna = opened()
    anna.sign_in(cast.anna)
    page = anna.go("/bidrag/nyt/own_experience/")

    tell(page, STORY)
    expect(page.get_by_text(BLURRED)).to_be_visible()
    expect(page.get_by_label("Hvad prøvede du, og hvad skete der?")).to_have_value(STORY)
    page.get_by_role("button", name="Del", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Det første møde")
    assert stored() == BLURRED
    assert anna.complaints == []


def test_a_change_of_a_proposal_shows_at_once_and_is_what_is_stored(
    cast: Cast, opened: Callable[..., Visitor]
) -> None:
    anna = opened()
    anna.sign_in(cast.anna)
    page = anna.go("/bidrag/nyt/own_experience/")

    tell(page, STORY)
    page.get_by_text("Ret forslagene, eller behold noget").click()
    page.get_by_label("Skriv i stedet").first.fill("den unge")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Den unge kom til samtale.")).to_be_visible()
    page.get_by_role("button", name="Del", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Det første møde")
    assert stored().startswith("Den unge kom til samtale.")


def test_the_focus_goes_to_what_was_found_when_it_was_not_seen(
    cast: Cast, opened: Callable[..., Visitor]
) -> None:
    anna = opened()
    anna.sign_in(cast.anna)
    page = anna.go("/bidrag/nyt/own_experience/")

    tell(page, STORY)
    page.get_by_role("button", name="Del", exact=True).click()  # before the server has looked

    expect(page.get_by_role("heading", name="2 steder kan pege på et menneske")).to_be_focused()
    page.get_by_role("button", name="Del", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Det første møde")
    assert stored() == BLURRED


def test_without_javascript_it_takes_one_press_more(
    cast: Cast, opened: Callable[..., Visitor]
) -> None:
    anna = opened(java_script_enabled=False)
    anna.sign_in(cast.anna)
    page = anna.go("/bidrag/nyt/own_experience/")

    tell(page, STORY)
    page.get_by_role("button", name="Del", exact=True).click()
    expect(page.get_by_text(BLURRED)).to_be_visible()
    assert not Contribution.objects.exists()
    page.get_by_role("button", name="Del", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Det første møde")
    assert stored() == BLURRED
