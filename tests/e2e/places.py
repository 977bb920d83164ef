"""Every page of the product, and how somebody comes to it."""

from functools import partial
from pathlib import Path

from allauth.account.forms import default_token_generator
from django.urls import reverse
from django.utils.http import int_to_base36
from playwright.sync_api import Page

from e2e.answer_places import ANSWERS
from e2e.board_places import BOARDS
from e2e.browser import Visitor
from e2e.coming import Come, at, press, then, typed, unfold
from e2e.facilitating_places import FACILITATING
from e2e.practice_places import PRACTICES
from e2e.session_places import SESSIONS
from e2e.site import ANSWER, BO, DRAFT, GITTE, LONG_WORD, ROW, SITUATION, TOKEN, Site
from e2e.sparring_places import SPARRING
from e2e.trial_places import TRIALS
from e2e.year_places import YEAR
from handlerum.knowledge.terms import Way

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "brug"


def asked(page: Page) -> None:
    """Ask, and wait for the answer."""
    page.get_by_label("Hvad står du med?").fill(SITUATION)
    press("Find det, vi ved", page)
    page.locator("section.answer").wait_for()


def wrong_sign_in(page: Page) -> None:
    """A password that is not the right one."""
    typed(page, login="anna@test.example", password="forkert nøgle")
    press("Log ind", page)


def weak_newcomer(page: Page) -> None:
    """A newcomer whose address is taken and whose password is weak."""
    typed(page, name="Ny", email="anna@test.example", password="kort")
    press("Vær med", page)


def wrong_change(page: Page) -> None:
    """A new password that differs from its repetition."""
    typed(page, oldpassword="forkert", password1="en lang nøgle", password2="en anden nøgle")
    press("Skift adgangskode", page)


POINTING = f"Hendes nummer er 010203-1234. Hun er 47 år, fra Hobro, født 3. maj 1987. {LONG_WORD}"


def identifying(page: Page) -> None:
    """A text that points at somebody, and everything that can be decided about it."""
    typed(page, text=POINTING)
    press("Del", page)
    page.locator("#blur-heading").wait_for()
    unfold(page)


def keeping(page: Page) -> None:
    """Everything that points at somebody is kept, and warned of."""
    identifying(page)
    page.evaluate("for (const one of document.querySelectorAll('[value=keep]')) one.checked = true")
    press("Del", page)
    page.locator("#blur-result .warning").first.wait_for()


def writing(page: Page) -> None:
    """What is found is shown while somebody writes."""
    typed(page, text=POINTING)
    page.locator("#blur-heading").wait_for()


def told(page: Page) -> None:
    """Look whether it was told already."""
    typed(page, text="Vi mødtes på bænken ved kanalen, fordi døren var svær at komme igennem.")
    press("Er det allerede fortalt?", page)
    page.locator("#told a").first.wait_for()


def signed_out(page: Page) -> None:
    """Send a form whose page has become too old."""
    typed(page, title="En titel", text="Det, jeg nåede at skrive.")
    page.context.clear_cookies()
    press("Del", page)


def stale(page: Page) -> None:
    """Send an edit of a version that is no longer the newest."""
    page.locator("[name=version]").evaluate("field => { field.value = '1' }")
    press("Gem ny version", page)


def last_manager(page: Page) -> None:
    """Let the last administrator step down."""
    page.get_by_label("Rolle").select_option("practitioner")
    press("Gem", page)


def asked_too_late(page: Page) -> None:
    """Ask after having been signed out."""
    page.context.clear_cookies()
    page.get_by_label("Hvad står du med?").fill(SITUATION)
    press("Find det, vi ved", page)
    page.locator("#typed").wait_for()


def forgotten_link(visitor: Visitor, site: Site) -> None:
    """The link of a mail to somebody who forgot their password."""
    user = site.cast.anna.user
    visitor.sign_in(None)
    key = default_token_generator.make_token(user)
    where = reverse("account_reset_password_from_key", args=[int_to_base36(user.pk), key])
    visitor.go(where)


def form_of(way: str) -> Come:
    """The form of a way, with everything unfolded."""
    return then(at("anna", "contribute", way), unfold)


#: Groups of pages, each looked at in one go.
PLACES: dict[str, dict[str, Come]] = {
    "of a stranger": {
        "welcome": at("", "start"),
        "sign in": at("", "account_login"),
        "sign in, refused": then(at("", "account_login"), wrong_sign_in),
        "forgotten": at("", "account_reset_password"),
        "forgotten, sent": at("", "account_reset_password_done"),
        "forgotten, link": Come("account_reset_password_from_key", forgotten_link),
        "forgotten, link used": at("", "account_reset_password_from_key", "1", "brugt-noegle"),
        "forgotten, done": at("", "account_reset_password_from_key_done"),
        "invitation": at("", "invitation", TOKEN),
        "invitation, refused": then(at("", "invitation", TOKEN), weak_newcomer),
        "invitation, gone": at("", "invitation", "brugt"),
        "not found": at("", "guide_page", "findes-ikke"),
        "no organisation": at("", "account_inactive"),
    },
    "of the guide": {
        "guide": at("", "guide"),
        **{path.stem: at("", "guide_page", path.stem) for path in sorted(GUIDE.glob("*.md"))},
    },
    "for asking": {
        "start": then(at("anna", "start"), unfold),
        "answer": then(at("anna", "start"), asked),
        "nothing asked": then(at("anna", "start"), partial(press, "Find det, vi ved")),
        "asked too late": then(at("anna", "start"), asked_too_late),
    },
    "for telling": {
        "ways": at("anna", "choose_way"),
        "ways, answering": at("anna", "choose_way", query="?til={row}&holdning=nuances"),
        **{f"form {way}": form_of(way) for way in Way.values},
        "form, while writing": then(form_of("own_experience"), writing),
        "form, too old": then(at("anna", "contribute", "own_experience"), signed_out),
    },
    "of what was refused": {
        **{f"form {way}": then(form_of(way), partial(press, "Del")) for way in Way.values},
        "form, identifying": then(form_of("own_experience"), identifying),
        "form, keeping": then(form_of("own_experience"), keeping),
        "edit, stale": then(at("anna", "edit", ROW), stale),
    },
    "for reading": {
        "browse": at("anna", "browse"),
        "erase": at("anna", "erase", ROW),
        "erase all": at("anna", "erase_mine"),
        "browse, nothing fits": at("anna", "browse", query="?form=theory"),
        "browse, nonsense": at("anna", "browse", query="?form=rygte"),
        "told already": then(at("bo", "contribute", "own_experience"), told),
        "reading": then(at("bo", "contribution", ROW), unfold),
        "reading, own": then(at("anna", "contribution", ROW), unfold),
        "reading, draft": at("anna", "contribution", DRAFT),
        "history": at("anna", "history", ROW),
        "edit": then(at("anna", "edit", ROW), unfold),
        "mine": at("anna", "mine"),
        "mine, empty": at("gitte", "mine"),
        "not found": at("anna", "contribution", 987_654),
    },
    "about people": {
        "people": at("anna", "people"),
        "administrator": at("gitte", "people"),
        "link": then(at("gitte", "people"), partial(press, "Lav et link")),
        "equal standing": at("gitte", "fairness"),
        "answer again": at("gitte", "given_answer", ANSWER),
        "member": at("gitte", "member", BO),
        "member, refused": then(at("gitte", "member", GITTE), last_manager),
        "password": at("anna", "account_change_password"),
        "password, refused": then(at("anna", "account_change_password"), wrong_change),
        "menu": then(at("anna", "mine"), unfold),
        "sign out": at("anna", "account_logout"),
        "invitation": at("carla", "invitation", TOKEN),
    },
    **BOARDS,
    **SESSIONS,
    **ANSWERS,
    **FACILITATING,
    **PRACTICES,
    **TRIALS,
    **YEAR,
    **SPARRING,
}
