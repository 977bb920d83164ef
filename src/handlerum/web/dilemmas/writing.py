"""Pages for making, changing and deleting a dilemma and its considerations."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from handlerum.core.differences import Difference, differences
from handlerum.dilemmas import services
from handlerum.dilemmas.access import consideration, own, readable
from handlerum.dilemmas.models import Dilemma
from handlerum.dilemmas.problems import Refused, in_words
from handlerum.dilemmas.queries import Suggested, considerations, reusable, suggested
from handlerum.dilemmas.queries.parts import side_of
from handlerum.dilemmas.rules.making import MAX_SIDES, MIN_SIDES
from handlerum.dilemmas.services.making import delete as erase
from handlerum.knowledge.services import Stale
from handlerum.organisations.access import Denied, Reader
from handlerum.web.dilemmas.forms import tidy
from handlerum.web.dilemmas.making_forms import ConsiderationForm, DilemmaForm, MakeForm, SideForm
from handlerum.web.dilemmas.sending import Sheet, send, show
from handlerum.web.privacy.review import Review
from handlerum.web.scope import for_reader

#: So many suggestions are looked through for the one that is gone on from.
_LOOKED_AT = 200


@for_reader
def make(request: HttpRequest, reader: Reader) -> HttpResponse:
    """A new dilemma, from nothing or from a suggestion."""
    rows = _rows(request)
    form = MakeForm(reader, rows, considerations(reader), request.POST or None)
    hint = _hint(reader, request.GET.get("forslag", ""))
    sheet = Sheet(
        title=_("Et nyt dilemma"),
        button=_("Læg det på vægten"),
        back=reverse("dilemmas"),
        done=_("Dilemmaet er lavet. Læg nu det, I ved, under hvert hensyn."),
        template="dilemmas/make.html",
    )
    context: dict[str, Any] = {"hint": hint, "most": rows >= MAX_SIDES}

    def save(review: Review) -> str:
        found = form.problems(review)
        if found:
            raise Refused(found)
        dilemma = services.make(reader, form.telling(review), form.named(review))
        if hint:
            services.dismiss(reader, hint.suggestion.fingerprint)
        return reverse("dilemma", args=[dilemma.id])

    if "more" in request.POST:
        return show(request, form, sheet, status=200, more=True, **context)
    return send(request, form, sheet, save, **context)


@for_reader
def edit(request: HttpRequest, reader: Reader, dilemma_id: int) -> HttpResponse:
    """Change the words of one's own dilemma, or who may read it."""
    row = own(reader, dilemma_id)
    form = DilemmaForm(reader, request.POST or None, initial=_initial(row))
    where = reverse("dilemma", args=[row.id])
    sheet = Sheet(_("Ret dilemmaet"), _("Gem"), where, _("Dilemmaet er rettet."))
    version = request.POST.get("version", "")

    def save(review: Review) -> str:
        started = int(version) if version.isdecimal() and len(version) < 10 else -1
        services.edit(reader, row.id, form.telling(review), version=started)
        return where

    try:
        return send(request, form, sheet, save, kept=row.kept, row=row)
    except Stale:
        row.refresh_from_db()
        form.add_error(None, _("Dilemmaet blev ændret i et andet vindue. Din tekst står her."))
        review = Review(form.told, "", request.POST, row.kept)
        changed = _changed(row, form.told)
        return show(request, form, sheet, row=row, review=review, changed=changed)


@for_reader
def delete(request: HttpRequest, reader: Reader, dilemma_id: int) -> HttpResponse:
    """Ask once, then erase one's own dilemma with its board."""
    row = own(reader, dilemma_id)
    sheet = Sheet(
        title=_("Slet dilemmaet for altid?"),
        button=_("Slet for altid"),
        back=reverse("dilemma", args=[row.id]),
        done=_("Dilemmaet er slettet for altid."),
        lead=_(
            "Tavlen forsvinder med det, alle har skrevet på den, og ingen kan få den tilbage. "
            "Bidragene, der ligger på den, bliver, hvor de er. Sikkerhedskopier har teksten, til "
            "de bliver smidt ud."
        ),
        template="dilemmas/confirm.html",
    )
    if request.method == "POST":
        erase(reader, row.id)
        return _said(request, sheet, "dilemmas")
    return render(request, sheet.template, {"sheet": sheet, "named": row.question})


@for_reader
def add_side(request: HttpRequest, reader: Reader, dilemma_id: int) -> HttpResponse:
    """One more consideration: one that exists, or a new one."""
    row = readable(reader, dilemma_id)
    form = SideForm(reusable(reader, row), request.POST or None)
    where = reverse("dilemma", args=[row.id])
    sheet = Sheet(_("Læg et hensyn til"), _("Læg til"), where, _("Hensynet er lagt til."))

    def save(review: Review) -> str:
        if reused := form.cleaned_data["reuse"]:
            side = services.reuse(reader, row.id, int(reused))
        else:
            side = services.add_consideration(reader, row.id, form.telling(review))
        return f"{where}#side-{side.id}"

    return send(request, form, sheet, save, named=row.question)


@for_reader
def edit_consideration(request: HttpRequest, reader: Reader, consideration_id: int) -> HttpResponse:
    """Change a consideration of one's own."""
    row = consideration(reader, consideration_id)
    if row.by_id != reader.user_id:
        raise Denied
    first = {name: getattr(row, name) for name in ("name", "bearer", "at_stake")}
    form = ConsiderationForm(request.POST or None, initial=first)
    where = f"{reverse('dilemmas')}?hensyn={row.id}"
    sheet = Sheet(_("Ret hensynet"), _("Gem"), where, _("Hensynet er rettet."))

    def save(review: Review) -> str:
        services.edit_consideration(reader, row.id, form.telling(review))
        return where

    return send(request, form, sheet, save, kept=row.kept)


@for_reader
def remove_side(request: HttpRequest, reader: Reader, side_id: int) -> HttpResponse:
    """Ask once, then take a consideration off one's own dilemma."""
    side = side_of(reader, side_id)
    if side.dilemma.owner_id != reader.user_id:
        raise Denied
    sheet = Sheet(
        title=_("Tag hensynet af vægten?"),
        button=_("Tag det af"),
        back=reverse("dilemma", args=[side.dilemma_id]),
        done=_("Hensynet er taget af vægten."),
        lead=_("Det, der ligger under hensynet, forsvinder fra tavlen. Bidragene selv bliver."),
        template="dilemmas/confirm.html",
    )
    context = {"sheet": sheet, "named": side.consideration.name}
    if request.method == "POST":
        try:
            services.remove_side(reader, side.id)
        except Refused as refused:
            context["problems"] = [in_words(one) for one in refused.problems]
            return render(request, sheet.template, context, status=422)
        return _said(request, sheet, "dilemma", side.dilemma_id)
    return render(request, sheet.template, context)


def _said(request: HttpRequest, sheet: Sheet, name: str, *args: int) -> HttpResponse:
    messages.success(request, sheet.done)
    return redirect(name, *args)


def _rows(request: HttpRequest) -> int:
    """How many rows the form has; one more where that was asked for."""
    given = request.POST.get("rows", "")
    rows = int(given) if given.isdecimal() and len(given) < 3 else MIN_SIDES
    return max(MIN_SIDES, min(MAX_SIDES, rows + ("more" in request.POST)))


def _hint(reader: Reader, fingerprint: str) -> Suggested | None:
    """The suggestion that the person goes on from, as long as it is theirs to see."""
    if not fingerprint:
        return None
    found = (one for one in suggested(reader, _LOOKED_AT))
    return next((one for one in found if one.suggestion.fingerprint == fingerprint), None)


def _initial(row: Dilemma) -> dict[str, str]:
    return {
        "question": row.question,
        "text": row.text,
        "audience": row.audience,
        "team": str(row.team_id or ""),
    }


def _changed(row: Dilemma, told: Mapping[str, str]) -> list[list[Difference]]:
    """From what is stored now to what was typed, for each text that differs."""
    pairs = ((tidy(getattr(row, name)), text) for name, text in told.items())
    return [differences(stored, typed) for stored, typed in pairs if stored != typed]
