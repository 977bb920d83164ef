"""The answer on a screen and on a phone: five lanes of the same size, one even list."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from cast import Cast, make_cast, report, telling
from e2e.browser import Visitor
from handlerum.knowledge.services import contribute
from handlerum.knowledge.terms import Form
from handlerum.search.services import catch_up

SITUATION = "Vi mødtes på bænken ved kanalen"
BOXES = """elements => elements.map(element => {
    const box = element.getBoundingClientRect()
    const named = pattern => element.className.match(pattern)[0]
    return {left: box.left, top: box.top, width: box.width, height: box.height,
            lane: named(/lane-\\d/), form: named(/form-\\w+/), text: element.innerText}
})"""


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """Much in one form, a little in others, nothing in one."""
    made = make_cast()
    supply = {Form.EXPERIENCE: 3, Form.NARRATIVE: 2, Form.RESEARCH: 1, Form.STATISTICS: 3}
    for form, many in supply.items():
        base = telling if form in (Form.EXPERIENCE, Form.NARRATIVE) else report
        for number in range(many):
            text = "Vi mødtes på bænken ved kanalen. " * (1 + 4 * number)
            told = base(form=form.value, title=f"På bænken ved kanalen {number}", text=text)
            contribute(made.reader("anna"), told)
    catch_up()
    return made


def asked(cast: Cast, opened: Callable[..., Visitor], **wanted: Any) -> Page:
    """The answer, as Anna sees it."""
    anna = opened(**wanted)
    anna.sign_in(cast.anna)
    page = anna.go("/")
    page.get_by_label("Hvad står du med?").fill(SITUATION)
    page.get_by_role("button", name="Find det, vi ved").click()
    page.locator("section.answer").wait_for()
    return page


def boxes(page: Page, css: str) -> Iterator[dict[str, Any]]:
    """Where the parts of the answer stand."""
    yield from page.locator(css).evaluate_all(BOXES)


def test_on_a_screen_five_lanes_have_the_same_width(
    cast: Cast, opened: Callable[..., Visitor]
) -> None:
    page = asked(cast, opened, viewport={"width": 1280, "height": 900})

    heads = list(boxes(page, ".lane-head"))
    assert len(heads) == 5
    assert len({round(head["width"]) for head in heads}) == 1
    assert len({round(head["top"]) for head in heads}) == 1
    assert len({round(head["left"]) for head in heads}) == 5


def test_on_a_screen_cards_stand_in_their_lane_and_rows_have_one_height(
    cast: Cast, opened: Callable[..., Visitor]
) -> None:
    page = asked(cast, opened, viewport={"width": 1280, "height": 900})

    lanes = {head["lane"]: head for head in boxes(page, ".lane-head")}
    rows: dict[int, set[int]] = {}
    for card in boxes(page, ".lanes .card"):
        head = lanes[card["lane"]]
        assert round(card["left"]) == round(head["left"])
        assert card["form"] == head["form"]
        rows.setdefault(round(card["top"]), set()).add(round(card["height"]))
    assert len(rows) == 3
    assert all(len(heights) == 1 for heights in rows.values()), rows


def test_on_a_phone_it_is_one_list_and_each_card_names_its_form(
    cast: Cast, opened: Callable[..., Visitor]
) -> None:
    page = asked(cast, opened, viewport={"width": 390, "height": 844})

    cards = list(boxes(page, ".lanes .card"))
    assert len({round(card["left"]) for card in cards}) == 1
    assert [card["top"] for card in cards] == sorted(card["top"] for card in cards)
    for card in cards:
        label = str(Form(card["form"].removeprefix("form-")).label)
        assert label in card["text"]
    assert page.locator(".lane-head:visible").count() == 0


def test_on_a_screen_too_every_card_names_its_form_to_those_who_listen(
    cast: Cast, opened: Callable[..., Visitor]
) -> None:
    page = asked(cast, opened, viewport={"width": 1280, "height": 900})

    for card in page.locator(".lanes .card").all():
        (form,) = (f for f in Form if f"form-{f.value}" in str(card.get_attribute("class")))
        assert str(form.label) in card.aria_snapshot()


def test_outcomes_and_silence_are_said_in_words_and_not_by_colour_alone(
    cast: Cast, opened: Callable[..., Visitor]
) -> None:
    page = asked(cast, opened, viewport={"width": 1280, "height": 900})

    assert "Mislykkedes" in page.locator(".card.form-experience").first.inner_text()
    assert "Tavs" in page.locator(".card.silent.form-theory").inner_text()


def test_more_of_every_form_comes_without_a_new_page(
    cast: Cast, opened: Callable[..., Visitor]
) -> None:
    for number in range(4, 9):
        contribute(
            cast.reader("anna"), telling(title=f"På bænken ved kanalen {number}", text=SITUATION)
        )
    catch_up()
    page = asked(cast, opened)
    page.evaluate("window.stayed = true")

    page.get_by_role("button", name="Vis flere i hver form").click()
    page.locator(".row-4").first.wait_for()

    assert page.evaluate("window.stayed")
    assert page.locator(".card.form-experience").count() == 8
    assert page.get_by_role("heading", name="Det ved vi").evaluate(
        "element => element === document.activeElement"
    )
