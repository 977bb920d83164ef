"""The main journey with the keyboard alone: everything can be reached, seen and pressed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from cast import Cast, make_cast, shared
from e2e.browser import Visitor
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.terms import State
from handlerum.search.services import catch_up

WIDE = {"width": 1280, "height": 800}
#: Whether the focused element shows where it is, and nothing lies over it.
SEEN = """() => {
    const at = document.activeElement, box = at.getBoundingClientRect()
    const style = getComputedStyle(at.matches("input[type=radio]") ? at.closest("label") : at)
    const ring = getComputedStyle(at).outlineStyle !== "none" || style.boxShadow !== "none"
    const x = box.left + box.width / 2, y = box.top + Math.min(box.height / 2, 20)
    const top = document.elementFromPoint(x, y)
    const free = top && (at.contains(top) || top.contains(at) || top.closest("label")?.contains(at))
    return [ring ? "" : "no ring", free ? "" : `covered by ${top?.outerHTML.slice(0, 80)}`]
        .filter(Boolean).map(what => `${at.outerHTML.slice(0, 80)}: ${what}`)
}"""


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The cast, and something to find."""
    made = make_cast()
    shared(made, "bo", title="Bos møde på bænken")
    catch_up()
    return made


def tab_to(page: Page, wanted: Locator, key: str = "Tab", most: int = 60) -> list[str]:
    """Press Tab until the focus is there; tells what could not be seen on the way."""
    problems: list[str] = []
    target = wanted.element_handle()
    for _ in range(most):
        page.keyboard.press(key)
        problems += page.evaluate(SEEN)
        if target.evaluate("element => element === document.activeElement"):
            return problems
    raise AssertionError(f"{most} presses of {key} do not lead to {wanted}")


@pytest.mark.parametrize("viewport", [WIDE, {"width": 390, "height": 844}], ids=["wide", "phone"])
def test_a_person_asks_reads_and_tells_without_a_mouse(
    cast: Cast, opened: Callable[..., Visitor], viewport: dict[str, int]
) -> None:
    anna = opened(viewport=viewport)
    anna.sign_in(cast.anna)
    page = anna.go("/")

    problems = tab_to(page, page.get_by_label("Hvad står du med?"))
    page.keyboard.type("mødet på bænken")
    problems += tab_to(page, page.get_by_role("button", name="Find det, vi ved"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Det ved vi")).to_be_focused()

    found = page.locator(".lanes").get_by_role("link", name="Bos møde på bænken")
    problems += tab_to(page, found, most=12)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bos møde på bænken")

    problems += tab_to(page, page.get_by_role("link", name="Nuancér"))
    page.keyboard.press("Enter")
    problems += tab_to(page, page.get_by_role("link", name="Egen erfaring"))
    page.keyboard.press("Enter")
    problems += tab_to(page, page.get_by_label("Titel"))
    page.keyboard.type("Hos os regnede det")
    problems += tab_to(page, page.get_by_label("Hvad prøvede du, og hvad skete der?"))
    page.keyboard.type("Vi fandt et halvtag, og så kom samtalen.")
    problems += tab_to(page, page.get_by_role("radio", name="Lykkedes", exact=True))
    page.keyboard.press("Space")
    problems += tab_to(page, page.get_by_role("button", name="Del", exact=True))
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Hos os regnede det")
    expect(page.get_by_role("main")).to_contain_text("Det nuancerer")
    assert problems == []


def test_the_first_press_offers_to_skip_to_the_content(
    cast: Cast, opened: Callable[..., Visitor]
) -> None:
    anna = opened(viewport=WIDE)
    anna.sign_in(cast.anna)
    page = anna.go("/bidrag/")
    skip = page.get_by_role("link", name="Til indholdet")
    expect(skip).not_to_be_in_viewport()

    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_focus_goes_to_what_was_refused(cast: Cast, opened: Callable[..., Visitor]) -> None:
    anna = opened()
    anna.sign_in(cast.anna)
    page = anna.go("/")

    tab_to(page, page.get_by_role("button", name="Find det, vi ved"))
    page.keyboard.press("Enter")

    expect(page.get_by_role("alert")).to_be_focused()


def test_the_menu_opens_and_closes_and_gives_the_focus_back(
    cast: Cast, opened: Callable[..., Visitor]
) -> None:
    anna = opened(viewport=WIDE)
    anna.sign_in(cast.anna)
    page = anna.go("/bidrag/")
    menu = page.locator("summary[aria-label]")

    problems = tab_to(page, menu)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Log ud")).to_be_visible()
    problems += tab_to(page, page.get_by_role("button", name="Log ud"))
    page.keyboard.press("Escape")

    expect(page.get_by_role("button", name="Log ud")).not_to_be_visible()
    expect(menu).to_be_focused()
    assert problems == []


@pytest.mark.parametrize("way", ["own_experience", "reports"])
def test_enter_in_a_field_keeps_a_draft_and_shares_nothing(
    cast: Cast, opened: Callable[..., Visitor], way: str
) -> None:
    anna = opened()
    anna.sign_in(cast.anna)
    page = anna.go(f"/bidrag/nyt/{way}/")

    page.get_by_label("Titel").fill("Et hjørne af en tanke")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Kladden er gemt. Kun du kan se den.")).to_be_visible()
    assert Contribution.objects.get(title="Et hjørne af en tanke").state == State.DRAFT


def test_enter_in_a_field_of_what_is_shared_saves_it(
    cast: Cast, opened: Callable[..., Visitor]
) -> None:
    row = shared(cast, "anna")
    anna = opened()
    anna.sign_in(cast.anna)
    page = anna.go(f"/bidrag/{row.id}/ret/")

    page.get_by_label("Titel").fill("Mødet ved kanalen")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Mødet ved kanalen")


def test_every_page_can_be_walked_through_in_order(
    cast: Cast, opened: Callable[..., Visitor]
) -> None:
    gitte = opened(viewport=WIDE)
    gitte.sign_in(cast.gitte)
    problems: list[str] = []

    for path in ("/", "/bidrag/", "/bidrag/nyt/", "/bidrag/nyt/colleagues/", "/mennesker/"):
        page = gitte.go(path)
        problems += tab_to(page, page.get_by_role("link", name="Privatliv"), most=120)
        problems += tab_to(page, page.get_by_role("link", name="Handlerum"), "Shift+Tab", most=120)

    assert problems == []
