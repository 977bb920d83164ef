"""Pages for noting something beside a practice, and looking critically at it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handlerum.organisations.access import Denied, Reader
from handlerum.practice.access import editable, may_edit, readable
from handlerum.practice.models import Practice
from handlerum.practice.problems import Refused, in_words
from handlerum.practice.queries.practices import note_of, opened
from handlerum.practice.services import looking as services
from handlerum.practice.services import notes
from handlerum.practice.terms import NoteKind
from handlerum.reflection.problems import Refused as NotPrepared
from handlerum.reflection.services.critical_look import (
    note_exception,
    prepare_look,
    sessions_about,
)
from handlerum.web.dilemmas.forms import kept_in
from handlerum.web.dilemmas.sending import Sheet, send
from handlerum.web.practice.practice_forms import LookForm, NoteForm, PlanForm
from handlerum.web.privacy.review import Review
from handlerum.web.scope import for_reader


@for_reader
def note(request: HttpRequest, reader: Reader, practice_id: int) -> HttpResponse:
    """Note an exception or a doubt; who may change the practice notes assumptions too."""
    row = readable(reader, practice_id)
    kinds = [NoteKind.EXCEPTION, NoteKind.DOUBT]
    kinds += [NoteKind.ASSUMPTION] if may_edit(reader, row) else []
    form = NoteForm(kinds, request.POST or None, initial={"note_kind": request.GET.get("slags")})
    sheet = Sheet(
        title=_("Skriv noget til den"),
        button=_("Gem"),
        back=_notes(row),
        done=_("Det står ved den nu."),
        lead=_(
            "En undtagelse er en gang, hvor I gjorde noget andet, fordi det var bedre. "
            "En tvivl er noget, du ikke er sikker på holder."
        ),
    )

    def save(review: Review) -> str:
        kind, kept = form.cleaned_data.get("note_kind") or "", kept_in(review)
        if kind == NoteKind.EXCEPTION:
            if note_exception(reader, row.id, review.texts["text"], kept).session_due:
                messages.info(
                    request,
                    _("Der er nu tre undtagelser. Et møde om praksis er gjort klar til ejeren."),
                )
        else:
            notes.note(reader, row.id, kind, review.texts["text"], kept)
        return _notes(row)

    return send(request, form, sheet, save, named=row.title)


@require_POST
@for_reader
def remove_note(request: HttpRequest, reader: Reader, note_id: int) -> HttpResponse:
    """Take back a note of one's own."""
    row = note_of(reader, note_id)
    notes.remove(reader, row.id)
    messages.success(request, _("Det er taget væk."))
    return redirect(_notes(row.practice))


@for_reader
def look(request: HttpRequest, reader: Reader, practice_id: int) -> HttpResponse:
    """Say what came of a critical look."""
    found = opened(reader, practice_id)
    row = found.practice
    if not found.may_edit:
        raise Denied
    standing = [one for kind in NoteKind for one in found.notes[kind]]
    form = LookForm(standing, sessions_about(reader, row), request.POST or None)
    sheet = Sheet(
        title=_("Et kritisk blik"),
        button=_("Gem blikket"),
        back=reverse("practice", args=[row.id]),
        done=_("Blikket er gemt med dit navn og dagen i dag."),
        lead=_("Du siger samtidig, at teksten er holdt op mod loven, som den er i dag."),
    )

    def save(review: Review) -> str:
        services.looked(
            reader,
            row.id,
            conclusion=review.texts["conclusion"],
            kept=kept_in(review),
            **form.told_of,
        )
        return reverse("practice", args=[row.id])

    return send(request, form, sheet, save, named=row.title)


@require_POST
@for_reader
def plan(request: HttpRequest, reader: Reader, practice_id: int) -> HttpResponse:
    """Set the day of the next look, or none."""
    row, form = editable(reader, practice_id), PlanForm(request.POST)
    if not form.is_valid():
        for error in form.errors.get("next_look", []):
            messages.warning(request, str(error))
        return redirect(_looks(row))
    try:
        services.plan_look(reader, row.id, form.cleaned_data["next_look"])
    except Refused as refused:
        for problem in refused.problems:
            messages.warning(request, in_words(problem))
    else:
        messages.success(request, _("Dagen er gemt."))
    return redirect(_looks(row))


@require_POST
@for_reader
def prepare(request: HttpRequest, reader: Reader, practice_id: int) -> HttpResponse:
    """Make a session ready in which the practice is looked at critically."""
    row = editable(reader, practice_id)
    try:
        session = prepare_look(reader, row.id)
    except NotPrepared:
        messages.warning(
            request, _("Navnet peger på et menneske og kan ikke stå i et møde. Ret det først.")
        )
        return redirect("practice", row.id)
    messages.success(request, _("Mødet er gjort klar, og du leder det."))
    return redirect("session", session.id)


def _notes(row: Practice) -> str:
    return f"{reverse('practice', args=[row.id])}#noter"


def _looks(row: Practice) -> str:
    return f"{reverse('practice', args=[row.id])}#blikke"
