"""Pages for laying something under a practice, and taking it away."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handlerum.dilemmas import queries as dilemmas
from handlerum.dilemmas.access import readable as readable_dilemma
from handlerum.dilemmas.models import Dilemma
from handlerum.knowledge.access import readable as readable_contribution
from handlerum.knowledge.queries import Wanted, browse
from handlerum.knowledge.terms import Form
from handlerum.organisations.access import Reader
from handlerum.practice.access import editable, readable
from handlerum.practice.problems import Refused, in_words
from handlerum.practice.queries.practices import basis_of, weighed_of
from handlerum.practice.services import basis as services
from handlerum.web.dilemmas.forms import kept_in
from handlerum.web.dilemmas.sending import Sheet, send
from handlerum.web.dilemmas.words import STANCES
from handlerum.web.practice.practice_forms import WeighInForm
from handlerum.web.privacy.review import Review
from handlerum.web.scope import for_reader

PAGE = 12
#: So many dilemmas are offered, those that moved last.
_OFFERED = 50


@for_reader
def find(request: HttpRequest, reader: Reader, practice_id: int) -> HttpResponse:
    """Find a contribution for a practice, by words of its title."""
    row = readable(reader, practice_id)
    words, form = request.GET.get("ord", "")[:100], request.GET.get("form", "")
    wanted = Wanted({"form": form} if form in Form.values else {}, title=words)
    found = browse(reader, wanted).exclude(stood_on__practice=row)
    context = {
        "row": row,
        "words": words,
        "form": form,
        "forms": Form.choices,
        "page": Paginator(found, PAGE).get_page(request.GET.get("side")),
        "stances": STANCES,
    }
    return render(request, "practice/practice_find.html", context)


@require_POST
@for_reader
def stand_on(request: HttpRequest, reader: Reader, practice_id: int) -> HttpResponse:
    """Lay one contribution under a practice."""
    row = readable(reader, practice_id)
    given = request.POST.get("contribution", "")
    number = int(given) if given.isdecimal() and len(given) < 19 else 0
    piece = readable_contribution(reader, number)
    try:
        services.stand_on(reader, row.id, piece.id, request.POST.get("stance", ""))
    except Refused as refused:
        for problem in refused.problems:
            messages.warning(request, in_words(problem))
        return redirect("find_basis", row.id)
    messages.success(request, _("Bidraget ligger under den nu."))
    return redirect(_ground(row.id))


@require_POST
@for_reader
def leave(request: HttpRequest, reader: Reader, basis_id: int) -> HttpResponse:
    """Take a contribution, or the gap it left, away again."""
    row = basis_of(reader, basis_id)
    services.leave(reader, row.id)
    messages.success(request, _("Det er taget væk. Bidraget selv bliver, hvor det er."))
    return redirect(_ground(row.practice_id))


@for_reader
def weigh_in(request: HttpRequest, reader: Reader, practice_id: int) -> HttpResponse:
    """Say which consideration was weighed: choose a dilemma first, then a side of it."""
    row = editable(reader, practice_id)
    given = request.GET.get("dilemma", "")
    if not (given.isdecimal() and len(given) < 19):
        context = {"row": row, "dilemmas": dilemmas.listed(reader)[:_OFFERED]}
        return render(request, "practice/practice_dilemmas.html", context)
    dilemma = readable_dilemma(reader, int(given))
    form = WeighInForm(dilemma, request.POST or None, initial=_owed(dilemma))
    sheet = Sheet(
        title=_("Et hensyn, der blev vejet"),
        button=_("Gem"),
        back=reverse("weigh_in", args=[row.id]),
        done=_("Hensynet står ved den nu."),
    )

    def save(review: Review) -> str:
        services.weigh_in(
            reader,
            row.id,
            dilemma.id,
            form.chosen,
            review.texts["residue"],
            kept_in(review),
        )
        return _ground(row.id)

    return send(request, form, sheet, save, named=dilemma.question)


@require_POST
@for_reader
def weigh_out(request: HttpRequest, reader: Reader, weighed_id: int) -> HttpResponse:
    """Take a consideration away again."""
    row = weighed_of(reader, weighed_id)
    services.weigh_out(reader, row.id)
    messages.success(request, _("Hensynet er taget væk fra den."))
    return redirect(_ground(row.practice_id))


def _owed(dilemma: Dilemma) -> dict[str, str]:
    """The consideration that the newest choice did not follow, and what is owed to it."""
    choice = dilemma.choices.first()
    if choice is None or choice.owed_to_id is None:
        return {}
    return {"consideration": str(choice.owed_to_id), "residue": choice.residue}


def _ground(practice_id: int) -> str:
    return f"{reverse('practice', args=[practice_id])}#grundlag"
