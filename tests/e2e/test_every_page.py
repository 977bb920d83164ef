"""Every page is for everybody: on a small phone and a desktop, in the light and in the dark."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from playwright.sync_api import Page

from cast import make_cast
from e2e.browser import Visitor
from e2e.places import PLACES
from e2e.site import make_site
from web.doors import DOORS

NARROW, WIDE = (320, 700), (1280, 800)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL_RULES = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
AXE = Axe().axe_script
#: One page of so many is looked at in the dark too: that changes few colours, the same everywhere.
NIGHTS = 3
#: Least height in CSS pixels of what a finger presses on a phone; WCAG 2.2 asks for 24.
FINGER = 44
#: Controls that stand in no line of text, so that they can be as high as a finger needs.
TOO_SMALL = """finger => [...document.querySelectorAll(
    "button, summary, select, textarea, nav a, .button, label.option, input:not([type=hidden], "
    + "[type=radio], [type=checkbox])"
)].filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest(".for-ears"))
  .map(e => [e, e.getBoundingClientRect()])
  .filter(([e, box]) => box.height > 1 && (box.height < finger - .5 || box.width < 24))
  .map(([e, box]) => `${e.outerHTML.slice(0, 90)} is ${Math.round(box.height)} px high`)"""
TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.querySelectorAll("body *")]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
        .map(e => e.outerHTML.slice(0, 90)).slice(0, 5)
        .concat(`the page is ${document.documentElement.scrollWidth} px wide`)"""


def found_by_axe(page: Page) -> Iterator[str]:
    """What axe-core finds, one line for each place."""
    found = page.evaluate("options => axe.run(options)", ALL_RULES)
    for violation in found["violations"]:
        for node in violation["nodes"]:
            yield f"{violation['id']}: {node['html'][:120]} {violation['help']}"


def looked_at(page: Page, *, by_night: bool) -> Iterator[str]:
    """What is wrong with the page, narrow in the light and wide; by night in the dark too."""
    page.evaluate(AXE)
    for width, height in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": height})
        yield from (f"{width} px: too wide: {found}" for found in page.evaluate(TOO_WIDE))
    yield from page.evaluate(TOO_SMALL, FINGER)
    yield from (f"narrow: {found}" for found in found_by_axe(page))
    if by_night:
        page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
        page.emulate_media(color_scheme="dark")
        yield from (f"wide, dark: {found}" for found in found_by_axe(page))
        page.emulate_media(color_scheme="light")


@pytest.mark.parametrize("group", PLACES)
def test_every_page_is_for_everybody(
    transactional_db: None, opened: Callable[..., Visitor], group: str
) -> None:
    cache.clear()  # attempts to sign in are counted there
    site, visitor = make_site(make_cast()), opened()
    problems = []

    for number, (name, come) in enumerate(PLACES[group].items()):
        come.go(visitor, site)
        by_night = number % NIGHTS == 0
        found = [*looked_at(visitor.page, by_night=by_night), *visitor.complaints]
        problems += [f"{name}: {problem}" for problem in found]
        visitor.complaints.clear()

    assert problems == [], "\n".join(["", *problems])


def test_no_page_is_left_out() -> None:
    led = {come.name for group in PLACES.values() for come in group.values()}
    no_pages = {"account_signup", "export_mine", "board_pdf"}  # closed, and files
    no_pages |= {"session_state", "session_stream"}  # what a script reads
    files = ("year", "practice", "session")
    no_pages |= {f"{name}_{kind}" for name in files for kind in ("pdf", "docx")}
    shown = {name for name, door in DOORS.items() if door.get != 405} - no_pages

    assert shown <= led, f"no group of tests/e2e/places.py leads to {sorted(shown - led)}"
