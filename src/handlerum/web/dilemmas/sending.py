"""How a sheet with somebody's own words is sent: looked at by its author first, then stored."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from handlerum.dilemmas.problems import Refused
from handlerum.web.dilemmas.forms import WritingForm, tidy
from handlerum.web.privacy.review import Review


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with one form: its words, where it leads back to, and what is said when stored."""

    title: str
    button: str
    back: str
    done: str
    lead: str = ""
    template: str = "dilemmas/write.html"


def send(
    request: HttpRequest,
    form: WritingForm,
    sheet: Sheet,
    save: Callable[[Review], str],
    *,
    kept: Mapping[str, str] | None = None,
    **context: Any,
) -> HttpResponse:
    """Show the sheet, or store what was sent once its author has seen what is stored.

    Args:
        save: stores it, and returns where to go then. May raise `Refused`.
        kept: what the author kept before, knowing that it points to somebody.
    """
    review = _review(request, form, kept)
    if request.method == "POST" and review:
        if review.settled:
            try:
                where = save(review)
            except Refused as refused:
                form.refuse(refused.problems)
            else:
                messages.success(request, sheet.done)
                return redirect(where)
        else:
            form.also_refuse(review)
    return show(request, form, sheet, review=review, **context)


def show(
    request: HttpRequest, form: WritingForm, sheet: Sheet, *, status: int = 0, **context: Any
) -> HttpResponse:
    """The sheet as it stands; 422 where something was sent and not stored."""
    context |= {"form": form, "sheet": sheet, "live": request.method != "POST"}
    status = status or (422 if request.method == "POST" else 200)
    return render(request, sheet.template, context, status=status)


def _review(
    request: HttpRequest, form: WritingForm, kept: Mapping[str, str] | None
) -> Review | None:
    if request.method == "POST":
        return Review(form.told, "", request.POST, kept) if form.is_valid() else None
    if kept:  # what points to somebody is seen again
        texts = {name: tidy(form.initial.get(name)) for name in form.free}
        return Review(texts, "", QueryDict(), kept)
    return None
