"""The pages of dilemmas and of the law, and how somebody comes to them."""

from functools import partial

from playwright.sync_api import Page

from e2e.coming import Come, at, press, then, typed, unfold
from e2e.site import BOARD, CONSIDERATION, LAST_SIDE, LEFT, LONG_WORD, OPTION, QUIET, ROW, SIDE
from legislation.acts import KEY


def one_more(page: Page) -> None:
    """Ask for one more row, after something was typed."""
    typed(page, question=LONG_WORD, name_0=LONG_WORD)
    press("Endnu et hensyn", page)


def pointing(page: Page) -> None:
    """Words that point at somebody."""
    typed(page, question=f"Skal vi sige {LONG_WORD} til Hans Hansen, 010203-1234?")
    press("Gem", page)
    unfold(page)


def stale(page: Page) -> None:
    """Words that were changed in another window."""
    typed(page, text="Hun vil helst selv.")
    page.locator("[name=version]").evaluate("field => { field.value = '0' }")
    press("Gem", page)


def searched(page: Page) -> None:
    """Look for words in the law."""
    typed(page, words="mentor på arbejdspladsen")
    press("Søg", page)


def no_reason(page: Page) -> None:
    """Read a provision otherwise, without saying why."""
    page.locator("main textarea[name=reason]").evaluate("field => { field.required = false }")
    press("Gem vores læsning", page)


#: Groups of pages, each looked at in one go.
BOARDS: dict[str, dict[str, Come]] = {
    "of dilemmas": {
        "list": at("anna", "dilemmas"),
        "list, nothing there": at("carla", "dilemmas"),
        "list, of a state": at("anna", "dilemmas", query="?tilstand=lived_with"),
        "board": then(at("anna", "dilemma", BOARD), unfold),
        "board, of others": then(at("bo", "dilemma", BOARD), unfold),
        "board, empty": at("anna", "dilemma", QUIET),
        "map": then(at("anna", "dilemma_map"), unfold),
        "map, empty": at("carla", "dilemma_map"),
        "followed": at("anna", "followed"),
        "followed, none": at("gitte", "followed"),
        "put": at("anna", "put", ROW),
        "put, refused": then(at("anna", "put", ROW), partial(press, "Læg på vægten")),
        "find": at("anna", "find_piece", SIDE),
        "find, nothing": at("anna", "find_piece", SIDE, query="?ord=findes-ikke"),
        "delete": at("anna", "delete_dilemma", BOARD),
        "board, left behind": at("dorte", "dilemma", LEFT),
        "take over": at("dorte", "take_over_dilemma", LEFT),
        "hand over": at("anna", "hand_over_dilemma", BOARD),
        "hand over, refused": then(
            at("anna", "hand_over_dilemma", BOARD), partial(press, "Giv det videre")
        ),
        "remove side": at("anna", "remove_side", SIDE),
        "remove side, refused": then(
            at("anna", "remove_side", LAST_SIDE), partial(press, "Tag det af")
        ),
    },
    "for weighing": {
        "make": at("anna", "make_dilemma"),
        "make, refused": then(at("anna", "make_dilemma"), partial(press, "Læg det på vægten")),
        "make, more": then(at("anna", "make_dilemma"), one_more),
        "edit": at("anna", "edit_dilemma", BOARD),
        "edit, pointing": then(at("anna", "edit_dilemma", BOARD), pointing),
        "edit, stale": then(at("anna", "edit_dilemma", BOARD), stale),
        "side": at("anna", "add_side", BOARD),
        "side, refused": then(at("anna", "add_side", BOARD), partial(press, "Læg til")),
        "edit side": at("anna", "edit_side", CONSIDERATION),
        "option": at("anna", "add_option", BOARD),
        "option, refused": then(at("anna", "add_option", BOARD), partial(press, "Foreslå")),
        "consequence": at("anna", "consequence", OPTION, query="?for=citizen"),
        "consequence, refused": then(at("anna", "consequence", OPTION), partial(press, "Gem")),
        "test": at("anna", "test_dilemma", BOARD),
        "test, refused": then(at("anna", "test_dilemma", QUIET), partial(press, "Gem svarene")),
        "choose": at("anna", "choose_option", BOARD),
        "choose, refused": then(at("anna", "choose_option", BOARD), partial(press, "Gem valget")),
        "choose, nothing there": at("anna", "choose_option", QUIET),
    },
    "of the law": {
        "acts": then(at("anna", "acts"), unfold),
        "acts, searched": then(at("anna", "acts"), searched),
        "act": at("anna", "act", KEY),
        "act, not in force": at("anna", "act", KEY, query="?dato=1999-01-01"),
        "section": then(at("anna", "section", KEY, "36"), unfold),
        "section, of another day": at("anna", "section", KEY, "36", query="?dato=2024-06-01"),
        "section, gone": at("anna", "section", KEY, "40"),
        "reading otherwise": at("anna", "section", KEY, "36", query="?laes={reading}"),
        "reading otherwise, refused": then(
            at("anna", "section", KEY, "36", query="?laes={reading}"), no_reason
        ),
        "difference": at(
            "anna", "section_difference", KEY, "36", query="?fra=lta/2024/280&til=lta/2025/900"
        ),
    },
}
