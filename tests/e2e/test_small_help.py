"""What our script adds to pages that work without it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Dialog, expect

from cast import Cast, make_cast
from e2e.browser import Visitor


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The cast."""
    return make_cast()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_button_that_copies_is_there_where_it_works(
    cast: Cast, opened: Callable[..., Visitor], script: bool
) -> None:
    gitte = opened(java_script_enabled=script)
    gitte.sign_in(cast.gitte)
    page = gitte.go("/mennesker/")

    page.get_by_role("button", name="Lav et link").click()

    expect(page.get_by_label("Invitationslink")).to_be_visible()
    expect(page.get_by_role("button", name="Kopiér")).to_be_visible(visible=script)


def test_the_link_is_copied_by_a_press(cast: Cast, opened: Callable[..., Visitor]) -> None:
    gitte = opened(permissions=["clipboard-read", "clipboard-write"])
    gitte.sign_in(cast.gitte)
    page = gitte.go("/mennesker/")
    page.get_by_role("button", name="Lav et link").click()

    page.get_by_role("button", name="Kopiér").click()

    link = page.get_by_label("Invitationslink").input_value()
    assert page.evaluate("navigator.clipboard.readText()") == link


@pytest.mark.parametrize("typed", [True, False], ids=["something unsent", "nothing unsent"])
def test_leaving_asks_first_when_something_is_unsent(
    cast: Cast, opened: Callable[..., Visitor], typed: bool
) -> None:
    anna = opened()
    anna.sign_in(cast.anna)
    page = anna.go("/bidrag/nyt/own_experience/")
    asked: list[str] = []

    def hear(dialog: Dialog) -> None:
        asked.append(dialog.type)

    page.on("dialog", hear)
    if typed:
        page.get_by_label("Titel").press_sequentially("Et hjørne")
    page.get_by_role("link", name="Handlerum").click()
    expect(page.get_by_label("Hvad står du med?")).to_be_visible()

    assert asked == (["beforeunload"] if typed else [])


def test_when_the_answer_fails_the_page_says_so_and_going_back_keeps_the_text(
    cast: Cast, opened: Callable[..., Visitor], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    anna = opened()
    anna.sign_in(cast.anna)
    page = anna.go("/")
    page.get_by_label("Hvad står du med?").fill("Noget, der tog tid at skrive")
    monkeypatch.setattr("handlerum.web.search.views.respond", broken)

    page.get_by_role("button", name="Find det, vi ved").click()

    expect(page.get_by_role("heading", name="Noget gik galt hos os")).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Hvad står du med?")).to_have_value("Noget, der tog tid at skrive")


def test_going_back_to_an_answer_shows_it_again(cast: Cast, opened: Callable[..., Visitor]) -> None:
    anna = opened()
    anna.sign_in(cast.anna)
    page = anna.go("/")
    page.get_by_label("Hvad står du med?").fill("Noget om bænken")
    page.get_by_role("button", name="Find det, vi ved").click()
    page.locator("section.answer").wait_for()

    page.get_by_role("link", name="Giv et bidrag").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hvor kommer det fra?")
    page.go_back()

    expect(page.get_by_label("Hvad står du med?")).to_have_value("Noget om bænken")
