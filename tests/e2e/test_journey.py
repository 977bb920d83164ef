"""The main journey as a new user on a phone: ask, read, tell, and be found by the next who asks."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from e2e.browser import Visitor
from handlerum.exchange.example_services import load_example
from handlerum.knowledge.models import Contribution
from handlerum.search.services import catch_up

SITUATION = "En borger sidder over for mig med uro og angst og har ikke styr på hverdagen"
FOUND = "Vi gik en tur omkring søen"


@pytest.fixture
def example(transactional_db: None) -> None:
    """The example organisation, and an index of it."""
    load_example()
    catch_up()


def ask(page: Page, situation: str) -> None:
    """Write a situation and wait for the answer."""
    page.get_by_label("Hvad står du med?").fill(situation)
    page.get_by_role("button", name="Find det, vi ved").click()
    expect(page.get_by_role("heading", name="Det ved vi")).to_be_visible()


def tell(page: Page) -> None:
    """Fill in the form of one's own experience and share it with the organisation."""
    page.get_by_label("Titel").fill(FOUND)
    page.get_by_label("Hvad prøvede du, og hvad skete der?").fill(
        "Samtalen gik i stå på kontoret. Ude omkring søen kom svanerne, og så kom ordene."
    )
    page.get_by_text("Lykkedes", exact=True).click()
    page.get_by_text("Hele organisationen", exact=True).click()
    page.get_by_role("button", name="Del", exact=True).click()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_new_user_asks_reads_tells_and_is_found(
    example: None, opened: Callable[..., Visitor], script: bool
) -> None:
    anna = opened(java_script_enabled=script)
    page = anna.go("/")
    page.get_by_role("button", name="Anna").click()

    ask(page, SITUATION)

    assert page.locator(".lanes .card").count() >= 5
    for form in ("experience", "statistics", "research", "theory", "narrative"):
        assert page.locator(f".lanes .card.form-{form}").count() >= 1
    assert "angst" not in page.url

    first = page.locator(".lanes .card h3 a").first
    title = first.inner_text()
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)

    page.get_by_role("link", name="Bidrag", exact=True).click()
    page.get_by_role("link", name="Egen erfaring").click()
    tell(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(FOUND)
    expect(page.get_by_text("Tak. Dit bidrag er delt.")).to_be_visible()

    catch_up()
    erik = opened(java_script_enabled=script)
    erik.go("/").get_by_role("button", name="Erik").click()
    ask(erik.page, "Samtalen går i stå på kontoret. Hvad gør vi ved søen?")
    expect(erik.page.locator(".lanes").get_by_role("link", name=FOUND)).to_be_visible()
    assert anna.complaints == erik.complaints == []


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_what_was_forgotten_is_asked_for_and_nothing_is_lost(
    example: None, opened: Callable[..., Visitor], script: bool
) -> None:
    visitor = opened(java_script_enabled=script)
    page = visitor.go("/")
    page.get_by_role("button", name="Anna").click()
    page.goto(f"{visitor.address}/bidrag/nyt/own_experience/")
    page.get_by_label("Titel").fill(FOUND)
    before = Contribution.objects.count()

    page.get_by_role("button", name="Del", exact=True).click()

    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("Fortæl, hvad det handler om.")
    if script:
        expect(summary).to_be_focused()
    summary.get_by_role("link", name="Hvordan gik det?").click()
    expect(page.get_by_text("Lykkedes", exact=True)).to_be_in_viewport()
    expect(page.get_by_label("Titel")).to_have_value(FOUND)
    assert Contribution.objects.count() == before


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_an_empty_question_is_asked_for_again(
    example: None, opened: Callable[..., Visitor], script: bool
) -> None:
    page = opened(java_script_enabled=script).go("/")
    page.get_by_role("button", name="Anna").click()

    page.get_by_role("button", name="Find det, vi ved").click()

    expect(page.get_by_text("Skriv lidt mere, så er der ord at gå efter.")).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_an_example_asks_by_one_press(
    example: None, opened: Callable[..., Visitor], script: bool
) -> None:
    page = opened(java_script_enabled=script).go("/")
    page.get_by_role("button", name="Anna").click()

    page.get_by_role("button", name=SITUATION).click()

    expect(page.get_by_role("heading", name="Det ved vi")).to_be_visible()
    expect(page.get_by_label("Hvad står du med?")).to_have_value(SITUATION)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_file_becomes_text_to_read_through(
    example: None, opened: Callable[..., Visitor], script: bool
) -> None:
    visitor = opened(java_script_enabled=script)
    visitor.go("/").get_by_role("button", name="Anna").click()
    page = visitor.go("/bidrag/nyt/reports/")

    page.get_by_text("Eller hent teksten fra en fil").first.click()
    page.locator("input[type=file]").set_input_files(
        {"name": "notat.txt", "mimeType": "text/plain", "buffer": "Et ord om søen.".encode()}
    )
    page.get_by_role("button", name="Hent teksten", exact=True).click()

    expect(page.get_by_label("Hvad står der?")).to_have_value("Et ord om søen.")


def test_a_page_too_old_gives_back_what_was_asked_without_a_reload_too(
    example: None, opened: Callable[..., Visitor]
) -> None:
    visitor = opened()
    page = visitor.go("/")
    page.get_by_role("button", name="Anna").click()
    page.get_by_label("Hvad står du med?").fill(SITUATION)
    visitor.sign_in(None)

    page.get_by_role("button", name="Find det, vi ved").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Det blev ikke sendt")
    expect(page.locator("#typed")).to_have_value(SITUATION)
