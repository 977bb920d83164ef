"""`handlerum respond`."""

import json
from typing import Annotated, Any

import typer

from handlerum.cli.console import acting, out, stop
from handlerum.core.text import shorten
from handlerum.dilemmas.models import Dilemma
from handlerum.knowledge.terms import Form
from handlerum.legislation.provisions import Provision
from handlerum.search.answer_services import respond as answer_to
from handlerum.search.answers import Answer, Piece
from handlerum.search.excerpts import Segment
from handlerum.search.queries import MAX_SITUATION, Empty, TooLong
from handlerum.search.services import catch_up_if_free


def respond(
    text: Annotated[str, typer.Argument(help="Hvad står du med?")],
    as_json: Annotated[bool, typer.Option("--json", help="Svar som JSON.")] = False,
    organisation: Annotated[str | None, typer.Option(help="Organisationens korte navn.")] = None,
    as_: Annotated[str | None, typer.Option("--as", help="E-mail på den, der spørger.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=50, help="Højst så mange i hver form.")] = 5,
) -> None:
    """Svar på en situation med fem former for viden side om side."""
    reader = acting(organisation, as_)
    text = text.encode("utf-8", "replace").decode()  # a terminal may hand over broken characters
    catch_up_if_free()
    try:
        answer = answer_to(reader, text, limit)
    except Empty:
        stop("Skriv lidt mere: der er ingen ord at gå efter.")
    except TooLong as error:
        stop(f"Højst {MAX_SITUATION} tegn. Her er {error.length}.")
    if as_json:
        print(json.dumps(_as_json(answer), ensure_ascii=False, indent=2))
    else:
        _show(answer)


def _as_json(answer: Answer) -> dict[str, Any]:
    lanes = {lane.form.value: lane for lane in answer.lanes}
    return {
        "query": answer.query,
        "forms": {form: [_piece(piece) for piece in lanes[form].pieces] for form in Form.values},
        "silent": {
            lane.form.value: {"searched": lane.silent.searched, "reason": lane.silent.reason.value}
            for lane in answer.lanes
            if lane.silent
        },
        "legislation": [_provision(one) for one in answer.strip.provisions],
        "dilemmas": [_dilemma(one) for one in answer.dilemmas.known],
        "elapsed_ms": round(answer.elapsed_ms, 1),
    }


def _provision(one: Provision) -> dict[str, Any]:
    section = one.row.section
    return {
        "citation": one.citation,
        "gives": one.gives.value if one.gives else None,
        "text": one.row.text,
        "in_force_from": section.edition.in_force_from.isoformat(),
        "url": section.edition.address,
    }


def _dilemma(row: Dilemma) -> dict[str, Any]:
    return {
        "id": row.id,
        "question": row.question,
        "state": row.state,
        "considerations": [side.consideration.name for side in row.sides.all()],
        "url": f"/dilemmaer/{row.id}/",
    }


def _piece(piece: Piece) -> dict[str, Any]:
    row = piece.contribution
    return {
        "id": row.id,
        "title": row.title,
        "excerpt": _plain(piece.excerpt),
        "score": round(piece.relevance, 4),
        "way": row.way,
        "voice": row.voice,
        "outcome": row.outcome or None,
        "source": str(row.source) if row.source else None,
        "url": (row.source.url if row.source else "") or f"/bidrag/{row.id}/",
    }


def _plain(segments: list[Segment]) -> str:
    return "".join(segment.text for segment in segments)


def _show(answer: Answer) -> None:
    _show_forms(answer)
    out.rule("Det giver loven mulighed for", align="left")
    for one in answer.strip.provisions:
        gives = one.gives.label if one.gives else ""
        out.print(f"• {one.citation}: {gives}", markup=False, style="bold")
        out.print(f"  {shorten(one.row.text, 300)}", markup=False)
    if not answer.strip.provisions:
        out.print(f"{answer.strip.searched} bestemmelser gennemsøgt, ingen ligner.", style="dim")
    if answer.dilemmas.known:
        out.rule("Dilemmaer, der ligner", align="left")
    for row in answer.dilemmas.known:
        out.print(f"• {row.question}", markup=False, style="bold")


def _show_forms(answer: Answer) -> None:
    for lane in answer.lanes:
        out.rule(str(lane.form.label), align="left")
        if lane.silent:
            out.print(f"Tavs. {lane.silent.searched} gennemsøgt, ingen passer.", style="dim")
        for piece in lane.pieces:
            out.print(f"• {piece.contribution.title}", markup=False, style="bold")
            out.print(f"  {_plain(piece.excerpt)}", markup=False)
