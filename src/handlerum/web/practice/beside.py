"""The law beside a practice, with places that may be narrower; a named reader says whether."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from handlerum.core.clock import today
from handlerum.organisations.access import Reader
from handlerum.practice.access import may_edit
from handlerum.practice.problems import Refused, in_words
from handlerum.practice.queries.beside import Beside, beside
from handlerum.practice.rules.narrower import Why
from handlerum.practice.services.places import read_place
from handlerum.practice.terms import Narrower
from handlerum.web.legislation.marking import marked_text
from handlerum.web.scope import for_reader

_WHY: dict[Why, str | Promise] = {
    Why.MAY_MUST: gettext_lazy("Loven: kan. Jeres tekst: skal."),
    Why.MAY_NOT: gettext_lazy("Loven: kan. Jeres tekst: må ikke."),
    Why.JUDGED_FIXED: gettext_lazy(
        "Loven lader den enkelte sag afgøre det. Jeres tekst lægger det fast."
    ),
    Why.RIGHT_MAY: gettext_lazy("Loven giver en ret. Jeres tekst gør den til en mulighed."),
}

#: A piece of a sentence, and whether it is among the words that spoke.
Pieces = list[tuple[str, bool]]


@for_reader
def law(request: HttpRequest, reader: Reader, practice_id: int) -> HttpResponse:
    """The provisions next to the text."""
    practice, found = beside(reader, practice_id, today())
    context = {
        "row": practice,
        "found": [_shown(one) for one in found],
        "narrower": Narrower,
        "may_read": may_edit(reader, practice),
        "day": today(),
    }
    return render(request, "practice/practice_law.html", context)


@require_POST
@for_reader
def place(request: HttpRequest, reader: Reader, practice_id: int) -> HttpResponse:
    """Say whether a place is narrower than the law."""
    try:
        read_place(
            reader,
            practice_id,
            request.POST.get("place", ""),
            request.POST.get("narrower", ""),
        )
        messages.success(request, _("Din læsning står ved stedet, med dit navn og dagen."))
    except Refused as refused:
        messages.warning(request, " ".join(in_words(one) for one in refused.problems))
    return redirect(reverse("practice_law", args=[practice_id]))


def _shown(one: Beside) -> dict[str, object]:
    return {
        "citation": one.citation,
        "provisions": [(part, marked_text(part)) for part in one.provisions],
        "places": [
            {
                "read": read,
                "why": _WHY[read.place.why],
                "ours": _pieces(read.place.sentence, read.place.spoke),
                "law": _pieces(read.place.law_sentence, read.place.law_spoke),
            }
            for read in one.places
        ],
    }


def _pieces(text: str, spoke: Iterable[tuple[int, int]]) -> Pieces:
    at, found = 0, []
    for start, end in sorted(spoke):
        found += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [piece for piece in [*found, (text[at:], False)] if piece[0]]
