"""Sheets of the year: a part's text, a principle, deleting a draft."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from handlerum.core.differences import differences
from handlerum.insight.access import editable, part, principle
from handlerum.insight.problems import Refused, in_words
from handlerum.insight.queries.year import earlier_texts, principle_names
from handlerum.insight.services import year as services
from handlerum.insight.services.year import delete as erase
from handlerum.insight.year_sentences import proposed
from handlerum.knowledge.services import Stale
from handlerum.organisations.access import Reader
from handlerum.web.dilemmas.forms import kept_in, tidy
from handlerum.web.dilemmas.sending import Sheet, send, show
from handlerum.web.insight.forms import PartForm, PrincipleForm
from handlerum.web.privacy.review import Review
from handlerum.web.scope import for_reader

#: Examples only: an organisation names its own.
EXAMPLES = (
    gettext_lazy("Borgeren er med til at planlægge"),
    gettext_lazy("Virkelige opgaver kommer før øvelser"),
    gettext_lazy("Vi tager også det med, der gik galt"),
)


@for_reader
def write_part(request: HttpRequest, reader: Reader, part_id: int) -> HttpResponse:
    """Write a part of a draft anew."""
    row = part(reader, part_id)
    form = PartForm(request.POST or None, initial={"text": row.text})
    where = f"{reverse('year', args=[row.status_id])}#{row.part}"
    sheet = Sheet(
        row.get_part_display(),
        _("Gem"),
        where,
        _("Teksten er gemt."),
        template="insight/year_part.html",
    )
    context: dict[str, Any] = {
        "row": row,
        "earlier": earlier_texts(row),
        "proposal": proposed(row.part, row.facts),
    }

    def save(review: Review) -> str:
        version = _number(request.POST.get("version", ""))
        services.write_part(
            reader, row.id, review.texts["text"], version=version, kept=kept_in(review)
        )
        return where

    try:
        return send(request, form, sheet, save, kept=row.kept, **context)
    except Stale:
        row.refresh_from_db()
        form.add_error(None, _("En anden har skrevet i mellemtiden. Din tekst står her endnu."))
        review = Review(form.told, "", request.POST, row.kept)
        changed = [differences(tidy(row.text), form.told["text"])]
        return show(request, form, sheet, review=review, changed=changed, **context)


@for_reader
def name_principle(request: HttpRequest, reader: Reader, status_id: int) -> HttpResponse:
    """Name a principle, and answer what there is to answer of it."""
    status = editable(reader, status_id)
    form = PrincipleForm(request.POST or None, initial={"name": request.GET.get("navn", "")[:150]})
    where = f"{reverse('year', args=[status.id])}#principles"
    sheet = Sheet(
        _("Et princip, I vil se på"),
        _("Gem"),
        where,
        _("Princippet er gemt."),
        lead=_("Vælg noget, I selv har sagt, at I vil stå for. Svar frit på de tre spørgsmål."),
        template="insight/year_principle.html",
    )
    known = principle_names(reader, status)
    context: dict[str, Any] = {"known": known, "examples": () if known else EXAMPLES}

    def save(review: Review) -> str:
        services.name_principle(reader, status.id, form.telling(review))
        return where

    return send(request, form, sheet, save, **context)


@for_reader
def write_principle(request: HttpRequest, reader: Reader, principle_id: int) -> HttpResponse:
    """Write a principle anew."""
    row = principle(reader, principle_id)
    first = {name: getattr(row, name) for name in PrincipleForm.free}
    form = PrincipleForm(request.POST or None, initial=first)
    where = f"{reverse('year', args=[row.status_id])}#principles"
    sheet = Sheet(
        _("Ret princippet"),
        _("Gem"),
        where,
        _("Princippet er gemt."),
        template="insight/year_principle.html",
    )

    def save(review: Review) -> str:
        version = _number(request.POST.get("version", ""))
        services.write_principle(reader, row.id, form.telling(review), version=version)
        return where

    try:
        return send(request, form, sheet, save, kept=row.kept, row=row)
    except Stale:
        row.refresh_from_db()
        form.add_error(None, _("En anden har skrevet i mellemtiden. Din tekst står her endnu."))
        review = Review(form.told, "", request.POST, row.kept)
        pairs = [(tidy(getattr(row, name)), text) for name, text in form.told.items()]
        changed = [differences(stored, typed) for stored, typed in pairs if stored != typed]
        return show(request, form, sheet, row=row, review=review, changed=changed)


@require_POST
@for_reader
def drop_principle(request: HttpRequest, reader: Reader, principle_id: int) -> HttpResponse:
    """Take a principle out of a draft."""
    status_id = principle(reader, principle_id).status_id
    try:
        services.drop_principle(reader, principle_id)
    except Refused as refused:
        for problem in refused.problems:
            messages.error(request, in_words(problem))
    else:
        messages.success(request, _("Princippet er taget ud."))
    return redirect("year", status_id)


@for_reader
def delete(request: HttpRequest, reader: Reader, status_id: int) -> HttpResponse:
    """Ask once, then erase a draft."""
    status = editable(reader, status_id)
    sheet = Sheet(
        title=_("Slet kladden for altid?"),
        button=_("Slet for altid"),
        back=reverse("year", args=[status.id]),
        done=_("Kladden er slettet."),
        lead=_("Alt, der er skrevet i den, forsvinder. Det, den er lavet af, bliver, hvor det er."),
        template="dilemmas/confirm.html",
    )
    context = {"sheet": sheet, "named": str(status)}
    if request.method == "POST":
        try:
            erase(reader, status.id)
        except Refused as refused:
            context["problems"] = [in_words(one) for one in refused.problems]
            return render(request, sheet.template, context, status=422)
        messages.success(request, sheet.done)
        return redirect("years")
    return render(request, sheet.template, context)


def _number(version: str) -> int:
    return int(version) if version.isdecimal() and len(version) < 10 else -1
