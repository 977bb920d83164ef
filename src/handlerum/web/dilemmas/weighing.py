"""Pages for laying contributions under considerations, and taking them away."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handlerum.dilemmas import queries, services
from handlerum.dilemmas.problems import Refused, in_words
from handlerum.dilemmas.queries.parts import side_of, weighing_of
from handlerum.knowledge.access import readable
from handlerum.knowledge.queries import Wanted, browse
from handlerum.knowledge.terms import Form
from handlerum.organisations.access import Reader
from handlerum.web.dilemmas.forms import StanceForm
from handlerum.web.dilemmas.words import STANCES
from handlerum.web.scope import for_reader

PAGE = 12
#: So many dilemmas are offered for a contribution, those that moved last.
_OFFERED = 50


@for_reader
def find(request: HttpRequest, reader: Reader, side_id: int) -> HttpResponse:
    """Find a contribution for a consideration, by words of its title."""
    side = side_of(reader, side_id)
    words, form = request.GET.get("ord", "")[:100], request.GET.get("form", "")
    wanted = Wanted({"form": form} if form in Form.values else {}, title=words)
    found = browse(reader, wanted).exclude(weighings__side=side)
    context = {
        "side": side,
        "words": words,
        "form": form,
        "forms": Form.choices,
        "page": Paginator(found, PAGE).get_page(request.GET.get("side")),
        "stances": STANCES,
    }
    return render(request, "dilemmas/find.html", context)


@for_reader
def put(request: HttpRequest, reader: Reader, contribution_id: int) -> HttpResponse:
    """Lay one contribution under a consideration of one of the dilemmas the reader may see."""
    row = readable(reader, contribution_id)
    form = StanceForm(request.POST or None)
    problems = []
    if request.method == "POST" and form.is_valid():
        side = side_of(reader, form.cleaned_data["side"])
        try:
            services.weigh(reader, side.id, row.id, form.cleaned_data["stance"])
        except Refused as refused:
            problems = [in_words(one) for one in refused.problems]
        else:
            messages.success(request, _("Bidraget er på vægten."))
            return redirect(f"{reverse('dilemma', args=[side.dilemma_id])}#side-{side.id}")
    problems += [str(error) for errors in form.errors.values() for error in errors]
    context = {
        "row": row,
        "problems": problems,
        "chosen": form.data,
        "dilemmas": queries.listed(reader)[:_OFFERED],
        "stances": STANCES,
    }
    return render(request, "dilemmas/put.html", context, status=422 if problems else 200)


@require_POST
@for_reader
def unweigh(request: HttpRequest, reader: Reader, weighing_id: int) -> HttpResponse:
    """Take a contribution away again."""
    row = weighing_of(reader, weighing_id)
    services.unweigh(reader, row.id)
    messages.success(request, _("Bidraget er taget af vægten."))
    return redirect(f"{reverse('dilemma', args=[row.dilemma_id])}#side-{row.side_id}")
