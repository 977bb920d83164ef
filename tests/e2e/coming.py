"""How somebody comes to a page, and what is done on the way."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from playwright.sync_api import Page

from e2e.browser import Visitor
from e2e.site import Named, Site


@dataclass(frozen=True)
class Come:
    """How to come to a page: the name of its address, and what is done on the way."""

    name: str
    go: Callable[[Visitor, Site], None]


def at(who: str, name: str, *args: object, query: str = "") -> Come:
    """Straight to an address, as one of the cast or as nobody."""

    def go(visitor: Visitor, site: Site) -> None:
        visitor.sign_in(getattr(site.cast, who) if who else None)
        # An argument that names something of the site stands for it: its number, or the secret.
        named = [getattr(site, arg) if isinstance(arg, Named) else arg for arg in args]
        filled = [getattr(one, "pk", one) for one in named]
        visitor.go(reverse(name, args=filled) + query.format(row=site.row.id, reading=site.reading))

    return Come(name, go)


def then(come: Come, act: Callable[[Page], None]) -> Come:
    """First there, then something is done."""

    def both(visitor: Visitor, site: Site) -> None:
        come.go(visitor, site)
        act(visitor.page)
        visitor.page.wait_for_load_state()

    return Come(come.name, both)


def press(name: str, page: Page) -> None:
    """Press the button of that name."""
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def unfold(page: Page) -> None:
    """Open everything on the page that can be folded away."""
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")


def typed(page: Page, **filled: str) -> None:
    """Type into fields by their names."""
    for name, text in filled.items():
        page.locator(f"main [name={name}]").fill(text)
