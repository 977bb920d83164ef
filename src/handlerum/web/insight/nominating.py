"""Sheets for nominating the most significant changes, and for choosing between them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handlerum.insight.access import drafter, nomination
from handlerum.insight.problems import Refused, in_words
from handlerum.insight.queries.nominations import title_of
from handlerum.insight.services import nominating as services
from handlerum.knowledge.access import readable
from handlerum.organisations.access import Reader
from handlerum.practice.access import readable_trial
from handlerum.web.dilemmas.forms import kept_in
from handlerum.web.dilemmas.sending import Sheet, send
from handlerum.web.insight.forms import ChooseForm, NominateForm
from handlerum.web.privacy.review import Review
from handlerum.web.scope import for_reader


@for_reader
def contribution(request: HttpRequest, reader: Reader, contribution_id: int) -> HttpResponse:
    """Nominate a contribution."""
    row = readable(reader, contribution_id)
    form = NominateForm(request.POST or None)

    def save(review: Review) -> str:
        reason = review.texts["reason"]
        services.nominate_contribution(reader, row.id, reason, kept_in(review))
        return reverse("years")

    sheet = _sheet(reverse("contribution", args=[row.id]))
    return send(request, form, sheet, save, named=row.title)


@for_reader
def trial(request: HttpRequest, reader: Reader, trial_id: int) -> HttpResponse:
    """Nominate a trial."""
    row = readable_trial(reader, trial_id)
    form = NominateForm(request.POST or None)

    def save(review: Review) -> str:
        services.nominate_trial(reader, row.id, review.texts["reason"], kept_in(review))
        return reverse("years")

    return send(request, form, _sheet(reverse("trial", args=[row.id])), save, named=row.what)


@for_reader
def choose(request: HttpRequest, reader: Reader, nomination_id: int) -> HttpResponse:
    """Write down that a group chose it, and why."""
    row = nomination(drafter(reader), nomination_id)
    form = ChooseForm(request.POST or None, initial={"group": row.group, "why": row.why})
    sheet = Sheet(
        _("Vælg som en af årets vigtigste ændringer"),
        _("Gem valget"),
        reverse("years"),
        _("Valget er gemt."),
        lead=row.reason,
    )

    def save(review: Review) -> str:
        services.choose(reader, row.id, form.telling(review))
        return reverse("years")

    return send(request, form, sheet, save, kept=row.kept, named=title_of(row))


@require_POST
@for_reader
def choose_no_more(request: HttpRequest, reader: Reader, nomination_id: int) -> HttpResponse:
    """Take back that it was chosen."""
    services.choose_no_more(reader, nomination_id)
    messages.success(request, _("Valget er taget tilbage. Den er stadig indstillet."))
    return redirect("years")


@require_POST
@for_reader
def take_back(request: HttpRequest, reader: Reader, nomination_id: int) -> HttpResponse:
    """Take back one's own nomination."""
    try:
        services.take_back(reader, nomination_id)
    except Refused as refused:
        for problem in refused.problems:
            messages.error(request, in_words(problem))
    else:
        messages.success(request, _("Din indstilling er taget tilbage."))
    return redirect("years")


def _sheet(back: str) -> Sheet:
    return Sheet(
        title=_("Indstil som en af årets vigtigste ændringer"),
        button=_("Indstil"),
        back=back,
        done=_("Tak. Nu kan alle i organisationen se, hvad du har indstillet, og hvorfor."),
        lead=_("En gruppe vælger mellem det, I indstiller, og skriver hvorfor."),
    )
