"""Pages of trials: all of them, one's own, one of them, and what is done with it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handlerum.core.clock import today
from handlerum.knowledge.terms import Outcome
from handlerum.organisations.access import Denied, Reader
from handlerum.practice.access import readable_trial
from handlerum.practice.models import Trial
from handlerum.practice.queries import trials as queries
from handlerum.practice.queries.practices import standing_on
from handlerum.practice.rules.trials import ENDS, MAX_WHAT, may_act
from handlerum.practice.services import trials as services
from handlerum.practice.telling import Origin
from handlerum.practice.terms import TrialState
from handlerum.reflection.access import joinable, seat
from handlerum.reflection.models import ActionOption, Session
from handlerum.reflection.queries.afterwards import next_steps
from handlerum.reflection.queries.common import Noted, noted, shown
from handlerum.trail.terms import Thing
from handlerum.web.dilemmas.forms import kept_in
from handlerum.web.dilemmas.sending import Sheet, send
from handlerum.web.practice.trial_forms import (
    BeginForm,
    DropForm,
    HandOverForm,
    ProlongForm,
    TellForm,
)
from handlerum.web.privacy.review import Review
from handlerum.web.scope import for_reader

PAGE = 24


@dataclass(frozen=True, slots=True)
class Start:
    """What somebody begins from: what it is called, where it lies, and what is filled in."""

    origin: Origin
    named: str
    back: str
    first: dict[str, Any]


@for_reader
def trials(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The trials the reader may see, of every outcome or of one."""
    narrowed, counts = request.GET.get("vis", ""), queries.counts(reader)
    tabs = [(one.value, one.label, counts[one.value]) for one in _tabs()]
    page = Paginator(queries.listed(reader, narrowed), PAGE).get_page(request.GET.get("side"))
    context = {
        "page": page,
        "tabs": tabs,
        "shown": narrowed if narrowed in {tab[0] for tab in tabs} else "",
        "all": sum(counts[state] for state in TrialState.values),
        "today": today(),
    }
    return render(request, "practice/trials.html", context)


@for_reader
def mine(request: HttpRequest, reader: Reader) -> HttpResponse:
    """What the reader and their teams try now, with what waits for a word first."""
    under_way = queries.mine(reader)
    context = {
        "due": [row for row in under_way if row.until <= today()],
        "later": [row for row in under_way if row.until > today()],
        "over": queries.over(reader)[:PAGE],
        "today": today(),
    }
    return render(request, "practice/trials_mine.html", context)


@for_reader
def begin(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Begin to try something, from nothing or from what the address names."""
    start = _start(request, reader)
    form = BeginForm(reader, request.POST or None, initial=start.first if start else {})
    sheet = Sheet(
        title=_("Prøv noget"),
        button=_("Begynd"),
        back=start.back if start else reverse("trials"),
        done=_("Så er den i gang. På dagen spørger vi, hvad der skete."),
        template="practice/trial_begin.html",
    )

    def save(review: Review) -> str:
        origin = start.origin if start else None
        return _at(services.begin(reader, form.telling(review), origin))

    return send(request, form, sheet, save, named=start.named if start else "")


@for_reader
def trial(request: HttpRequest, reader: Reader, trial_id: int) -> HttpResponse:
    """One trial: where it came from, what was expected, and beside it what happened."""
    found = queries.shown(reader, trial_id)
    came = found.came
    context = {
        "shown": found,
        "row": found.trial,
        "today": today(),
        "session": _session(reader, came.session_id) if came.session_id else None,
        "asked": _before(found.trial),
        "practices": standing_on(reader, Thing.TRIAL, trial_id),
        "new": f"proeve={trial_id}" if found.trial.state == TrialState.TOLD else "",
    }
    return render(request, "practice/trial.html", context)


@for_reader
def tell(request: HttpRequest, reader: Reader, trial_id: int) -> HttpResponse:
    """Tell what became of it: it becomes a contribution."""
    row = _acting(reader, trial_id)
    form = TellForm(row, reader, request.POST or None)
    sheet = Sheet(
        title=_("Hvad skete der?"),
        button=_("Fortæl det"),
        back=_at(row),
        done=_("Tak. Det er nu en erfaring, som andre kan bygge på."),
        template="practice/trial_tell.html",
    )

    def save(review: Review) -> str:
        return _at(services.tell(reader, row.id, form.became(review)))

    return send(request, form, sheet, save, named=row.what, trial=row, asked=_before(row))


@for_reader
def prolong(request: HttpRequest, reader: Reader, trial_id: int) -> HttpResponse:
    """Go on until another day."""
    row = _acting(reader, trial_id)
    form = ProlongForm(request.POST or None, initial={"until": max(row.until, today())})
    sheet = Sheet(_("Giv den mere tid"), _("Gem dagen"), _at(row), _("Den nye dag er gemt."))

    def save(review: Review) -> str:
        return _at(services.prolong(reader, row.id, form.cleaned_data["until"]))

    return send(request, form, sheet, save, named=row.what)


@for_reader
def drop(request: HttpRequest, reader: Reader, trial_id: int) -> HttpResponse:
    """Give it up, and say why."""
    row = _acting(reader, trial_id)
    form = DropForm(request.POST or None)
    lead = _("Blev den ikke til noget? Det er også værd at vide. Den bliver stående som opgivet.")
    sheet = Sheet(_("Opgiv den"), _("Opgiv"), _at(row), _("Den er opgivet."), lead)

    def save(review: Review) -> str:
        return _at(services.drop(reader, row.id, review.texts["why"], kept_in(review)))

    return send(request, form, sheet, save, named=row.what)


@for_reader
def hand_over(request: HttpRequest, reader: Reader, trial_id: int) -> HttpResponse:
    """Give one's own trial to a colleague."""
    row = _own(reader, trial_id)
    form = HandOverForm(queries.heirs(row), request.POST or None)
    lead = _("Din kollega bliver mindet om den på dagen. Kun dem, der må læse den, står her.")
    sheet = Sheet(_("Giv den videre"), _("Giv videre"), _at(row), _("Den er givet videre."), lead)

    def save(review: Review) -> str:
        services.hand_over(reader, row.id, int(form.cleaned_data["colleague"] or 0))
        return _at(row)

    return send(request, form, sheet, save, named=row.what)


@require_POST
@for_reader
def take_over(request: HttpRequest, reader: Reader, trial_id: int) -> HttpResponse:
    """Take over a trial whose owner has stopped."""
    services.take_over(reader, trial_id)
    messages.success(request, _("Prøvehandlingen er din nu."))
    return redirect("trial", trial_id)


@for_reader
def erase(request: HttpRequest, reader: Reader, trial_id: int) -> HttpResponse:
    """Ask once, then erase one's own trial."""
    row = _own(reader, trial_id)
    sheet = Sheet(
        title=_("Slet prøvehandlingen for altid?"),
        button=_("Slet for altid"),
        back=_at(row),
        done=_("Prøvehandlingen er slettet for altid."),
        lead=_(
            "Det, du ventede, forsvinder. Har du fortalt, hvad der skete, bliver det stående som "
            "dit bidrag. Sikkerhedskopier har teksten, til de bliver smidt ud."
        ),
        template="dilemmas/confirm.html",
    )
    if request.method == "POST":
        services.erase(reader, row.id)
        messages.success(request, sheet.done)
        return redirect("my_trials")
    return render(request, sheet.template, {"sheet": sheet, "named": row.what})


def _tabs() -> tuple[TrialState | Outcome, ...]:
    """Where a trial can be, and how it can end: side by side, none before the others."""
    return (TrialState.UNDER_WAY, *ENDS, TrialState.DROPPED)


def _before(row: Trial) -> list[tuple[str, str]]:
    """The questions before that were answered."""
    asked = (
        (_("Det ventede vi"), row.expected),
        (_("Det ville overraske"), row.surprise),
        (_("Det kiggede vi efter"), row.sign),
    )
    return [(label, text) for label, text in asked if text]


def _at(row: Trial) -> str:
    return reverse("trial", args=[row.id])


def _acting(reader: Reader, trial_id: int) -> Trial:
    """A trial that the reader may tell of."""
    row = readable_trial(reader, trial_id)
    if not may_act(reader.user_id, reader.team_ids, row.owner_id, row.by_team_id):
        raise Denied
    return row


def _own(reader: Reader, trial_id: int) -> Trial:
    row = readable_trial(reader, trial_id)
    if row.owner_id != reader.user_id:
        raise Denied
    return row


def _session(reader: Reader, session_id: int) -> Session | None:
    try:
        return joinable(reader, session_id)
    except Denied:
        return None


def _start(request: HttpRequest, reader: Reader) -> Start | None:
    """What the address names as that which is tried."""
    if dilemma_id := _number(request, "dilemma"):
        origin = Origin(Thing.DILEMMA, dilemma_id, _number(request, "mulighed"))
        return _from_dilemma(reader, origin)
    if session_id := _number(request, "moede"):
        step, option = _number(request, "skridt"), _number(request, "mulighed")
        return _from_session(reader, session_id, step, option)
    if contribution_id := _number(request, "bidrag"):
        return _from_contribution(reader, Origin(Thing.CONTRIBUTION, contribution_id))
    return None


def _number(request: HttpRequest, name: str) -> int | None:
    given = request.GET.get(name, "")
    return int(given) if given.isdecimal() and len(given) < 19 else None


def _from_dilemma(reader: Reader, origin: Origin) -> Start:
    came = queries.came_from(reader, origin)
    assert came.dilemma is not None
    what = came.option.text if came.option else ""
    back = reverse("dilemma", args=[origin.id])
    row = came.dilemma
    return Start(origin, row.question, back, _first(what, row.audience, row.team_id))


def _from_contribution(reader: Reader, origin: Origin) -> Start:
    came = queries.came_from(reader, origin)
    assert came.contribution is not None
    back, row = reverse("contribution", args=[origin.id]), came.contribution
    return Start(origin, row.title, back, _first("", row.audience, row.team_id))


def _from_session(
    reader: Reader, session_id: int, part: int | None, option_id: int | None
) -> Start:
    session = seat(reader, session_id).session
    step = next((one for one in next_steps(reader, session_id) if one.id == part), None)
    option = next((one for one in _options(session) if one.id == option_id), None)
    if (part and step is None) or (option_id and option is None):
        raise Denied
    said = step or option
    first = _first(said.text if said else "", session.audience, session.team_id)
    if step and step.due:
        first |= _until(step.due)
    origin = Origin(Thing.SESSION, session_id, part, option_id)
    return Start(origin, session.question, reverse("session", args=[session_id]), first)


def _options(session: Session) -> tuple[Noted, ...]:
    """The options that everybody in the session could see."""
    return noted(shown(ActionOption, session))


def _first(what: str, audience: str, team_id: int | None) -> dict[str, Any]:
    return {"what": what[:MAX_WHAT], "audience": audience, "team": str(team_id or "")}


def _until(day: date) -> dict[str, date]:
    """The day that was agreed on, where it still lies ahead."""
    return {"until": day} if day >= today() else {}
