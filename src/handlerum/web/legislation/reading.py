"""Saying how the organisation reads a provision, looked at by its author before it is stored."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handlerum.legislation.correction_services import Identifies, NoReason, correct, uncorrect
from handlerum.organisations.access import Reader
from handlerum.web.legislation.forms import CorrectionForm
from handlerum.web.legislation.views import section_page
from handlerum.web.privacy.review import Review
from handlerum.web.scope import for_reader


@require_POST
@for_reader
def read_otherwise(request: HttpRequest, reader: Reader, act_key: str, number: str) -> HttpResponse:
    """Read a provision otherwise than the rules do, or let its own words speak again."""
    form = CorrectionForm(request.POST)
    given = request.POST.get("subsection", "")
    if "own_words" in request.POST and given.isdecimal() and len(given) < 19:
        uncorrect(reader, int(given))
        messages.success(request, _("Nu gælder lovens egne ord igen."))
        return redirect("section", act_key, number)
    review = Review(form.told, "", request.POST) if form.is_valid() else None
    if review and review.settled and _stored(reader, form, review):
        messages.success(request, _("Det er gemt med dit navn. Lovens tekst er den samme."))
        return redirect("section", act_key, number)
    return section_page(request, reader, act_key, number, form, review)


def _stored(reader: Reader, form: CorrectionForm, review: Review) -> bool:
    """Store a reading whose author has seen what is stored; else the form says what to mend."""
    given = form.cleaned_data
    try:
        correct(reader, given["subsection"], given["gives"], review.texts["reason"])
    except NoReason:
        form.add_error("reason", _("Skriv hvorfor i højst 300 tegn, så andre kan forstå det."))
    except Identifies:
        form.add_error("reason", _("Du har beholdt noget, der peger på ét menneske. Slør det."))
    return not form.errors
