"""Pages of frame requests: conditions that hinder, who asks along, and what leaders answer."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handlerum.organisations.access import Denied, Reader
from handlerum.practice.problems import Refused, in_words
from handlerum.practice.queries import frames as queries
from handlerum.practice.services import frames as services
from handlerum.practice.terms import FrameKind
from handlerum.web.dilemmas.forms import kept_in
from handlerum.web.dilemmas.sending import Sheet, send
from handlerum.web.practice.frame_forms import AnotherLeaderForm, AnswerForm, AskForm
from handlerum.web.privacy.review import Review
from handlerum.web.scope import for_reader

PAGE = 24


@for_reader
def frames(request: HttpRequest, reader: Reader) -> HttpResponse:
    """What is asked for, of one kind or all: those that wait come first."""
    shown, kind = request.GET.get("vis", ""), request.GET.get("om", "")
    shown = shown if shown in queries.SHOWN else ""
    kind = kind if kind in FrameKind.values else ""
    page = Paginator(queries.listed(reader, shown, kind), PAGE).get_page(request.GET.get("side"))
    counts = queries.counts(reader)
    context = {
        "page": page,
        "rows": queries.seen(reader, page.object_list),
        "tabs": [(name, label, counts[name]) for name, label in _tabs() if _offered(name, counts)],
        "shown": shown,
        "all": counts[queries.WAITING] + counts[queries.ANSWERED],
        "kinds": FrameKind.choices,
        "kind": kind,
        "kept": urlencode({name: v for name, v in (("vis", shown), ("om", kind)) if v}),
    }
    return render(request, "practice/frames.html", context)


@for_reader
def frame(request: HttpRequest, reader: Reader, frame_id: int) -> HttpResponse:
    """One request with its answer, or with the day on which there should be one."""
    asked = queries.shown(reader, frame_id)
    return render(request, "practice/frame.html", {"asked": asked, "row": asked.row})


@for_reader
def ask(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Name a condition, what it hinders, and what is asked for."""
    leaders = queries.to_ask(reader)
    form = AskForm(leaders, reader, request.POST or None)
    sheet = Sheet(
        title=_("Bed om andre rammer"),
        button=_("Send til lederen"),
        back=reverse("frames"),
        done=_("Lederen er spurgt. Dine kolleger kan bede om det samme."),
        lead=_("Er der et vilkår, der hindrer jer i at handle? En leder skal svare med en grund."),
        template="practice/frame_ask.html",
    )

    def save(review: Review) -> str:
        return _at(services.ask(reader, form.telling(review)).id)

    return send(request, form, sheet, save, leaders=leaders)


@for_reader
def answer(request: HttpRequest, reader: Reader, frame_id: int) -> HttpResponse:
    """Answer a request that waits for the reader, or change the answer."""
    asked = queries.shown(reader, frame_id)
    if not asked.may_answer:
        raise Denied
    form = AnswerForm(asked.row, request.POST or None)
    sheet = Sheet(
        title=_("Svar på anmodningen"),
        button=_("Gem svaret"),
        back=_at(frame_id),
        done=_("Svaret er gemt. Alle, der må læse anmodningen, kan se det."),
        template="practice/frame_answer.html",
    )

    def save(review: Review) -> str:
        given = form.cleaned_data.get("answer") or ""
        services.answer(reader, frame_id, given, review.texts["reason"], kept_in(review))
        return _at(frame_id)

    return send(request, form, sheet, save, named=asked.row.condition, asked=asked)


@require_POST
@for_reader
def join(request: HttpRequest, reader: Reader, frame_id: int) -> HttpResponse:
    """Ask for the same, with one's name shown or not."""
    shows = request.POST.get("shows_name") == "1"
    try:
        services.join(reader, frame_id, shows_name=shows)
        messages.success(request, _("Du beder om det samme."))
    except Refused as refused:
        messages.warning(request, " ".join(in_words(one) for one in refused.problems))
    return redirect("frame", frame_id)


@require_POST
@for_reader
def show_name(request: HttpRequest, reader: Reader, frame_id: int) -> HttpResponse:
    """Show one's name beside one's own request, or hide it."""
    services.show_name(reader, frame_id, shows_name=request.POST.get("shows_name") == "1")
    messages.success(request, _("Det er gemt."))
    return redirect("frame", frame_id)


@for_reader
def leave(request: HttpRequest, reader: Reader, frame_id: int) -> HttpResponse:
    """Ask once, then ask for it no more."""
    asked = queries.shown(reader, frame_id)
    sheet = Sheet(
        title=_("Bed ikke om det mere?"),
        button=_("Jeg beder ikke om det mere"),
        back=_at(frame_id),
        done=_("Du beder ikke om det mere."),
        lead=_leaving(asked),
        template="dilemmas/confirm.html",
    )
    if request.method == "POST":
        services.leave(reader, frame_id)
        messages.success(request, sheet.done)
        gone = asked.is_own and not asked.with_others
        return redirect("frames") if gone else redirect("frame", frame_id)
    if not asked.is_in:
        return redirect("frame", frame_id)
    return render(request, sheet.template, {"sheet": sheet, "named": asked.row.condition})


@for_reader
def ask_another(request: HttpRequest, reader: Reader, frame_id: int) -> HttpResponse:
    """Turn one's own request to another leader."""
    asked = queries.shown(reader, frame_id)
    if not (asked.is_own and asked.leader_left):
        raise Denied
    form = AnotherLeaderForm(queries.to_ask(reader), request.POST or None)
    sheet = Sheet(
        _("Spørg en anden leder"), _("Spørg"), _at(frame_id), _("En anden leder er spurgt.")
    )

    def save(review: Review) -> str:
        services.ask_another(reader, frame_id, int(form.cleaned_data["leader"] or 0))
        return _at(frame_id)

    return send(request, form, sheet, save, named=asked.row.condition)


def _tabs() -> tuple[tuple[str, str], ...]:
    return (
        (queries.TO_ME, _("Venter på dit svar")),
        (queries.WAITING, _("Uden svar")),
        (queries.OVERDUE, _("Over tiden")),
        (queries.ANSWERED, _("Besvaret")),
    )


def _offered(name: str, counts: dict[str, int]) -> bool:
    """Who answers nothing needs no tab for it."""
    return name != queries.TO_ME or counts[name] > 0


def _leaving(asked: queries.Asked) -> str:
    if not asked.is_own:
        return _("Du kan altid bede om det igen.")
    if asked.with_others:
        return _(
            "Andre beder om det samme. Anmodningen bliver stående og bliver deres, og dit navn "
            "er ikke på den mere."
        )
    return _("Ingen andre beder om det. Anmodningen bliver slettet for altid, og svaret med den.")


def _at(frame_id: int) -> str:
    return reverse("frame", args=[frame_id])
