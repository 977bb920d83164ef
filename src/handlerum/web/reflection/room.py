"""The room of a session: one page for a phone and for whoever leads, and one for the wall."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from handlerum.knowledge.queries import by_ids
from handlerum.organisations.access import Denied, Reader, reader_of
from handlerum.organisations.queries import people
from handlerum.organisations.secrets import new_token
from handlerum.practice.queries.practices import standing_on
from handlerum.reflection import queries
from handlerum.reflection.access import Who, joinable
from handlerum.reflection.queries import Common, State
from handlerum.reflection.queries.common import Said
from handlerum.reflection.queries.state import Mine
from handlerum.reflection.rules.choosing import may_show
from handlerum.reflection.rules.session_writing import KINDS
from handlerum.reflection.words import SessionState, Typed, Vote
from handlerum.trail.terms import Thing
from handlerum.web.reflection.answered import Drawn, drawn
from handlerum.web.reflection.answering import answering, ends_of
from handlerum.web.reflection.picture import picture
from handlerum.web.reflection.scope import for_anybody_in
from handlerum.web.reflection.who import who_asks
from handlerum.web.scope import membership

#: The places to see it from that are offered; anything else may be written.
PERSPECTIVES = (
    _("Borgeren"),
    _("Arbejdsgiveren"),
    _("Sagsbehandleren"),
    _("Lederen"),
    _("De pårørende"),
    _("Loven"),
    _("Forskeren"),
    _("Den, der ikke er her"),
)
#: So many names fit on a phone; of more, only the number is told.
NAMED = 30


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
    typed: Mapping[int, str] | None = None,
    told: str = "",
    status: int = 200,
) -> HttpResponse:
    """The room as it stands; with what was typed and refused, where something was."""
    state = queries.state(who, session_id)
    context = _context(state)
    context |= {
        "sheets": _sheets(state, refused),
        "told": told,
        "votes": Vote,
        "answering": answering(state, context["among"], _language(), typed),
        "may_show_answers": state.facilitates and _may_show_answers(state.common),
        "mine_rows": _mine_rows(state),
        "perspectives": PERSPECTIVES,
        "last_time": _last_time(who, state),
        "pieces": _pieces(who, state),
        "colleagues": people(who) if isinstance(who, Reader) and state.facilitates else [],
    }
    if state.common.state == SessionState.CLOSED:
        context |= summarised(who, state)
        return render(request, "reflection/summary.html", context, status=status)
    return render(request, "reflection/room.html", context, status=status)


def for_everybody(common: Common) -> dict[str, Any]:
    """What `reflection/_shared.html` is made from: the same on every phone and on the wall."""
    return _context(State(common, None, 0, False, Mine(), None))


def summarised(who: Who, state: State) -> dict[str, Any]:
    """What only the page after a session shows."""
    common, reader = state.common, who if isinstance(who, Reader) else None
    opening = [one.contribution_id for one in common.options if one.contribution_id]
    known = by_ids(reader, opening) if reader else {}
    laid_out = {one.id: one for one in queries.laid_out(who, common.session_id)}
    pieces = known | {one: laid_out[one] for one in opening if one in laid_out}
    titles = {one: row.title for one, row in pieces.items()}
    tried = queries.tried(reader, common.session_id) if reader else []
    return {
        "space": picture(
            common,
            titles,
            {one.id: one.text for one in common.entries},
            {row.origin_option for row in tried if row.origin_option},
        ),
        "after": queries.afterwards(who, common.session_id),
        "is_guest": reader is None,
        "practices": standing_on(reader, Thing.SESSION, common.session_id) if reader else [],
        "new": f"moede={common.session_id}" if reader else "",
        "try_url": address("begin_trial") if reader else "",
        "tried": [
            {"what": row.what, "state": row.get_state_display(), "url": address("trial", row.id)}
            for row in tried
        ],
    }


def address(name: str, *args: int) -> str:
    """Where a page of that name is; "" where there is none."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def _language() -> str:
    return "en" if (get_language() or "da").startswith("en") else "da"


def _context(state: State) -> dict[str, Any]:
    step, language = state.common.step, _language()
    entries = [_in(language, one) for one in state.common.entries]
    here = [one for one in entries if one.step == step["key"]]
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
        "writes": step.get("input") in KINDS,
        "chooses": may_show(step),
        "among": [one for one in entries if one.step == state.common.about],
        "loose": [one for one in here if one.group is None],
        "groups": groups,
        "number": state.common.step_number + 1,
        "names_fit": len(state.common.people) <= NAMED,
        "drawn": _drawn(state.common, entries, language),
    }


def _in(language: str, one: Said) -> Said:
    """An entry in the reader's language, where the method has it in both."""
    other = one.value.get(language)
    return replace(one, text=str(other)) if other else one


def _drawn(common: Common, entries: list[Said], language: str) -> list[Drawn]:
    texts = {one.id: one.text for one in entries}
    steps = {step["key"]: step for step in common.plan}
    return [
        drawn(
            answers,
            texts,
            steps[answers.step]["name"].get(language, ""),
            ends_of(steps[answers.step], language),
        )
        for answers in common.answers
    ]


def _may_show_answers(common: Common) -> bool:
    """Whether there are answers to show; statements are shown before they are answered."""
    if common.state != SessionState.RUNNING or common.is_answered or not may_show(common.step):
        return False
    return common.step["input"] != "statements" or bool(common.entries)


def _mine_rows(state: State) -> list[tuple[str, Any]]:
    """What one has written in words, each with its kind of `words.Typed`."""
    mine = state.mine
    kinds = (
        (Typed.OPTION, mine.options),
        (Typed.ASSUMPTION, mine.assumptions),
        (Typed.NEXT_STEP, mine.next_steps),
        (Typed.CARRIED, mine.carried),
        (Typed.ENTRY, mine.entries),
    )
    return [(what.value, one) for what, rows in kinds for one in rows if one.text]


def _pieces(who: Who, state: State) -> list[Any]:
    """What was laid out for everybody, where it can be said to have opened an option."""
    asked = (Typed.OPTION.value, "after") in wanted(state.common.step)
    return queries.laid_out(who, state.common.session_id) if asked and state.me else []


def _last_time(who: Who, state: State) -> Any:
    """What was carried over to this session, while it is got ready for and in its first step."""
    early = state.common.state != SessionState.CLOSED and state.common.step_number == 0
    return queries.last_time(who, state.common.session_id) if early else None


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
    if not found and step.get("input") in KINDS:
        found = [(Typed.ENTRY, "")]
    return [(what.value, phase) for what, phase in found]
