"""Buttons of a question: yes, not now, this time, done, taken back, erased."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handlerum.organisations.access import Reader
from handlerum.sparring import services
from handlerum.sparring.access import own
from handlerum.sparring.problems import Refused, in_words
from handlerum.web.dilemmas.sending import Sheet
from handlerum.web.scope import for_reader


@require_POST
@for_reader
def accept(request: HttpRequest, reader: Reader, question_id: int) -> HttpResponse:
    """Say yes."""
    done = _("Tak. Spørgsmålet er dit. Svar skriftligt, eller foreslå en tid.")
    return _pressed(request, question_id, lambda: services.accept(reader, question_id), done)


@require_POST
@for_reader
def decline(request: HttpRequest, reader: Reader, question_id: int) -> HttpResponse:
    """Say "not just now"; nobody asks why."""
    done = _("Det er i orden. Den, der spurgte, ser kun: kan ikke lige nu.")
    act = lambda: services.decline(reader, question_id)  # noqa: E731
    return _pressed(request, question_id, act, done, then="sparring")


@require_POST
@for_reader
def agree(request: HttpRequest, reader: Reader, question_id: int) -> HttpResponse:
    """Confirm a time, or say that none of them fits."""
    time = request.POST.get("time", "")
    if time == "none":
        done = _("Den anden bliver bedt om nye tider.")
        act = lambda: services.no_time_fits(reader, question_id)  # noqa: E731
        return _pressed(request, question_id, act, done)
    chosen = int(time) if time.isdecimal() and len(time) < 19 else 0
    done = _("Aftalt. Tiden står her.")
    return _pressed(request, question_id, lambda: services.agree(reader, question_id, chosen), done)


@require_POST
@for_reader
def close(request: HttpRequest, reader: Reader, question_id: int) -> HttpResponse:
    """Say that the two are done."""
    done = _("Spørgsmålet er afsluttet. I kan stadig gøre det til et bidrag.")
    return _pressed(request, question_id, lambda: services.close(reader, question_id), done)


@require_POST
@for_reader
def withdraw(request: HttpRequest, reader: Reader, question_id: int) -> HttpResponse:
    """Take back one's own question."""
    done = _("Spørgsmålet er trukket tilbage. Kun du kan se det nu.")
    return _pressed(request, question_id, lambda: services.withdraw(reader, question_id), done)


@for_reader
def erase(request: HttpRequest, reader: Reader, question_id: int) -> HttpResponse:
    """Ask once, then erase one's own question with all that was written to it."""
    row = own(reader, question_id)
    sheet = Sheet(
        title=_("Slet spørgsmålet for altid?"),
        button=_("Slet for altid"),
        back=reverse("question", args=[row.id]),
        done=_("Spørgsmålet er slettet for altid."),
        lead=_(
            "Det, I har skrevet til hinanden, forsvinder med det. Er det blevet til et bidrag, "
            "bliver bidraget. Sikkerhedskopier har teksten, til de bliver smidt ud."
        ),
        template="dilemmas/confirm.html",
    )
    if request.method == "POST":
        services.erase(reader, row.id)
        messages.success(request, sheet.done)
        return redirect("sparring")
    return render(request, sheet.template, {"sheet": sheet, "named": row.question})


def _pressed(
    request: HttpRequest, question_id: int, act: Callable[[], object], done: str, then: str = ""
) -> HttpResponse:
    """Do it and say so, or say why not."""
    try:
        act()
    except Refused as refused:
        for problem in refused.problems:
            messages.warning(request, in_words(problem))
    else:
        messages.success(request, done)
    return redirect(then) if then else redirect("question", question_id)
