"""A dilemma session from beginning to end: one who leads, and three phones in their own browsers.

The first phone has a mouse, the second a keyboard alone, and the third loses its network.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from bench.canaries import Server
from playwright.sync_api import Browser, Locator, Page, expect

from e2e.browser import PHONE, Visitor
from e2e.test_every_page import AXE, found_by_axe
from e2e.test_keyboard import SEEN

QUESTION = "Hvornår er det for tidligt at ringe til arbejdsgiveren?"
UNSENT = "Ikke sendt endnu. Vi prøver igen."
#: On a busy machine a page may take its time; nothing here is measured.
PATIENCE = 30_000
LOST, LATER = "Kollegaen, der ikke er her i dag", "Og hendes nabo, som henter børnene"
STEPS = (
    *("Muligheder før", "Situationen", "Hvem rører det?", "Hvad støder sammen?"),
    *("Hvad vejer tungest?", "Er det et ægte dilemma?", "Mindst tre veje"),
    *("Hvad følger der af det?", "Vælg, og sig hvorfor", "Hvad skylder vi?"),
    *("Muligheder efter", "Næste skridt"),
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Handlerum as people start it, with the example organisation."""
    folder = tmp_path_factory.mktemp("story")
    import os
    import shutil

    if os.environ.get("STORY_HOME"):
        shutil.copytree(os.environ["STORY_HOME"], folder / "home")
    made = Server(folder, HANDLERUM_ENCODER="none")
    made.start()
    yield made
    made.kill()


@dataclass
class Room:
    """Everybody who is in, each in a browser of their own, and what was wrong in their views."""

    leader: Visitor
    phones: list[Visitor] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def pages(self) -> list[Page]:
        """The windows of all."""
        return [self.leader.page, *(phone.page for phone in self.phones)]

    def look(self, *pages: Page) -> None:
        """Let axe go through what some of them see."""
        for page in pages:
            page.evaluate(AXE)
            self.problems += [f"{page.url}: {one}" for one in found_by_axe(page)]

    def press(self, name: str) -> None:
        """Press a button of whoever leads."""
        self.leader.page.locator(".lead-session").get_by_role("button", name=name).first.click()

    def all_see(self, heading: str, pages: list[Page] | None = None) -> None:
        """Wait until everybody is there."""
        for page in pages or self.pages:
            expect(page.get_by_role("heading", level=1)).to_have_text(heading, timeout=PATIENCE)


@pytest.fixture
def room(browser: Browser, server: Server) -> Iterator[Room]:
    """Whoever leads, signed in as one of the example people, and three phones of nobody."""

    def opened() -> Visitor:
        context = browser.new_context(viewport=PHONE, locale="da-DK")  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        return Visitor(context, context.new_page(), server.address)

    made = Room(opened())
    made.phones = [opened() for _ in range(3)]
    yield made
    for visitor in (made.leader, *made.phones):
        visitor.context.close()


def prepare(room: Room) -> str:
    """Make a dilemma session ready; the link for guests."""
    page = room.leader.go("/")
    page.get_by_role("button", name="Anna").click()
    room.leader.go("/moeder/nyt/")
    room.look(page)
    page.get_by_label("Hvad skal I tale om?").fill(QUESTION)
    page.locator("select[name=method]").select_option("dilemma-work")
    page.get_by_role("button", name="Gør mødet klar").click()
    room.all_see("Mødet begynder om lidt", [page])
    room.look(page)
    page.get_by_role("link", name="Invitér").click()
    room.look(page)
    page.get_by_role("button", name="Lav et link").click()
    room.look(page)
    link = page.get_by_label("Linket", exact=True).input_value()
    page.get_by_role("link", name="Til mødet").click()
    return link


def come_in(room: Room, link: str) -> None:
    """Two come with a finger, one with the keyboard."""
    for phone, name in zip(room.phones, ("Ida", "Mentor", "Arbejdsgiver"), strict=True):
        page = phone.page
        page.goto(link)
        room.look(page)
        named = page.get_by_label("Fornavn eller rolle")
        if phone is room.phones[1]:
            room.problems += tab_to(page, named)
            page.keyboard.type(name)
            room.problems += tab_to(page, page.get_by_role("button", name="Kom ind"))
            page.keyboard.press("Enter")
            expect(page.get_by_role("heading", level=1)).to_have_text("Velkommen")
            room.problems += tab_to(page, page.get_by_role("link", name="Gå til mødet"))
            page.keyboard.press("Enter")
        else:
            named.fill(name)
            page.get_by_role("button", name="Kom ind").click()
            room.look(page)
            page.get_by_role("link", name="Gå til mødet").click()
    room.all_see("Mødet begynder om lidt")
    expect(room.leader.page.locator(".people-here")).to_contain_text("Ida, Mentor, Arbejdsgiver")


def tab_to(page: Page, wanted: Locator, most: int = 80) -> list[str]:
    """Press Tab until the focus is there, though the page is made anew on the way."""
    problems: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        problems += page.evaluate(SEEN)
        if wanted.evaluate("element => element === document.activeElement"):
            # Past the last thing on a page the focus is nowhere for one press.
            return [one for one in problems if not one.startswith("<body")]
    raise AssertionError(f"{most} presses of Tab do not lead to {wanted}")


def write(page: Page, label: str, text: str) -> None:
    """Write something and send it; it stands among one's own."""
    page.get_by_label(label, exact=True).fill(text)
    page.locator("#skriv").get_by_role("button", name="Send", exact=True).click()
    expect(own(page)).to_contain_text(text, timeout=PATIENCE)


def type_in(room: Room, page: Page, label: str, text: str) -> None:
    """The same without a mouse."""
    room.problems += tab_to(page, page.get_by_label(label, exact=True))
    page.keyboard.type(text)
    sends = page.locator("#skriv").get_by_role("button", name="Send", exact=True)
    room.problems += tab_to(page, sends)
    page.keyboard.press("Enter")
    expect(own(page)).to_contain_text(text, timeout=PATIENCE)


def own(page: Page) -> Locator:
    """What somebody has written, on their own page."""
    return page.locator("details").filter(has_text="Det, jeg har skrevet")


def cards(room: Room, *texts: str, label: str = "Et kort") -> None:
    """The first two phones write, one of them by keyboard."""
    write(room.phones[0].page, label, texts[0])
    for text in texts[1:]:
        type_in(room, room.phones[1].page, label, text)


def away(room: Room) -> None:
    """The third phone is out of reach, and its owner writes all the same."""
    page = room.phones[2].page
    room.phones[2].context.set_offline(True)
    for text in (LOST, LATER):
        page.get_by_label("Et kort", exact=True).fill(text)
        page.locator("#skriv").get_by_role("button", name="Send", exact=True).click()
    expect(page.locator("#netvaerk")).to_have_text(UNSENT)


def back(room: Room, heading: str) -> None:
    """It is back: in the step that goes on, with both words."""
    room.phones[2].context.set_offline(False)
    room.all_see(heading, [room.phones[2].page])
    for text in (LOST, LATER):
        expect(own(room.phones[2].page)).to_contain_text(text, timeout=PATIENCE)
    expect(room.phones[2].page.locator("#netvaerk")).to_be_hidden()


def share_out(room: Room) -> None:
    """A hundred points by keyboard."""
    page = room.phones[1].page
    given = page.locator(".answering input[type=number]")
    for place, points in ((0, "70"), (1, "30")):
        room.problems += tab_to(page, given.nth(place))
        page.keyboard.press("Control+a")
        page.keyboard.type(points)
    room.problems += tab_to(page, page.get_by_role("button", name="Del ud"))
    page.keyboard.press("Enter")


def vote(room: Room) -> None:
    """A statement that is shown to all, and what two think of it."""
    write(room.phones[0].page, "Et udsagn", "Begge hensyn er rigtige.")
    room.press("Vis det, der er skrevet")
    room.phones[0].page.get_by_role("button", name="Enig", exact=True).click()
    page = room.phones[1].page
    agree = page.get_by_role("button", name="Uenig", exact=True)
    expect(agree).to_be_visible(timeout=PATIENCE)
    room.problems += tab_to(page, agree)
    page.keyboard.press("Enter")


def place(room: Room) -> None:
    """A mark on a line, by finger."""
    page = room.phones[0].page
    page.locator(".answering").get_by_role("button", name="Sæt mærket").first.click()


def dots(room: Room) -> None:
    """Dots, by finger."""
    page = room.phones[0].page
    page.locator(".answering input[type=number]").first.fill("2")
    page.get_by_role("button", name="Læg prikkerne").click()


def agree(room: Room) -> None:
    """What will be done, and by whom."""
    page = room.phones[0].page
    page.get_by_label("Hvad vil I gøre?").fill("Vi spørger, før vi ringer.")
    page.get_by_label("Hvem?", exact=True).fill("Mentor")
    page.locator("#skriv").get_by_role("button", name="Send", exact=True).click()
    expect(room.leader.page.locator("#vis")).to_contain_text("Vi spørger, før vi ringer.")


#: What is done in each step, by its name; in the others they talk.
DONE: dict[str, Callable[[Room], None]] = {
    "Muligheder før": lambda room: cards(
        room, "Ringe med det samme.", label="Noget, vi kunne gøre"
    ),
    "Hvem rører det?": lambda room: cards(room, "Borgeren", "Arbejdsgiveren"),
    "Hvad støder sammen?": lambda room: cards(room, "Tillid", "Tid", "Lov"),
    "Hvad vejer tungest?": share_out,
    "Er det et ægte dilemma?": vote,
    "Mindst tre veje": lambda room: cards(room, "Vente", "Spørge", "Ringe sammen"),
    "Hvad følger der af det?": place,
    "Vælg, og sig hvorfor": dots,
    "Hvad skylder vi?": lambda room: cards(room, "En forklaring", label="Skriv her"),
    "Muligheder efter": lambda room: cards(room, "Spørge.", label="Noget, vi kunne gøre"),
    "Næste skridt": agree,
}


def test_four_people_go_through_a_dilemma_together(room: Room) -> None:
    come_in(room, prepare(room))
    third = room.phones[2].page
    room.press("Begynd")

    for number, step in enumerate(STEPS):
        out = step == "Hvad støder sammen?"
        room.all_see(step, [page for page in room.pages if not (out and page is third)])
        room.look(room.leader.page, room.phones[0].page)
        if out:
            back(room, step)
        if step in DONE:
            DONE[step](room)
        if step == "Hvem rører det?":
            away(room)
        shows = room.leader.page.get_by_role("button", name="Vis ", exact=False).first
        if shows.is_visible():
            shows.click()
            room.look(room.phones[0].page)
        if number + 1 < len(STEPS):
            room.press("Næste trin")

    page = room.leader.page
    page.get_by_text("Slut eller slet").click()
    page.get_by_role("button", name="Slut mødet").click()
    room.all_see(QUESTION)
    room.look(*room.pages)
    for text in ("Ringe med det samme.", "Spørge.", "Vi spørger, før vi ringer."):
        expect(page.get_by_role("main")).to_contain_text(text)
    for text in (LOST, LATER):
        expect(third.get_by_role("main")).to_contain_text(text)
    assert room.problems == []
    for visitor in (room.leader, *room.phones[:2]):
        assert visitor.complaints == []
