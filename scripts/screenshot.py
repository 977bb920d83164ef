#!/usr/bin/env python3
"""Draw the README's pictures of the start page (make screenshot).

A server of its own runs on a free port, with the example organisation in a temporary folder; both
are gone afterwards. Debian's chromium draws: sudo apt-get install chromium
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "billeder"
#: The letter's own words, so that anybody can ask the same.
SITUATION = "En borger sidder over for mig med uro og angst og har ikke styr på hverdagen"
#: Name of the picture, and the size of the window in CSS pixels.
WINDOWS = {"start": (1280, 900), "start-telefon": (390, 844)}
MOST_BYTES = 300_000
PATIENCE_SECONDS = 60


def main() -> None:
    """Start a server, ask, draw, and tell what was drawn."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("There is no Chromium here. On Debian: sudo apt-get install chromium")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        # Chromium's own sandbox does not work for root; only our own pages are shown in it.
        options = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=chromium, args=options)
        for name, (width, height) in WINDOWS.items():
            draw(browser, address, PICTURES / f"{name}.png", width, height)
        browser.close()


@contextmanager
def served() -> Iterator[str]:
    """The address of a server that holds the example and nothing else."""
    with tempfile.TemporaryDirectory(prefix="handlerum-screenshot-") as home:
        kept = {key: value for key, value in os.environ.items() if not key.startswith("HANDLERUM_")}
        environment = kept | {"HANDLERUM_HOME": home}
        command = [sys.executable, "-m", "handlerum.cli.main"]
        # First the example, which brings its index along: the server would build it while we ask.
        subprocess.run([*command, "example"], env=environment, check=True)
        port = free_port()
        server = subprocess.Popen([*command, "serve", "--port", str(port)], env=environment)
        try:
            address = f"http://127.0.0.1:{port}/"
            wait_for(address, server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE_SECONDS)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Return when the server answers.

    Raises:
        SystemExit: it ended, or does not answer in time.
    """
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE_SECONDS and server.poll() is None:
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    sys.exit("The server did not start.")


def draw(browser: Browser, address: str, picture: Path, width: int, height: int) -> None:
    """Sign in as Anna, ask, and draw the window from its top."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        locale="da-DK",
        timezone_id="Europe/Copenhagen",
        color_scheme="light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="Anna").click()
    page.get_by_label("Hvad står du med?").fill(SITUATION)
    page.get_by_role("button", name="Find det, vi ved").click()
    page.locator("section.answer").wait_for()
    page.evaluate("document.activeElement?.blur(); window.scrollTo(0, 0)")
    page.screenshot(path=picture)
    context.close()
    size = picture.stat().st_size
    if size > MOST_BYTES:
        sys.exit(f"{picture.name} is {size} bytes; at most {MOST_BYTES}, or pages load slowly.")
    print(f"{picture.relative_to(PICTURES.parent.parent)}: {width} x {height}, {size // 1000} kB")


if __name__ == "__main__":
    main()
