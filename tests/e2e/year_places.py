"""The pages of the year and of what came of things, and how somebody comes to them."""

from functools import partial

from playwright.sync_api import Page

from e2e.browser import Visitor
from e2e.coming import Come, at, press, then, typed, unfold
from e2e.site import BOARD, ENDED, QUIET, ROW, Site
from handlerum.insight.models import Nomination, Principle, YearPart, YearStatus
from handlerum.insight.terms import YearState
from handlerum.practice.models import Practice, Trial
from handlerum.web.insight.charts import bars, on_screen


def of_year(who: str, name: str, find: object, query: str = "") -> Come:
    """To an address that names a thing of the year, which is found when one comes there."""

    def go(visitor: Visitor, site: Site) -> None:
        on_screen(bars("", {"": 1}))  # the first plot of a process takes seconds on a busy machine
        thing = find() if callable(find) else find
        at(who, name, thing, query=query).go(visitor, site)

    return Come(name, go)


def draft() -> YearStatus:
    """The draft."""
    return YearStatus.objects.get(state=YearState.DRAFT)


def published() -> YearStatus:
    """The year that is published."""
    return YearStatus.objects.get(state=YearState.PUBLISHED)


def part() -> YearPart:
    """A part that somebody has written in."""
    return YearPart.objects.get(status=draft(), part="ahead")


def principle() -> Principle:
    """A principle of the draft."""
    return Principle.objects.get(status=draft())


def nominated() -> Nomination:
    """Something that is nominated and not chosen."""
    return Nomination.objects.get(chosen_at=None)


def trial() -> Trial:
    """A trial of the year."""
    return Trial.objects.filter(outcome="failed", audience="organisation")[0]


def changed() -> Practice:
    """A practice that was changed."""
    return Practice.objects.filter(versions__number=2)[0]


def stale(page: Page) -> None:
    """Words that somebody else wrote anew."""
    typed(page, text="Det vil vi også.")
    page.locator("[name=version]").evaluate("field => { field.value = '0' }")
    press("Gem", page)
    unfold(page)


def backwards(page: Page) -> None:
    """A period that ends before it begins."""
    typed(page, starts="2025-02-01", ends="2025-01-01")
    press("Lav kladden", page)


def pointing(page: Page) -> None:
    """A reason that points at somebody."""
    typed(page, reason="Hans Hansen, 010203-1234, kom igen.")
    press("Indstil", page)
    unfold(page)


YEAR: dict[str, dict[str, Come]] = {
    "of the year": {
        "years": at("dorte", "years"),
        "years, of all": at("anna", "years"),
        "years, none": at("carla", "years"),
        "years, refused": then(at("dorte", "years"), backwards),
        "year": then(of_year("dorte", "year", draft), unfold),
        "year, published": then(of_year("anna", "year", published), unfold),
        "year, to take back": of_year("gitte", "year", published),
        "part": then(of_year("dorte", "year_part", part), unfold),
        "part, stale": then(of_year("dorte", "year_part", part), stale),
        "principle": of_year("dorte", "year_principle", draft),
        "principle, first": of_year("dorte", "year_principle", published),
        "principle, refused": then(
            of_year("dorte", "year_principle", draft), partial(press, "Gem")
        ),
        "principle, again": of_year("dorte", "edit_principle", principle),
        "delete": of_year("dorte", "year_delete", draft),
        "nominate": at("erik", "nominate", ROW),
        "nominate, refused": then(at("erik", "nominate", ROW), partial(press, "Indstil")),
        "nominate, pointing": then(at("erik", "nominate", ROW), pointing),
        "nominate a trial": of_year("erik", "nominate_trial", trial),
        "choose": of_year("dorte", "choose_nomination", nominated),
        "choose, refused": then(
            of_year("dorte", "choose_nomination", nominated), partial(press, "Gem valget")
        ),
    },
    "of the whole": {
        "everything": at("dorte", "more"),
        "everything, for a practitioner": at("anna", "more"),
        "overview": then(at("dorte", "overview"), unfold),
        "overview, nothing there": at("carla", "overview"),
    },
    "of what came of it": {
        "from a contribution": at("bo", "contribution_path", ROW),
        "from a dilemma": at("anna", "dilemma_path", BOARD),
        "from a dilemma, nothing": at("anna", "dilemma_path", QUIET),
        "from a session": at("bo", "session_path", ENDED),
        "from a trial": of_year("anna", "trial_path", trial),
        "from a practice": of_year("anna", "practice_path", changed),
    },
}
