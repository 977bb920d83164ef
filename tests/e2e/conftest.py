"""One browser for all; a window, a server and a database of its own for every test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from e2e.browser import PHONE, Visitor, start

Open = Callable[..., Visitor]
#: On a busy machine a page may take its time; nothing here is measured. Milliseconds.
PATIENCE = 30_000


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here drives a browser."""
    for item in items:
        if "e2e" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(autouse=True, scope="session")
def _own_static() -> None:
    """Nobody has collected static files here; the test server finds them at their source."""
    Path(settings.STATIC_ROOT).mkdir(exist_ok=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        found = start(playwright)
        yield found
        found.close()


@pytest.fixture
def opened(browser: Browser, live_server: LiveServer) -> Iterator[Open]:
    """A function that opens a window on the server, a phone's unless told otherwise."""
    visitors: list[Visitor] = []

    def opened(**wanted: Any) -> Visitor:
        options = {"viewport": PHONE, "locale": "da-DK", "reduced_motion": "reduce", **wanted}
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        visitors.append(Visitor(context, context.new_page(), live_server.url))
        return visitors[-1]

    yield opened
    for visitor in visitors:
        visitor.context.close()
