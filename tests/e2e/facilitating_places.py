"""The pages of whoever leads a session, and how somebody comes to them."""

from functools import partial

from playwright.sync_api import Page

from e2e.coming import Come, at, press, then, typed, unfold
from e2e.site import ENDED, LONG_WORD, MEETING, VARIANT


def pointing(page: Page) -> None:
    """A step in words that point at somebody."""
    typed(page, instruction=f"Ring til 22 33 44 55 om {LONG_WORD}.")
    press("Gem trinet", page)


def too_many(page: Page) -> None:
    """A link for more than anybody invites."""
    typed(page, uses="9999")
    page.locator("main [name=uses]").evaluate("field => field.removeAttribute('max')")
    press("Lav et link", page)


def moved(page: Page) -> None:
    """A step is moved down."""
    page.locator("main .plan button[value=down]").first.click()


#: Groups of pages, each looked at in one go.
FACILITATING: dict[str, dict[str, Come]] = {
    "for leading sessions": {
        "steps": at("dorte", "session_steps", MEETING),
        "steps, moved": then(at("dorte", "session_steps", MEETING), moved),
        "step": at("dorte", "session_step", MEETING, "silent"),
        "step, pointing": then(at("dorte", "session_step", MEETING, "silent"), pointing),
        "new step": at("dorte", "session_add_step", MEETING),
        "methods": then(at("dorte", "methods"), unfold),
        "methods, none of one's own": at("carla", "methods"),
        "variant": then(at("dorte", "variant", VARIANT), unfold),
        "variant, of somebody else": at("bo", "variant", VARIANT),
        "invite": at("dorte", "session_link", MEETING),
        "invite, refused": then(at("dorte", "session_link", MEETING), too_many),
        "link": then(at("dorte", "session_link", MEETING), partial(press, "Lav et link")),
        "laid out": at("bo", "session_laid_out", MEETING),
        "laid out, nothing": at("bo", "session_laid_out", ENDED),
        "delete": at("dorte", "session_delete", MEETING),
    },
}
