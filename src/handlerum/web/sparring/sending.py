"""How a sheet with somebody's own words is sent: looked at by its author first, then stored."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from handlerum.sparring.problems import Refused
from handlerum.web.dilemmas.sending import Sheet
from handlerum.web.privacy.review import Review
from handlerum.web.sparring.forms import WordsForm


def send(
    request: HttpRequest,
    form: WordsForm,
    sheet: Sheet,
    save: Callable[[Review], str],
    **context: Any,
) -> HttpResponse:
    """Show the sheet, or store what was sent once its author has seen what is stored.

    Args:
        save: stores it, and returns where to go then. May raise `Refused`.
    """
    review = None
    if request.method == "POST" and form.is_valid():
        review = Review(form.told, "", request.POST)
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
    context |= {"form": form, "sheet": sheet, "review": review}
    status = 422 if request.method == "POST" else 200
    return render(request, sheet.template, context, status=status)
