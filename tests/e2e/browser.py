"""Driving Debian's Chromium: how it starts, and how somebody is signed in in it."""

import shutil
from dataclasses import dataclass, field

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request

from handlerum.organisations.models import Membership, User
from web.pages import signed_in

#: Chromium's own sandbox does not work for root; only our own pages are shown in it.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
ANSWERED = ("Failed to load resource: the server responded", "Response Status Error Code 4")
PHONE = {"width": 390, "height": 844}


def start(playwright: Playwright) -> Browser:
    """Debian's Chromium, or the test is skipped where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("there is no Chromium here; on Debian: sudo apt-get install chromium")
    return playwright.chromium.launch(executable_path=found, args=ARGUMENTS)


@dataclass
class Visitor:
    """Somebody's browser window on our pages, and what its console complained about."""

    context: BrowserContext
    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        self.page.on("requestfailed", self._lose)
        # Leaving a page with something unsent asks first; whoever leaves here means it.
        self.page.on("dialog", lambda dialog: dialog.accept())

    def _lose(self, asked: Request) -> None:
        # Going on before everything has come breaks off what was on its way.
        if asked.failure != "net::ERR_ABORTED":
            self.complaints.append(f"lost: {asked.url} {asked.failure}")

    def _hear(self, message: ConsoleMessage) -> None:
        # Some of our pages must answer 403, 404 or 422, and both Chromium and htmx tell of it.
        answered = message.text.startswith(ANSWERED)
        ours = "/static/" not in str(message.location) or "htmx" in str(message.location)
        if message.type in ("error", "warning") and not (answered and ours):
            self.complaints.append(f"{message.type}: {message.text}")

    def go(self, path: str) -> Page:
        """Open one of our addresses."""
        self.page.goto(self.address + path)
        return self.page

    def sign_in(self, who: Membership | User | None) -> None:
        """Be somebody from now on, or nobody."""
        self.context.clear_cookies()
        if who is not None:
            self.carry(signed_in(who))

    def carry(self, client: Client) -> None:
        """Take over the session of a test client."""
        name = settings.SESSION_COOKIE_NAME
        value = client.cookies[name].value
        self.context.add_cookies([{"name": name, "value": value, "url": self.address}])
