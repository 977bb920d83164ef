"""Pages for writing a practice, taking it out of use, and giving it to somebody else."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handlerum.core.differences import Difference, differences
from handlerum.dilemmas.access import readable as readable_dilemma
from handlerum.knowledge.access import readable as readable_contribution
from handlerum.knowledge.services import Stale
from handlerum.organisations.access import Denied, Reader
from handlerum.practice.access import editable, readable, readable_trial
from handlerum.practice.models import Practice
from handlerum.practice.problems import Refused
from handlerum.practice.queries.practices import colleagues
from handlerum.practice.rules.making import MAX_TITLE, both
from handlerum.practice.services import making as services
from handlerum.practice.services.basis import stand_on
from handlerum.practice.services.practice_erasure import erase as erase_for_good
from handlerum.practice.services.practice_erasure import may_erase
from handlerum.practice.telling import Origin
from handlerum.practice.terms import PracticeKind, PracticeState
from handlerum.reflection.access import joinable
from handlerum.trail.terms import Thing
from handlerum.web.dilemmas.sending import Sheet, send, show
from handlerum.web.practice.importing import fetch
from handlerum.web.practice.practice_forms import EditForm, PracticeForm
from handlerum.web.practice.trial_forms import HandOverForm
from handlerum.web.privacy.review import Review
from handlerum.web.scope import for_reader

_WRITE = "practice/practice_write.html"


@dataclass(frozen=True, slots=True)
class Start:
    """What led to a practice: what it is called, and where it lies."""

    origin: Origin
    named: str
    back: str


@for_reader
def make(request: HttpRequest, reader: Reader) -> HttpResponse:
    """A new practice, from nothing or from what the address names."""
    start = origin_of(request, reader)
    first = {"title": start.named[:MAX_TITLE]} if start else None
    form = PracticeForm(reader, request.POST or None, request.FILES or None, initial=first)
    sheet = Sheet(
        title=_("Skriv det, I er blevet enige om"),
        button=_("Gem"),
        back=start.back if start else reverse("practices"),
        done=_("Den er gemt. Læg nu det under, som den står på."),
        template=_WRITE,
    )

    if request.method == "POST" and form.is_valid() and fetch(request, form):
        return show(request, form, sheet, start=start, status=422 if form.errors else 200)

    def save(review: Review) -> str:
        origin = start.origin if start else None
        row = services.make(reader, form.telling(review), origin=origin)
        if origin and origin.thing == Thing.CONTRIBUTION:
            _lay_under(reader, row, origin.id)
        return at(row)

    return send(request, form, sheet, save, start=start)


@for_reader
def edit(request: HttpRequest, reader: Reader, practice_id: int) -> HttpResponse:
    """Change a practice: what is new becomes a version, with its reason."""
    row, start = editable(reader, practice_id), origin_of(request, reader)
    form = EditForm(row, reader, request.POST or None)
    sheet = Sheet(_("Ret praksis"), _("Gem"), at(row), _("Ændringen er gemt."), template=_WRITE)
    version = request.POST.get("version", "")
    if "both" in request.POST and form.is_valid():
        return _as_one(request, form, sheet, row, start)

    def save(review: Review) -> str:
        services.edit(
            reader,
            row.id,
            form.telling(review),
            version=int(version) if version.isdecimal() and len(version) < 10 else -1,
            why=review.texts["why"],
            origin=start.origin if start else None,
            law_checked=form.law_was_checked,
        )
        return at(row)

    try:
        return send(request, form, sheet, save, kept=row.kept, row=row, start=start)
    except Stale:
        row.refresh_from_db()
        form.add_error(None, _("En anden har ændret den, mens du skrev. Din tekst står her."))
        review = Review(form.told, "", request.POST, row.kept)
        theirs = _theirs(row, form)
        return show(request, form, sheet, row=row, start=start, review=review, theirs=theirs)


@require_POST
@for_reader
def state(request: HttpRequest, reader: Reader, practice_id: int) -> HttpResponse:
    """Take a practice out of use, or into use again."""
    row = editable(reader, practice_id)
    wanted = PracticeState.IN_USE if "use" in request.POST else PracticeState.RETIRED
    services.set_state(reader, row.id, wanted)
    retired = _("Den er ikke i brug mere. Den kan stadig læses.")
    said = retired if wanted == PracticeState.RETIRED else _("Den er i brug igen.")
    messages.success(request, said)
    return redirect("practice", row.id)


@for_reader
def hand_over(request: HttpRequest, reader: Reader, practice_id: int) -> HttpResponse:
    """Give a practice to a colleague who may read it."""
    row = readable(reader, practice_id)
    if not services.may_hand_over(reader, row):
        raise Denied
    heirs = list(colleagues(row).select_related("user").order_by("user__name"))
    form = HandOverForm(heirs, request.POST or None)
    sheet = Sheet(_("Hvem har den fra nu af?"), _("Giv den videre"), at(row), _("Den er givet."))

    def save(_review: Review) -> str:
        services.hand_over(reader, row.id, int(form.cleaned_data["colleague"] or 0))
        return at(row)

    return send(request, form, sheet, save, named=row.title)


@for_reader
def erase(request: HttpRequest, reader: Reader, practice_id: int) -> HttpResponse:
    """Ask once, then erase a practice that nobody works by."""
    row = readable(reader, practice_id)
    if row.owner_id != reader.user_id or not may_erase(row):
        raise Denied
    sheet = Sheet(
        title=_("Slet den for altid?"),
        button=_("Slet for altid"),
        back=at(row),
        done=_("Den er slettet for altid."),
        lead=_("Teksten, dens historie og det, der er skrevet til den, forsvinder for alle."),
        template="dilemmas/confirm.html",
    )
    if request.method == "POST":
        erase_for_good(reader, row.id)
        messages.success(request, sheet.done)
        return redirect("practices")
    return render(request, sheet.template, {"sheet": sheet, "named": row.title})


def origin_of(request: HttpRequest, reader: Reader) -> Start | None:
    """What the address names as that which led to it, as far as the reader may see it."""
    if number := _number(request, "bidrag"):
        row = readable_contribution(reader, number)
        return Start(
            Origin(Thing.CONTRIBUTION, number), row.title, reverse("contribution", args=[number])
        )
    if number := _number(request, "dilemma"):
        board = readable_dilemma(reader, number)
        return Start(
            Origin(Thing.DILEMMA, number), board.question, reverse("dilemma", args=[number])
        )
    if number := _number(request, "proeve"):
        trial = readable_trial(reader, number)
        return Start(Origin(Thing.TRIAL, number), trial.what, reverse("trial", args=[number]))
    if number := _number(request, "moede"):
        session = joinable(reader, number)
        return Start(
            Origin(Thing.SESSION, number), session.question, reverse("session", args=[number])
        )
    return None


def at(row: Practice) -> str:
    """Where a practice lies."""
    return reverse("practice", args=[row.id])


def _number(request: HttpRequest, name: str) -> int | None:
    given = request.GET.get(name, "")
    return int(given) if given.isdecimal() and len(given) < 19 else None


def _lay_under(reader: Reader, row: Practice, contribution_id: int) -> None:
    """What a practice came from lies under it, where it may."""
    try:
        stand_on(reader, row.id, contribution_id, "supports")
    except Refused:
        return


def _as_one(
    request: HttpRequest, form: EditForm, sheet: Sheet, row: Practice, start: Start | None
) -> HttpResponse:
    """Both texts in one field, to be put together by hand."""
    typed = request.POST.copy()
    typed["text"] = both(row.text, form.told["text"])
    form.data = typed
    messages.info(request, _("Begge tekster står her nu. Slet det, der ikke skal med, og gem."))
    return show(request, form, sheet, status=200, row=row, start=start)


def _theirs(row: Practice, form: EditForm) -> list[tuple[str, list[Difference]]]:
    """From what is stored now to what was typed, for each field that differs."""
    pairs = [
        (str(form[name].label), getattr(row, name), form.told[name]) for name in PracticeForm.free
    ]
    before, after = (
        str(PracticeKind(kind).label) for kind in (row.kind, form.cleaned_data["kind"] or row.kind)
    )
    pairs.append((str(form["kind"].label), before, after))
    return [(label, differences(one, other)) for label, one, other in pairs if one != other]
