"""Pages for writing to each other and proposing times."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from handlerum.organisations.access import Denied, Reader
from handlerum.sparring import queries, services
from handlerum.web.dilemmas.forms import kept_in
from handlerum.web.dilemmas.sending import Sheet
from handlerum.web.privacy.review import Review
from handlerum.web.scope import for_reader
from handlerum.web.sparring.forms import ReplyForm, TimesForm
from handlerum.web.sparring.sending import send


@for_reader
def reply(request: HttpRequest, reader: Reader, question_id: int) -> HttpResponse:
    """Answer in writing, or write back."""
    opened = queries.opened(reader, question_id)
    form = ReplyForm(request.POST or None)
    form.fields["text"].label = _("Skriv tilbage") if opened.listed.mine else _("Dit svar")
    sheet = Sheet(
        title=_("Skriv tilbage") if opened.listed.mine else _("Svar skriftligt"),
        button=_("Send"),
        back=reverse("question", args=[question_id]),
        done=_("Det er sendt."),
        template="sparring/talk.html",
    )

    def save(review: Review) -> str:
        key = form.cleaned_data["key"]
        text = review.texts["text"]
        services.write(reader, question_id, text, kept=kept_in(review), key=key)
        return sheet.back

    return send(request, form, sheet, save, **_shown(opened))


@for_reader
def times(request: HttpRequest, reader: Reader, question_id: int) -> HttpResponse:
    """Propose times to talk."""
    opened = queries.opened(reader, question_id)
    if opened.listed.mine:
        raise Denied
    form = TimesForm(request.POST or None)
    sheet = Sheet(
        title=_("Foreslå tider"),
        button=_("Send forslaget"),
        back=reverse("question", args=[question_id]),
        done=_("Tiderne er sendt. Den anden vælger en af dem."),
        lead=_("Tyve minutter er nok. Skriv op til tre tider."),
        template="sparring/talk.html",
    )

    def save(review: Review) -> str:
        services.propose_times(reader, question_id, form.telling(review))
        return sheet.back

    return send(request, form, sheet, save, **_shown(opened))


@for_reader
def remove(request: HttpRequest, reader: Reader, reply_id: int) -> HttpResponse:
    """Ask once, then erase what one wrote."""
    row = queries.own_reply(reader, reply_id)
    sheet = Sheet(
        title=_("Slet det, du skrev?"),
        button=_("Slet for altid"),
        back=reverse("question", args=[row.question_id]),
        done=_("Det er slettet for altid."),
        lead=_("Ingen af jer kan læse det mere, og ingen kan få det tilbage."),
        template="dilemmas/confirm.html",
    )
    if request.method == "POST":
        services.remove_reply(reader, row.id)
        messages.success(request, sheet.done)
        return redirect(sheet.back)
    return render(request, sheet.template, {"sheet": sheet, "named": row.text})


def _shown(opened: queries.Opened) -> dict[str, Any]:
    """The question beside what is being written; its words only where they are the reader's."""
    return {"opened": opened, "question": opened.listed.question}
