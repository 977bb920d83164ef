"""Pages for reading dilemmas: the list, the weighing board, the map."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from handlerum.core.clock import today
from handlerum.dilemmas import queries
from handlerum.dilemmas.access import consideration
from handlerum.dilemmas.queries.network import MOST
from handlerum.dilemmas.queries.parts import pieces
from handlerum.dilemmas.rules.choosing import MIN_OPTIONS, pointing_at_false
from handlerum.dilemmas.rules.making import MAX_SIDES, MIN_SIDES
from handlerum.dilemmas.terms import DilemmaState, Question, Reply
from handlerum.dilemmas.words import PATTERNS
from handlerum.legislation.citing import citations_of
from handlerum.organisations.access import Reader
from handlerum.practice.queries.practices import standing_on
from handlerum.practice.queries.trials import of_origin
from handlerum.search.law import law
from handlerum.search.lexical import asked
from handlerum.trail.terms import Thing
from handlerum.web.dilemmas.drawing import drawn
from handlerum.web.dilemmas.forms import StateForm
from handlerum.web.dilemmas.words import STANCES
from handlerum.web.scope import for_reader

PAGE = 24


@for_reader
def dilemmas(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The dilemmas the reader may see, in one state or all, and what could be one more."""
    state, about = request.GET.get("tilstand", ""), request.GET.get("hensyn", "")
    found, named = queries.listed(reader, state), None
    if about.isdecimal() and len(about) < 19:
        named = consideration(reader, int(about))
        found = found.filter(sides__consideration=named)
    page = Paginator(found, PAGE).get_page(request.GET.get("side"))
    counts = pieces(reader, [row.id for row in page])
    context = {
        "page": page,
        "rows": [(row, counts.get(row.id, 0)) for row in page],
        "states": DilemmaState.choices,
        "state": state if state in DilemmaState.values else "",
        "named": named,
        "may_edit": named is not None and named.by_id == reader.user_id,
        "hints": [(one, PATTERNS[one.suggestion.pattern]) for one in queries.suggested(reader)],
    }
    return render(request, "dilemmas/list.html", context)


@for_reader
def board(request: HttpRequest, reader: Reader, dilemma_id: int) -> HttpResponse:
    """One dilemma, weighed."""
    found = queries.board(reader, dilemma_id)
    row = found.dilemma
    context = {
        "board": found,
        "row": row,
        "reader": reader,
        "columns": [_column(column, reader) for column in found.columns],
        "options": [_option(found, option, reader) for option in found.options],
        "test": _tested(found),
        "few": len(found.options) < MIN_OPTIONS,
        "full": len(found.columns) >= MAX_SIDES,
        "may_remove": found.is_own and len(found.columns) > MIN_SIDES,
        "state_form": StateForm(initial={"state": row.state}),
        "citations": citations_of(Thing.DILEMMA, [row.id], today()),
        "strip": law.strip(reader, asked(f"{row.question} {row.text}")),
        "trials": of_origin(reader, Thing.DILEMMA, [row.id]).get(row.id, []),
        "practices": standing_on(reader, Thing.DILEMMA, row.id),
        "new": f"dilemma={row.id}",
        "today": today(),
    }
    return render(request, "dilemmas/board.html", context)


@for_reader
def network(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Which considerations meet, as a drawing and as a table."""
    found = queries.network(reader)
    context = {"network": found, "map": drawn(found), "most": MOST}
    return render(request, "dilemmas/map.html", context)


def _column(column: queries.Column, reader: Reader) -> dict[str, Any]:
    lanes = [
        (form, [(one, STANCES[one.stance]) for one in lane]) for form, lane in column.lanes.items()
    ]
    return {
        "side": column.side,
        "consideration": column.consideration,
        "lanes": lanes,
        "hidden": column.hidden,
        "count": column.count,
        "may_edit": column.consideration.by_id == reader.user_id,
    }


def _option(board: queries.Board, option: Any, reader: Reader) -> dict[str, Any]:
    """An option with what was told of each party, and the parties of whom nothing was told."""
    told = list(option.consequences.all())
    bearers = dict.fromkeys(
        (column.consideration.bearer, column.consideration.get_bearer_display())
        for column in board.columns
    )
    missing = [one for one in bearers if one[0] not in {row.bearer for row in told}]
    chosen = any(choice.option_id == option.id for choice in board.choices)
    may_remove = not chosen and (board.is_own or option.by_id == reader.user_id)
    return {"row": option, "told": told, "missing": missing, "may_remove": may_remove}


def _tested(board: queries.Board) -> dict[str, Any] | None:
    """The test of a false dilemma: each question with its reply, and those that give pause."""
    if board.false_test is None:
        return None
    answers = board.false_test.answers
    replies = [(one, Reply(answers[one]).label) for one in Question if one in answers]
    return {
        "row": board.false_test,
        "replies": replies,
        "pointing": pointing_at_false(answers),
    }
