"""Pages for what could be done, the test of a false dilemma, the choice, and the state."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handlerum.dilemmas import queries, services
from handlerum.dilemmas.access import own, readable
from handlerum.dilemmas.models import Option
from handlerum.dilemmas.problems import Refused, in_words
from handlerum.dilemmas.queries.parts import option_of
from handlerum.dilemmas.terms import Bearer
from handlerum.organisations.access import Reader
from handlerum.web.dilemmas.deciding_forms import (
    ChoiceForm,
    ConsequenceForm,
    FalseTestForm,
    OptionForm,
)
from handlerum.web.dilemmas.forms import StateForm, kept_in
from handlerum.web.dilemmas.sending import Sheet, send
from handlerum.web.privacy.review import Review
from handlerum.web.scope import for_reader


@for_reader
def add_option(request: HttpRequest, reader: Reader, dilemma_id: int) -> HttpResponse:
    """Propose one more thing that could be done."""
    row = readable(reader, dilemma_id)
    form = OptionForm(request.POST or None)
    where = f"{reverse('dilemma', args=[row.id])}#muligheder"
    sheet = Sheet(_("Endnu en mulighed"), _("Foreslå"), where, _("Muligheden er på tavlen."))

    def save(review: Review) -> str:
        services.add_option(reader, row.id, review.texts["text"], kept_in(review))
        return where

    return send(request, form, sheet, save, named=row.question)


@require_POST
@for_reader
def remove_option(request: HttpRequest, reader: Reader, option_id: int) -> HttpResponse:
    """Take an option away."""
    option = option_of(reader, option_id)
    try:
        services.remove_option(reader, option.id)
        messages.success(request, _("Muligheden er fjernet."))
    except Refused as refused:
        messages.warning(request, " ".join(in_words(one) for one in refused.problems))
    return redirect(f"{reverse('dilemma', args=[option.dilemma_id])}#muligheder")


@for_reader
def consequence(request: HttpRequest, reader: Reader, option_id: int) -> HttpResponse:
    """Tell what an option would mean for one party."""
    option = option_of(reader, option_id)
    form = ConsequenceForm(request.POST or None, initial=_first(request, option))
    where = f"{reverse('dilemma', args=[option.dilemma_id])}#muligheder"
    sheet = Sheet(_("Hvad ville det betyde?"), _("Gem"), where, _("Følgen er gemt."))

    def save(review: Review) -> str:
        bearer, text = form.cleaned_data["bearer"], review.texts["text"]
        services.tell_consequence(reader, option.id, bearer, text, kept_in(review))
        return where

    return send(request, form, sheet, save, named=option.text)


@for_reader
def test(request: HttpRequest, reader: Reader, dilemma_id: int) -> HttpResponse:
    """Ask whether it is a real dilemma."""
    board = queries.board(reader, dilemma_id)
    done = board.false_test
    first = {**done.answers, "text": done.text, "verdict": done.verdict} if done else {}
    form = FalseTestForm(request.POST or None, initial=first)
    where = f"{reverse('dilemma', args=[dilemma_id])}#proeve"
    sheet = Sheet(
        title=_("Er det et ægte dilemma?"),
        button=_("Gem svarene"),
        back=where,
        done=_("Svarene er gemt."),
        lead=_("Et ja gør det ikke falsk. Det er en grund til at tale om det en gang til."),
    )

    def save(review: Review) -> str:
        services.test_false(reader, dilemma_id, form.telling(review))
        return where

    return send(request, form, sheet, save, named=board.dilemma.question)


@for_reader
def choose(request: HttpRequest, reader: Reader, dilemma_id: int) -> HttpResponse:
    """Choose an option in one's own dilemma."""
    own(reader, dilemma_id)
    board = queries.board(reader, dilemma_id)
    form = ChoiceForm(board, request.POST or None)
    where = f"{reverse('dilemma', args=[dilemma_id])}#valg"
    sheet = Sheet(
        title=_("Vælg, og sig hvorfor"),
        button=_("Gem valget"),
        back=where,
        done=_("Valget er gemt. Dilemmaet kan godt være åbent endnu."),
        lead=_("Et dilemma må gerne stå åbent. Tidligere valg bliver stående."),
        template="dilemmas/choose.html",
    )

    def save(review: Review) -> str:
        services.choose(reader, dilemma_id, form.telling(review))
        return where

    return send(request, form, sheet, save, named=board.dilemma.question, board=board)


@require_POST
@for_reader
def state(request: HttpRequest, reader: Reader, dilemma_id: int) -> HttpResponse:
    """Say where one's own dilemma is."""
    row, form = own(reader, dilemma_id), StateForm(request.POST)
    if form.is_valid():
        services.set_state(reader, row.id, form.cleaned_data["state"])
        messages.success(request, _("Det er gemt."))
    else:
        messages.warning(request, _("Vælg, hvor dilemmaet er."))
    return redirect("dilemma", row.id)


def _first(request: HttpRequest, option: Option) -> dict[str, str]:
    """What was told of the party that the address names."""
    bearer = request.GET.get("for", "")
    if bearer not in Bearer.values:
        return {}
    told = option.consequences.filter(bearer=bearer).first()
    return {"bearer": bearer, "text": told.text if told else ""}
