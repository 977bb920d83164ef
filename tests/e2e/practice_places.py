"""The pages of practices, and how somebody comes to them."""

from functools import partial

from playwright.sync_api import Page

from e2e.browser import Visitor
from e2e.coming import Come, at, press, then, typed, unfold
from e2e.site import BOARD, LONG_WORD, ROW, Site
from handlerum.practice.models import Practice
from handlerum.practice.terms import PracticeState
from practice.agreed import FULL


def of(who: str, name: str, *, retired: bool = False, query: str = "") -> Come:
    """To a page of the practice that has everything, or of the one that is out of use."""

    def go(visitor: Visitor, site: Site) -> None:
        rows = Practice.objects.filter(title=FULL)
        rows = Practice.objects.filter(state=PracticeState.RETIRED) if retired else rows
        named = query.format(board=site.board.id)
        at(who, name, rows.latest("id"), query=named).go(visitor, site)

    return Come(name, go)


def pointing(page: Page) -> None:
    """Words that point at somebody."""
    typed(page, title=f"Ring til Hans Hansen om {LONG_WORD}", text="Nummeret er 010203-1234.")
    press("Gem", page)
    unfold(page)


def stale(page: Page) -> None:
    """Words that somebody else changed in the meantime."""
    typed(page, text=f"Vi skriver i stedet. {LONG_WORD}.")
    page.locator("[name=version]").evaluate("field => { field.value = '1' }")
    press("Gem", page)


#: Groups of pages, each looked at in one go.
PRACTICES: dict[str, dict[str, Come]] = {
    "of practices": {
        "list": at("anna", "practices"),
        "list, nothing there": at("carla", "practices"),
        "list, with a flag": at("anna", "practices", query="?flag=never_reflected"),
        "list, out of use": at("anna", "practices", query="?brug=nej"),
        "practice": of("anna", "practice"),
        "practice, of others": of("erik", "practice"),
        "practice, out of use": of("anna", "practice", retired=True),
        "history": of("bo", "practice_history"),
        "account": of("bo", "practice_account"),
        "law beside it": of("anna", "practice_law"),
        "account, empty": of("bo", "practice_account", retired=True),
        "contribution under it": at("anna", "contribution", ROW),
        "dilemma under it": at("anna", "dilemma", BOARD),
    },
    "for writing practices": {
        "make": at("anna", "make_practice"),
        "make, refused": then(at("anna", "make_practice"), partial(press, "Gem")),
        "make, pointing": then(at("anna", "make_practice"), pointing),
        "make, from something": at("anna", "make_practice", query="?bidrag={row}"),
        "edit": of("anna", "edit_practice"),
        "edit, stale": then(of("anna", "edit_practice"), stale),
        "edit, of others": of("dorte", "edit_practice"),
        "hand over": of("anna", "hand_over_practice"),
        "erase": of("anna", "erase_practice", retired=True),
        "find": of("anna", "find_basis"),
        "find, nothing": of("anna", "find_basis", query="?ord=findes-ikke"),
        "weigh in": of("anna", "weigh_in"),
        "weigh in, from one": of("anna", "weigh_in", query="?dilemma={board}"),
        "note": of("bo", "note_practice", query="?slags=doubt"),
        "note, refused": then(of("anna", "note_practice"), partial(press, "Gem")),
        "look": of("anna", "look_at_practice"),
        "look, refused": then(of("anna", "look_at_practice"), partial(press, "Gem blikket")),
    },
}
