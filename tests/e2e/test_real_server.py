"""The product as people start it: its own server, its own worker, its compressed files."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from e2e.browser import PHONE, Visitor

PATIENCE_SECONDS = 60

MOST_BYTES = 60_000


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def answers(address: str) -> bool:
    """Whether the server is there."""
    try:
        with urlopen(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with the example organisation in a folder of its own."""
    home: Path = tmp_path_factory.mktemp("home")
    kept = {k: v for k, v in os.environ.items() if not k.startswith("HANDLERUM_")}
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "handlerum.cli.main", "serve", "--port", str(port)],
        env={**kept, "HANDLERUM_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    found = f"http://127.0.0.1:{port}"
    try:
        began = time.monotonic()
        while not answers(found) and server.poll() is None:
            assert time.monotonic() - began < PATIENCE_SECONDS, "the server does not answer"
            time.sleep(0.2)
        yield found
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=PATIENCE_SECONDS)


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    """A window on that server, with an empty cache."""
    context = browser.new_context(viewport=PHONE, locale="da-DK")  # type: ignore[arg-type]
    yield Visitor(context, context.new_page(), address)
    context.close()


def transferred(visitor: Visitor, path: str) -> int:
    """How many bytes a page takes with everything on it, headers and compression counted."""
    session = visitor.context.new_cdp_session(visitor.page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    visitor.go(path)
    visitor.page.wait_for_load_state("networkidle")
    session.detach()
    assert len(sizes) >= 3, "the page, its style and its script are counted"
    return int(sum(sizes))


def test_the_first_look_at_the_start_page_takes_at_most_60_kilobytes(visitor: Visitor) -> None:
    assert transferred(visitor, "/") <= MOST_BYTES
    visitor.page.get_by_role("button", name="Anna").click()
    expect(visitor.page.get_by_label("Hvad står du med?")).to_be_visible()
    assert transferred(visitor, "/") <= MOST_BYTES
    assert visitor.complaints == []


def test_what_is_shared_is_found_by_the_next_who_asks(visitor: Visitor) -> None:
    page = visitor.go("/")
    page.get_by_role("button", name="Anna").click()
    visitor.go("/bidrag/nyt/own_experience/")
    page.get_by_label("Titel").fill("Kælkebakken ved rådhuset")
    page.get_by_label("Hvad prøvede du, og hvad skete der?").fill("Vi mødtes på kælkebakken.")
    page.get_by_text("Lykkedes", exact=True).click()
    page.get_by_role("button", name="Del", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kælkebakken ved rådhuset")

    found = page.locator(".lanes").get_by_role("link", name="Kælkebakken ved rådhuset")
    began = time.monotonic()
    while not found.count():
        assert time.monotonic() - began < PATIENCE_SECONDS, "the worker does not follow"
        visitor.go("/")
        page.get_by_label("Hvad står du med?").fill("Hvad sker der på kælkebakken?")
        page.get_by_role("button", name="Find det, vi ved").click()
        page.locator("section.answer").wait_for()

    assert visitor.complaints == []
