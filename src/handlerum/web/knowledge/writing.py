"""Pages for writing: contribute, edit, share, link, withdraw."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handlerum.exchange.bounded import read_bounded
from handlerum.exchange.readers import Reason, Unreadable
from handlerum.exchange.reasons import in_words
from handlerum.knowledge import services
from handlerum.knowledge.access import own, readable
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.problems import Refused
from handlerum.knowledge.rules import FREE
from handlerum.knowledge.terms import Stance, State, Way
from handlerum.knowledge.ways import WAYS
from handlerum.organisations.access import Reader
from handlerum.privacy.blur import Choice
from handlerum.search.dilemmas import offered
from handlerum.search.related import told_already
from handlerum.web.knowledge.forms import ContributionForm, initial_of
from handlerum.web.privacy.review import Review
from handlerum.web.privacy.review import told as told_in
from handlerum.web.scope import for_reader
from handlerum.web.sparring.becoming import asked_of, begun, keep_link
from handlerum.web.uploads import too_large


@for_reader
def choose(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The six ways in."""
    context = {"ways": WAYS.values(), **_answered(request, reader)}
    return render(request, "knowledge/choose.html", context)


@for_reader
def contribute(request: HttpRequest, reader: Reader, way: str) -> HttpResponse:
    """Tell something, in the form of one way."""
    if way not in Way.values:
        raise Http404
    initial = {"form": request.GET["form"]} if request.GET.get("form") else {}
    talk = asked_of(request, reader)
    form = ContributionForm(
        reader,
        Way(way),
        request.POST or None,
        request.FILES or None,
        initial=initial | begun(talk),
    )
    answered = _answered(request, reader)
    if "look" in request.POST:
        return _page(request, form, WAYS[Way(way)], **_looked(request, reader), **answered)
    if request.method == "POST" and _ready(request, form):
        review = Review(form.told, form.cited, request.POST)
        if not review.settled:
            form.also_refuse(review, sharing="draft" not in request.POST)
            return _page(request, form, WAYS[Way(way)], review=review, **answered)
        try:
            keep = services.draft if "draft" in request.POST else services.contribute
            row = keep(reader, form.telling(review), answers=_answers(answered))
            keep_link(reader, talk, row.id)
            return _done(request, row)
        except Refused as refused:
            form.refuse(refused)
            answered["review"] = review
    return _page(request, form, WAYS[Way(way)], **answered)


@for_reader
def edit(request: HttpRequest, reader: Reader, contribution_id: int) -> HttpResponse:
    """Change one's own contribution."""
    row = own(reader, contribution_id)
    initial = initial_of(services.telling_of(row))
    way = Way(row.way)
    form = ContributionForm(
        reader, way, request.POST or None, request.FILES or None, initial=initial
    )
    if "look" in request.POST:
        return _page(request, form, WAYS[way], row=row, **_looked(request, reader))
    if request.method == "POST" and _ready(request, form):
        review = Review(form.told, form.cited, request.POST, row.kept)
        if not review.settled:
            form.also_refuse(review, sharing=_sharing(request, row))
            return _page(request, form, WAYS[way], row=row, review=review)
        try:
            return _done(request, _change(request, reader, row, form, review))
        except Refused as refused:
            form.refuse(refused)
            return _page(request, form, WAYS[way], row=row, review=review)
        except services.Stale:
            form.add_error(None, _("Bidraget blev ændret i et andet vindue. Din tekst står her."))
            row.refresh_from_db()
            return _page(request, form, WAYS[way], row=row, newest=row, review=review)
    if row.kept:  # what points to somebody is seen again, and warned of
        review = Review(told_in(initial), initial["source_authors"], QueryDict(), row.kept)
        return _page(request, form, WAYS[way], row=row, review=review, live=True)
    return _page(request, form, WAYS[way], row=row)


@require_POST
@for_reader
def told(request: HttpRequest, reader: Reader) -> HttpResponse:
    """What may tell the same as a text that is being written. Looked at, and forgotten."""
    return render(request, "knowledge/_told.html", _looked(request, reader))


@require_POST
@for_reader
def share(request: HttpRequest, reader: Reader, contribution_id: int) -> HttpResponse:
    """Share a draft, or share again."""
    if Choice.KEEP in own(reader, contribution_id).kept.values():
        messages.warning(request, _("Se, hvad der peger på nogen, før du deler."))
        return redirect("edit", contribution_id)
    try:
        return _done(request, services.share(reader, contribution_id))
    except Refused:
        messages.warning(request, _("Der mangler lidt, før det kan deles. Se det igennem her."))
        return redirect("edit", contribution_id)


@require_POST
@for_reader
def withdraw(request: HttpRequest, reader: Reader, contribution_id: int) -> HttpResponse:
    """Take back what was shared."""
    services.withdraw(reader, contribution_id)
    messages.success(request, _("Bidraget er trukket tilbage. Kun du kan se det nu."))
    return redirect("mine")


@require_POST
@for_reader
def discard(request: HttpRequest, reader: Reader, contribution_id: int) -> HttpResponse:
    """Delete a draft."""
    services.discard(reader, contribution_id)
    messages.success(request, _("Kladden er slettet."))
    return redirect("mine")


@require_POST
@for_reader
def link(request: HttpRequest, reader: Reader, contribution_id: int) -> HttpResponse:
    """Let one of one's own contributions build on, nuance or contradict this one."""
    stance, origin = request.POST.get("stance", ""), _number(request.POST.get("origin", ""))
    if stance not in Stance.values or origin is None:
        messages.warning(request, _("Vælg både et bidrag, og hvordan de hænger sammen."))
    else:
        services.link(reader, origin, contribution_id, stance)
        messages.success(request, _("Bidragene er forbundet."))
    return redirect("contribution", contribution_id)


def _answered(request: HttpRequest, reader: Reader) -> dict[str, Any]:
    """Which contribution this one answers, and how; carried along in the address."""
    to, stance = _number(request.GET.get("til", "")), request.GET.get("holdning", "")
    if to is None or stance not in Stance.values:
        return {"to": None, "stance": ""}
    return {"to": readable(reader, to), "stance": Stance(stance)}


def _looked(request: HttpRequest, reader: Reader) -> dict[str, Any]:
    """What lies near a text that is being written."""
    title, text = request.POST.get("title", ""), request.POST.get("text", "")
    near = told_already(reader, title, text, but=_number(request.POST.get("row", "")))
    return {"near": near, "offered": offered(reader, f"{title}\n{text}"), "looked": True}


def _number(text: str) -> int | None:
    """A number as a browser sends it; None for what is none, or is longer than any id."""
    return int(text) if text.isdecimal() and len(text) < 20 else None


def _answers(answered: dict[str, Any]) -> tuple[int, Stance] | None:
    return (answered["to"].id, answered["stance"]) if answered["to"] else None


def _ready(request: HttpRequest, form: ContributionForm) -> bool:
    """Whether the form can be stored now. A file first becomes text that its author can see."""
    valid = form.is_valid()
    file = form.file_given
    if file is None and not too_large(request):
        if "fetch" in request.POST:
            form.add_error("file", _("Vælg en fil først."))
        return valid and not form.errors
    try:
        if too_large(request) or file is None:
            raise Unreadable(Reason.too_large)
        pieces = read_bounded(file.name or "", file.read())
    except Unreadable as unreadable:
        form.add_error("file", in_words(unreadable.reason))
        return False
    text = "\n\n".join(piece.text for piece in pieces)
    typed = request.POST.copy()
    typed["text"] = "\n\n".join(filter(None, [typed.get("text", "").strip(), text]))
    typed["title"] = typed.get("title") or pieces[0].title[:150]
    form.data = typed
    messages.info(request, _("Teksten fra filen står her. Læs den igennem, før du gemmer."))
    return False


def _sharing(request: HttpRequest, row: Contribution) -> bool:
    return row.state == State.SHARED or "share" in request.POST


def _change(
    request: HttpRequest,
    reader: Reader,
    row: Contribution,
    form: ContributionForm,
    review: Review,
) -> Contribution:
    version = _number(request.POST.get("version", ""))
    changed = services.edit(
        reader,
        row.id,
        form.telling(review),
        version=-1 if version is None else version,
        note=review.texts["note"],
    )
    return services.share(reader, row.id) if "share" in request.POST else changed


def _done(request: HttpRequest, row: Contribution) -> HttpResponse:
    if row.state == State.SHARED:
        messages.success(request, _("Tak. Dit bidrag er delt."))
        return redirect("contribution", row.id)
    messages.success(request, _("Kladden er gemt. Kun du kan se den."))
    return redirect("mine")


def _page(request: HttpRequest, form: ContributionForm, asked: Any, **context: Any) -> HttpResponse:
    held = (form.errors or context.get("review")) and "near" not in context
    status = 422 if request.method == "POST" and held else 200
    shared = "row" in context and context["row"].state == State.SHARED
    shown = [name for name in FREE if name in form.fields and (name != "note" or shared)]
    context |= {"form": form, "asked": asked, "live_fields": shown}
    return render(request, "knowledge/contribute.html", context, status=status)
