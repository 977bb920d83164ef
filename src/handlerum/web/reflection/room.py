"""The room of a session: one page for a phone and for whoever leads, and one for the wall."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from handlerum.organisations.access import Denied, Reader, reader_of
from handlerum.organisations.queries import people
from handlerum.organisations.secrets import new_token
from handlerum.reflection import queries
from handlerum.reflection.access import Who, joinable
from handlerum.reflection.queries import State
from handlerum.reflection.words import SessionState, Typed, Vote
from handlerum.web.reflection.picture import picture
from handlerum.web.reflection.scope import for_anybody_in
from handlerum.web.reflection.who import who_asks
from handlerum.web.scope import membership

#: What is written in a step of each kind, and as what an entry is kept; others have no text.
ENTRIES = {
    "silent_writing": "text",
    "questions_only": "question",
    "listening_task": "text",
    "cards": "card",
    "anchored_notes": "note",
    "statements": "statement",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One thing that can be written now: what it is, its phase, and the key it will have."""

    what: str
    key: str
    phase: str = ""
    text: str = ""
    problem: str = ""
    proposal: str = ""


def room(request: HttpRequest, session_id: int) -> HttpResponse:
    """Where whoever takes part or leads is; who may join is asked to."""
    found = membership(request)
    try:
        who = who_asks(request, session_id)
        return show(request, who, session_id)
    except Denied:
        if found is None and not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
    try:
        assert found is not None
        session = joinable(reader_of(found), session_id)
    except (Denied, AssertionError):
        raise Http404 from None
    return render(request, "reflection/join.html", {"session": session})


@for_anybody_in
def screen(request: HttpRequest, who: Who, session_id: int) -> HttpResponse:
    """What is shown on the wall: what is common, large, and nothing of whoever opened it."""
    state = queries.state(who, session_id, view="projector")
    return render(request, "reflection/screen.html", _context(state))


def show(
    request: HttpRequest,
    who: Who,
    session_id: int,
    *,
    refused: Sheet | None = None,
    told: str = "",
    status: int = 200,
) -> HttpResponse:
    """The room as it stands; with what was typed and refused, where something was."""
    state = queries.state(who, session_id)
    context = _context(state) | {
        "sheets": _sheets(state, refused),
        "told": told,
        "votes": Vote,
        "own_votes": _own_votes(state),
        "colleagues": people(who) if isinstance(who, Reader) and state.facilitates else [],
    }
    if state.common.state == SessionState.CLOSED:
        context["picture"] = picture(state.common)
        return render(request, "reflection/summary.html", context, status=status)
    return render(request, "reflection/room.html", context, status=status)


def _context(state: State) -> dict[str, Any]:
    step = state.common.step
    language = "en" if (get_language() or "da").startswith("en") else "da"
    here = [one for one in state.common.entries if one.step == step["key"]]
    groups = [
        (group, [one for one in here if one.group == group.id])
        for group in state.common.groups
        if group.step == step["key"]
    ]
    return {
        "state": state,
        "common": state.common,
        "step": step,
        "name": step.get("name", {}).get(language, ""),
        "instruction": step.get("instruction", {}).get(language, ""),
        "entries": here,
        "loose": [one for one in here if one.group is None],
        "groups": groups,
        "number": state.common.step_number + 1,
        "dots": state.common.dots,
    }


def _sheets(state: State, refused: Sheet | None) -> list[Sheet]:
    """What a participant can write in this step; what was refused stands as it was typed."""
    if state.me is None or state.common.state != SessionState.RUNNING:
        return []
    sheets = [Sheet(what, new_token(), phase) for what, phase in wanted(state.common.step)]
    if refused is None:
        return sheets
    place = (refused.what, refused.phase)
    return [refused if (one.what, one.phase) == place else one for one in sheets]


def wanted(step: Any) -> list[tuple[str, str]]:
    """What a step asks for: kinds of `words.Typed`, with their phase."""
    asks = set(step.get("asks") or ())
    found = [
        (what, phase)
        for what, ask in ((Typed.OPTION, "options"), (Typed.ASSUMPTION, "assumptions"))
        for phase in ("before", "after")
        if f"{ask}_{phase}" in asks
    ]
    found += [(Typed.NEXT_STEP, "")] if "next_steps" in asks else []
    found += [(Typed.CARRIED, "")] if "carried_over" in asks else []
    if not found and step.get("input") in ENTRIES:
        found = [(Typed.ENTRY, "")]
    return [(what.value, phase) for what, phase in found]


def _own_votes(state: State) -> dict[int, str]:
    return {
        int(one.value["statement"]): str(one.value.get("vote"))
        for one in state.mine.entries
        if one.kind == "vote" and "statement" in one.value
    }
