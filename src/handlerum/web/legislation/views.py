"""Pages of legislation: all acts, one act, one section, what changed, how we read it."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from handlerum.core.clock import today
from handlerum.dilemmas import queries as dilemmas
from handlerum.knowledge.queries import citing
from handlerum.legislation import queries
from handlerum.legislation.provisions import Provision
from handlerum.legislation.queries import Missing, NotFound
from handlerum.organisations.access import Reader
from handlerum.search.law import law
from handlerum.search.lexical import asked
from handlerum.web.legislation.forms import CorrectionForm, DayForm, SearchForm
from handlerum.web.legislation.marking import marked_text
from handlerum.web.privacy.review import Review
from handlerum.web.scope import for_reader


@for_reader
def acts(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Every act, and a search in what is in force. It is posted: it may be about somebody."""
    form = SearchForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"form": form, "acts": queries.acts(today()), "today": today()}
    if form.is_bound and form.is_valid():
        context["strip"] = law.strip(reader, asked(form.cleaned_data["words"]))
    return render(request, "legislation/acts.html", context, status=422 if form.errors else 200)


@for_reader
def act(request: HttpRequest, reader: Reader, act_key: str) -> HttpResponse:
    """An act's sections on a day."""
    day, form = _day(request)
    try:
        edition = queries.edition_on(act_key, day)
    except NotFound as error:
        return _missing(request, error, day, form)
    context = {
        "act": edition.act,
        "edition": edition,
        "chapters": queries.chapters(edition),
        "editions": queries.editions_of(edition.act),
        "day": day,
        "form": form,
        "past": day != today(),
    }
    return render(request, "legislation/act.html", context)


@for_reader
def section(request: HttpRequest, reader: Reader, act_key: str, number: str) -> HttpResponse:
    """A section as it stands on a day, what it gives, and what is known of it in practice."""
    return section_page(request, reader, act_key, number)


def section_page(
    request: HttpRequest,
    reader: Reader,
    act_key: str,
    number: str,
    correcting: CorrectionForm | None = None,
    review: Review | None = None,
) -> HttpResponse:
    """A section; with the form for a reading that was sent and not stored."""
    day, form = _day(request)
    try:
        found = queries.section_on(reader, act_key, _written(number), day)
    except NotFound as error:
        return _missing(request, error, day, form, number)
    chosen = correcting.data.get("subsection", "") if correcting else request.GET.get("laes", "")
    parts = [
        (one, marked_text(one), _correcting(one, correcting) if str(one.row.id) == chosen else None)
        for one in found.provisions
    ]
    context = {
        "view": found,
        "parts": parts,
        "changes": list(zip(found.editions, found.editions[1:], strict=False)),
        "dilemmas": dilemmas.citing(reader, act_key, found.row.number),
        "known": citing(reader, act_key, found.row.number),
        "day": day,
        "form": form,
        "slug": number,
        "past": day != today(),
        "review": review,
    }
    status = 422 if correcting else 200
    return render(request, "legislation/section.html", context, status=status)


def _correcting(provision: Provision, given: CorrectionForm | None) -> CorrectionForm:
    """The form for one provision: as it was sent, or as it is read now."""
    first = {"subsection": provision.row.id, "gives": provision.gives}
    return given or CorrectionForm(initial=first)


@for_reader
def difference(request: HttpRequest, reader: Reader, act_key: str, number: str) -> HttpResponse:
    """What changed in a section between two of its editions."""
    before, after = request.GET.get("fra", ""), request.GET.get("til", "")
    try:
        pieces = queries.between(act_key, _written(number), before, after)
    except NotFound:
        raise Http404 from None
    context = {
        "pieces": pieces,
        "number": _written(number),
        "slug": number,
        "before": queries.edition(before),
        "after": queries.edition(after),
    }
    return render(request, "legislation/difference.html", context)


def _missing(
    request: HttpRequest, error: NotFound, day: date, form: DayForm, number: str = ""
) -> HttpResponse:
    if error.missing == Missing.ACT:
        raise Http404
    context = {
        "act": error.act,
        "missing": error.missing.value,
        "number": _written(number),
        "day": day,
        "form": form,
    }
    return render(request, "legislation/missing.html", context, status=404)


def _day(request: HttpRequest) -> tuple[date, DayForm]:
    """The day asked for; today where none is, or it is none."""
    form = DayForm(request.GET or None)
    asked_for = form.cleaned_data["dato"] if form.is_bound and form.is_valid() else None
    day = asked_for or today()
    shown = form if form.errors else DayForm(initial={"dato": day})
    return day, shown


def _written(slug: str) -> str:
    """A section's number from its address: "13a" is written "13 a"."""
    digits = slug.rstrip("abcdefghijklmnopqrstuvwxyzæøå")
    return f"{digits} {slug[len(digits) :]}".strip()
