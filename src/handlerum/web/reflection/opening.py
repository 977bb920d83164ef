"""Which knowledge opened an option: a piece of the pack, or something that was said."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from handlerum.knowledge.models import Contribution
from handlerum.organisations.access import Denied, Reader
from handlerum.reflection import queries, services
from handlerum.reflection.access import Who
from handlerum.reflection.problems import Refused, in_words
from handlerum.search.queries import Empty, gather
from handlerum.web.reflection.scope import for_anybody_in

#: Pieces of each form to choose among.
_PIECES = 3


@for_anybody_in
def opened(request: HttpRequest, who: Who, session_id: int, option_id: int) -> HttpResponse:
    """Say what opened one's own option."""
    state = queries.state(who, session_id)
    option = next((one for one in state.mine.options if one.id == option_id), None)
    if option is None:
        raise Denied
    told = ""
    if request.method == "POST":
        try:
            _say(who, session_id, option_id, request.POST.get("opened", ""))
        except Refused as refused:
            told = " ".join(in_words(problem) for problem in refused.problems)
        else:
            return redirect("session", session_id)
    words = request.GET.get("q", "").strip() or state.common.question
    pieces = {row.id: row for row in [*queries.laid_out(who, session_id), *_known(who, words)]}
    context = {
        "common": state.common,
        "option": option,
        "pieces": pieces.values(),
        "may_search": isinstance(who, Reader),
        "words": words,
        "told": told,
    }
    return render(request, "reflection/opened.html", context, status=422 if told else 200)


def _say(who: Who, session_id: int, option_id: int, opened: str) -> None:
    kind, _, number = opened.partition("-")
    if opened and not (kind in ("piece", "entry") and number.isdecimal()):
        raise Denied
    services.say_what_opened(
        who,
        session_id,
        option_id,
        contribution_id=int(number) if kind == "piece" else None,
        entry_id=int(number) if kind == "entry" else None,
    )


def _known(who: Who, words: str) -> Iterable[Contribution]:
    """What the five forms know of it, evenly; guests choose among what was laid out."""
    if not isinstance(who, Reader):
        return []
    try:
        found = gather(who, words, _PIECES)
    except Empty:
        return []
    return [piece.contribution for lane in found.lanes.values() for piece in lane.pieces]
