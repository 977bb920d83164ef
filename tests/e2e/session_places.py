"""The pages of live sessions, and how somebody comes to them."""

from playwright.sync_api import Page

from e2e.coming import Come, at, press, then, typed, unfold
from e2e.site import ENDED, LONG_WORD, MEETING, PIECE, WAY_IN


def pointing(page: Page) -> None:
    """Words that point at somebody are sent back with a proposal."""
    typed(page, text=f"Ring til 010203-1234 om {LONG_WORD}.")
    press("Send", page)
    page.locator("form.message").wait_for()


#: Groups of pages, each looked at in one go.
SESSIONS: dict[str, dict[str, Come]] = {
    "of sessions": {
        "list": at("dorte", "sessions"),
        "list, empty": at("carla", "sessions"),
        "prepare": then(at("dorte", "prepare_session"), unfold),
        "lead": then(at("dorte", "session", MEETING), unfold),
        "take part": then(at("bo", "session", MEETING), unfold),
        "take part, refused": then(at("bo", "session", MEETING), pointing),
        "asked in": at("anna", "session", MEETING),
        "screen": at("dorte", "session_screen", MEETING),
        "pack": at("dorte", "session_pack", MEETING),
        "come in": at("", "join_link", WAY_IN),
        "come in, wrong link": at("", "join_link", "forkert"),
        "summary": then(at("bo", "session", ENDED), unfold),
        "summary, leading": at("dorte", "session", ENDED),
        "publish": at("dorte", "session_publish", ENDED, PIECE),
    },
}
