"""What participants send: words, dots, places on a line, votes. The same key again is the same."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_POST

from handlerum.organisations.access import Denied
from handlerum.reflection import services
from handlerum.reflection.access import Who
from handlerum.reflection.problems import Refused, in_words
from handlerum.reflection.telling import (
    AssumptionTelling,
    CarriedTelling,
    EntryTelling,
    NextStepTelling,
    OptionTelling,
)
from handlerum.reflection.words import Typed
from handlerum.web.reflection.room import Sheet, show
from handlerum.web.reflection.scope import for_anybody_in


@require_POST
@for_anybody_in
def write(request: HttpRequest, who: Who, session_id: int) -> HttpResponse:
    """Store what was written in a step; what cannot be stored comes back as it was typed."""
    given = request.POST
    try:
        _store(who, session_id, given)
    except Refused as refused:
        return _again(request, who, session_id, refused)
    return redirect("session", session_id)


@require_POST
@for_anybody_in
def choose(request: HttpRequest, who: Who, session_id: int) -> HttpResponse:
    """Store dots, points, a place on the line, or a vote; what is refused comes back as typed."""
    given = request.POST
    try:
        _chosen(who, session_id, given)
    except Refused as refused:
        told = " ".join(in_words(problem) for problem in refused.problems)
        typed = _typed(given, "dots-") | _typed(given, "part-")
        return show(request, who, session_id, typed=typed or None, told=told, status=422)
    return redirect("session", session_id)


@require_POST
@for_anybody_in
def take_back(request: HttpRequest, who: Who, session_id: int) -> HttpResponse:
    """Take back one thing that one wrote, or how one answered."""
    services.withdraw(who, session_id, request.POST.get("what", ""), _number(request.POST, "row"))
    return redirect("session", session_id)


def _chosen(who: Who, session_id: int, given: QueryDict) -> None:
    step = str(given.get("step", ""))
    if "vote" in given:
        said = str(given.get("vote", ""))
        services.vote(who, session_id, step, _number(given, "statement"), said)
    elif "place" in given:
        entry = given.get("entry", "")
        about = int(entry) if entry.isdecimal() else None
        services.place_on_line(who, session_id, step, _number(given, "place"), entry_id=about)
    elif parts := _typed(given, "part-"):
        services.allocate(who, session_id, step, _numbers(parts))
    else:
        services.lay_dots(who, session_id, step, _numbers(_typed(given, "dots-")))


def _store(who: Who, session_id: int, given: QueryDict) -> None:
    what = given.get("what", "")
    if what not in _STORES:
        raise Denied
    _STORES[what](who, session_id, given)


def entry_in(given: QueryDict) -> EntryTelling:
    """What was written in a step, as a form tells it."""
    line = given.get("anchor", "")
    return EntryTelling(
        step=given.get("step", ""),
        kind="",
        anchor=int(line) if line.isdecimal() else None,
        **_common(given),
    )


def _entry(who: Who, session_id: int, given: QueryDict) -> None:
    services.write(who, session_id, entry_in(given))


def _option(who: Who, session_id: int, given: QueryDict) -> None:
    kind, _, number = given.get("opened", "").partition("-")
    opened = int(number) if number.isdecimal() else None
    told = OptionTelling(
        phase=given.get("phase", ""),
        entry_id=opened if kind == "entry" else None,
        contribution_id=opened if kind == "piece" else None,
        **_common(given),
    )
    services.note_option(who, session_id, told)


def _assumption(who: Who, session_id: int, given: QueryDict) -> None:
    told = AssumptionTelling(phase=given.get("phase", ""), **_common(given))
    services.note_assumption(who, session_id, told)


def _next_step(who: Who, session_id: int, given: QueryDict) -> None:
    told = NextStepTelling(
        owner_role=given.get("owner_role", "").strip(),
        due=_day(given.get("due", "")),
        **_common(given),
    )
    services.note_next_step(who, session_id, told)


def _carried(who: Who, session_id: int, given: QueryDict) -> None:
    services.carry_over(who, session_id, CarriedTelling(**_common(given)))


_STORES: dict[str, Callable[[Who, int, QueryDict], None]] = {
    Typed.ENTRY.value: _entry,
    Typed.OPTION.value: _option,
    Typed.ASSUMPTION.value: _assumption,
    Typed.NEXT_STEP.value: _next_step,
    Typed.CARRIED.value: _carried,
}


def _again(request: HttpRequest, who: Who, session_id: int, refused: Refused) -> HttpResponse:
    """The room with what was typed, what is wrong with it, and a proposal where there is one."""
    first = refused.problems[0]
    sheet = Sheet(
        what=request.POST.get("what", ""),
        key=request.POST.get("key", ""),
        phase=request.POST.get("phase", ""),
        text=request.POST.get("text", ""),
        problem=" ".join(in_words(problem) for problem in refused.problems),
        proposal=first.proposal,
    )
    told = "" if sheet.proposal else sheet.problem
    return show(request, who, session_id, refused=sheet, told=told, status=422)


def _common(given: QueryDict) -> dict[str, Any]:
    return {"key": given.get("key", ""), "text": given.get("text", "")}


def _day(written: str) -> Any:
    try:
        return parse_date(written)
    except ValueError:  # the thirtieth of February
        return None


def _number(given: QueryDict, name: str) -> int:
    written = given.get(name, "")
    return int(written) if written.isdecimal() else -1


def _typed(given: QueryDict, prefix: str) -> dict[int, str]:
    """What was typed at each entry."""
    return {
        int(name.removeprefix(prefix)): str(many).strip()
        for name, many in given.items()
        if name.startswith(prefix) and name.removeprefix(prefix).isdecimal()
    }


def _numbers(typed: dict[int, str]) -> dict[int, int]:
    """What was typed as numbers: nothing is 0 and left out, what is no number cannot be right."""
    numbers = {entry: _whole(written) for entry, written in typed.items()}
    return {entry: many for entry, many in numbers.items() if many}


def _whole(written: str) -> int:
    if not written:
        return 0
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 6 else -1
