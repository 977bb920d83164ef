"""The whole loop as one story: from what somebody stands with to what the year says about it.

The pages are driven by a phone. The session in the middle is led through its services, since
`test_session_story` goes through one by hand; days pass by moving dates back.
"""

from collections.abc import Callable
from datetime import timedelta

from django.urls import reverse
from playwright.sync_api import Page, expect

from cast import Cast, shared
from e2e.browser import Visitor
from handlerum.core.clock import today
from handlerum.dilemmas.models import Dilemma
from handlerum.insight.models import YearStatus
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.services import link, withdraw
from handlerum.practice.models import Practice, Trial
from handlerum.reflection import services as sessions
from handlerum.reflection.models import Session
from handlerum.reflection.telling import OptionTelling
from handlerum.search.services import catch_up
from reflection.sessions.making import at_step, joined, running

QUESTION = "Skal vi tale i telefon eller mødes ude?"
TRIED = "Vi ringer dagen før og aftaler et sted"
LEARNED = "Et kort opkald gør døren lettere at gå ind ad"
PRACTICE = "Sådan inviterer vi til det første møde"


def fill(page: Page, **texts: str) -> None:
    """Fill in fields of the page by their names."""
    for name, text in texts.items():
        page.locator(f"main [name={name}]").fill(text)


def pick(page: Page, **values: str) -> None:
    """Choose among radio buttons, or in a list, by their names."""
    for name, value in values.items():
        option = page.locator(f"main input[name={name}][value={value}]")
        if option.count():
            option.check(force=True)
        else:
            page.locator(f"main select[name={name}]").select_option(value)


def press(page: Page, name: str) -> None:
    """Press the button of that name."""
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def respond_and_contribute(page: Page) -> Contribution:
    """Anna asks, reads what is known, and tells what she knows herself."""
    page.get_by_label("Hvad står du med?").fill("Vi mødtes på bænken ved kanalen")
    press(page, "Find det, vi ved")
    expect(page.get_by_role("heading", name="Det ved vi")).to_be_visible()
    page.get_by_role("link", name="Bidrag", exact=True).click()
    page.get_by_role("link", name="Egen erfaring").click()
    fill(page, title="Døren var for svær", text="Hun stod udenfor og kom ikke ind til mødet.")
    pick(page, outcome="failed", audience="organisation")
    press(page, "Del")
    expect(page.get_by_role("heading", level=1)).to_have_text("Døren var for svær")
    return Contribution.objects.get(title="Døren var for svær")


def make_dilemma(visitor: Visitor) -> Dilemma:
    """Anna sets two considerations against each other."""
    page = visitor.go(reverse("make_dilemma"))
    fill(page, question=QUESTION, name_0="Tryghed", name_1="Ligeværd")
    pick(page, bearer_0="citizen", bearer_1="colleagues", audience="organisation")
    page.locator("main form[data-guard] .primary").click()
    expect(page.get_by_text(QUESTION).first).to_be_visible()
    made = Dilemma.objects.get(question=QUESTION)
    visitor.go(reverse("add_option", args=[made.id]))
    fill(page, text=TRIED)
    press(page, "Foreslå")
    expect(page.get_by_text(TRIED).first).to_be_visible()
    return made


def meet(cast: Cast, dilemma: Dilemma) -> Session:
    """Dorte leads a session about the dilemma; Anna notes what could be done afterwards."""
    about = {"subject_kind": "dilemma", "subject_id": dilemma.id, "audience": "organisation"}
    session = at_step(cast, running(cast, **about), 5)
    anna = joined(cast, session, "anna")
    sessions.note_option(anna, session.id, OptionTelling("k", TRIED, "after"))
    sessions.close(cast.reader("dorte"), session.id)
    return session


def try_it(visitor: Visitor, dilemma: Dilemma) -> Trial:
    """The option becomes a trial, and on its day Anna tells what happened."""
    page = visitor.go(reverse("dilemma", args=[dilemma.id]))
    page.locator(".could-list").get_by_role("link", name="Prøv det").click()
    expect(page.locator("main [name=what]")).to_have_value(TRIED)
    fill(page, expected="At flere kommer", surprise="At nogen siger nej")
    pick(page, audience="organisation")
    page.locator("main form[data-guard] .primary").click()
    trial = Trial.objects.get()
    Trial.objects.update(until=today() - timedelta(days=1))
    visitor.go(reverse("my_trials"))
    expect(page.get_by_text(TRIED).first).to_be_visible()
    visitor.go(reverse("tell_trial", args=[trial.id]))
    fill(page, title=LEARNED, happened="Fem ud af seks kom.", learned="Aftal stedet sammen.")
    pick(page, outcome="mixed", audience="organisation")
    page.locator("main form[data-guard] .primary").click()
    trial.refresh_from_db()
    assert trial.contribution
    return trial


def agree(visitor: Visitor, trial: Trial) -> Practice:
    """What was learned becomes a procedure that stands on it."""
    assert trial.contribution
    page = visitor.go(f"{reverse('make_practice')}?bidrag={trial.contribution_id}")
    fill(page, title=PRACTICE, text="# Før mødet\n\nVi ringer dagen før.")
    pick(page, kind="procedure", audience="organisation")
    press(page, "Gem")
    expect(page.get_by_role("heading", level=1)).to_have_text(PRACTICE)
    return Practice.objects.get()


def test_from_a_situation_to_the_year(cast: Cast, opened: Callable[..., Visitor]) -> None:
    for form in ("experience", "narrative"):
        shared(cast, "bo", form=form)
    catch_up()
    visitor = opened()
    visitor.sign_in(cast.anna)
    page = visitor.go("/")

    first = respond_and_contribute(page)
    dilemma = make_dilemma(visitor)
    session = meet(cast, dilemma)
    trial = try_it(visitor, dilemma)
    practice = agree(visitor, trial)

    # A colleague contradicts what it stands on, and one piece under it is withdrawn.
    against = shared(cast, "bo", title="Opkaldet gjorde hende bange", outcome="failed")
    assert trial.contribution
    link(cast.reader("bo"), against.id, trial.contribution.id, "challenges")
    visitor.go(reverse("practice", args=[practice.id]))
    flags = page.get_by_role("region", name="Se på den igen")
    expect(flags).to_contain_text("Noget, den står på, er modsagt")
    expect(flags).to_contain_text("Opkaldet gjorde hende bange")

    visitor.go(reverse("edit_practice", args=[practice.id]) + f"?moede={session.id}")
    fill(page, text="# Før mødet\n\nVi spørger, om vi må ringe dagen før.", why="Nogle blev bange.")
    press(page, "Gem")
    visitor.go(reverse("practice_history", args=[practice.id]))
    expect(page.get_by_text("Nogle blev bange.")).to_be_visible()
    withdraw(cast.reader("anna"), trial.contribution.id)
    visitor.go(reverse("practice", args=[practice.id]))
    expect(flags).to_contain_text("Noget, den står på, er væk")

    # What became of it, seen from the dilemma.
    visitor.go(reverse("dilemma_path", args=[dilemma.id]))
    for words in (TRIED, PRACTICE):
        expect(page.get_by_role("main").get_by_text(words).first).to_be_visible()

    visitor.sign_in(cast.dorte)
    visitor.go(reverse("years"))
    press(page, "Lav kladden")
    expect(page.get_by_text("Kladde.").first).to_be_visible()
    year = page.get_by_role("main")
    for words in (QUESTION, TRIED, PRACTICE, "Nogle blev bange."):
        expect(year).to_contain_text(words)
    press(page, "Udgiv til organisationen")
    visitor.sign_in(cast.anna)
    visitor.go(reverse("year", args=[YearStatus.objects.get().id]))
    expect(year).to_contain_text(PRACTICE)
    assert first.id
    assert visitor.complaints == []
