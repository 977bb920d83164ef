"""Pages of the year: the list with what is nominated, and the document itself."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handlerum.core.clock import today
from handlerum.dilemmas.rules.problem import Problem
from handlerum.insight.access import may_draft
from handlerum.insight.problems import Refused, in_words
from handlerum.insight.queries import nominations
from handlerum.insight.queries.year import document, listed
from handlerum.insight.rules.year import year_of
from handlerum.insight.services import year as services
from handlerum.insight.terms import YearState
from handlerum.organisations.access import Denied, Reader
from handlerum.web.insight.charts import on_screen
from handlerum.web.insight.forms import PeriodForm
from handlerum.web.insight.laid_out import sections, title_of_period
from handlerum.web.scope import for_reader


@for_reader
def years(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Year statuses, what is nominated, and for some a form that makes a draft."""
    if request.method == "POST":
        return _made(request, reader)
    return _years(request, reader, _period_form())


@for_reader
def year(request: HttpRequest, reader: Reader, status_id: int) -> HttpResponse:
    """One year status as a page."""
    found = document(reader, status_id)
    laid_out = [
        (section, [(figure, on_screen(figure.plot)) for figure in section.figures])
        for section in sections(found)
    ]
    context = {
        "row": found.status,
        "title": title_of_period(found),
        "sections": laid_out,
        "is_draft": found.status.state == YearState.DRAFT,
        "may_write": found.may_write,
    }
    return render(request, "insight/year.html", context)


@require_POST
@for_reader
def count_again(request: HttpRequest, reader: Reader, status_id: int) -> HttpResponse:
    """Take the figures anew."""
    return _done(
        request,
        reader,
        status_id,
        services.count_again,
        _("Tallene er hentet igen. Det, I har skrevet, står, som det stod."),
    )


@require_POST
@for_reader
def publish(request: HttpRequest, reader: Reader, status_id: int) -> HttpResponse:
    """Let the whole organisation read it."""
    said = _("Nu kan hele organisationen læse det.")
    return _done(request, reader, status_id, services.publish, said)


@require_POST
@for_reader
def take_back(request: HttpRequest, reader: Reader, status_id: int) -> HttpResponse:
    """Make it a draft again."""
    said = _("Det er en kladde igen. Kun I, der skriver, kan se den.")
    return _done(request, reader, status_id, services.take_back, said)


def _done(
    request: HttpRequest, reader: Reader, status_id: int, service: Any, said: str
) -> HttpResponse:
    try:
        service(reader, status_id)
    except Refused as refused:
        for problem in refused.problems:
            messages.error(request, in_words(problem))
    else:
        messages.success(request, said)
    return redirect("year", status_id)


def _made(request: HttpRequest, reader: Reader) -> HttpResponse:
    if not may_draft(reader):
        raise Denied
    form = PeriodForm(request.POST)
    if form.is_valid():
        try:
            status = services.make(reader, form.period)
        except Refused as refused:
            _refuse(form, refused.problems)
        else:
            return redirect("year", status.id)
    return _years(request, reader, form, status=422)


def _years(
    request: HttpRequest, reader: Reader, form: PeriodForm, *, status: int = 200
) -> HttpResponse:
    context = {
        "rows": listed(reader),
        "nominated": nominations.listed(reader),
        "may_write": may_draft(reader),
        "form": form,
    }
    return render(request, "insight/years.html", context, status=status)


def _period_form() -> PeriodForm:
    proposed = year_of(today())
    return PeriodForm(initial={"starts": proposed.starts, "ends": proposed.ends})


def _refuse(form: PeriodForm, problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        form.add_error(problem.field, in_words(problem))
