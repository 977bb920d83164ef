"""The board as a PDF for a meeting: one page of A4, set by typst and never written to disk."""

from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from handlerum.core.clock import now
from handlerum.dilemmas import queries
from handlerum.dilemmas.queries import Board, Column
from handlerum.organisations.access import Reader
from handlerum.search.law import law
from handlerum.search.lexical import asked
from handlerum.web import documents
from handlerum.web.dilemmas.words import STANCES
from handlerum.web.documents import PDF, handed_out
from handlerum.web.scope import for_reader

_SOURCE = Path(__file__).with_name("board.typ")
#: A page has room for so many signs of a text, and so many pieces under a consideration.
_TEXT, _SHORT, _PIECES = 500, 110, 8


@for_reader
def pdf(request: HttpRequest, reader: Reader, dilemma_id: int) -> HttpResponse:
    """One board as a PDF that can be read aloud."""
    made = typeset(reader, dilemma_id)
    return handed_out(made, PDF, f"dilemma-{dilemma_id}.pdf", inline=True)


def typeset(reader: Reader, dilemma_id: int) -> bytes:
    """The board as the bytes of a PDF. Texts go in as data, so none of them is ever markup.

    Raises:
        Denied: the dilemma is not the reader's to see.
    """
    return documents.typeset(_SOURCE, board=_told(reader, queries.board(reader, dilemma_id)))


def _told(reader: Reader, board: Board) -> dict[str, Any]:
    row = board.dilemma
    strip = law.strip(reader, asked(f"{row.question} {row.text}"))
    return {
        "language": get_language() or "da",
        "title": row.question,
        "text": _short(row.text, _TEXT),
        "state": row.get_state_display(),
        "foot": _("Fra Handlerum, %(day)s. Kun til dem, der må læse dilemmaet.")
        % {"day": date_format(localtime(now()), "DATE_FORMAT")},
        "columns": [_column(column) for column in board.columns],
        "law_title": _("Det giver loven mulighed for"),
        "law": [
            f"{one.gives.label if one.gives else ''}: {one.citation}" for one in strip.provisions
        ],
        "options_title": _("Det kunne vi gøre"),
        "options": [_option(one) for one in board.options],
        "choice_title": _("Det valgte vi"),
        "choice": _choice(board),
    }


def _column(column: Column) -> dict[str, Any]:
    pieces = [
        {
            "sign": STANCES[one.stance].sign,
            "stance": str(STANCES[one.stance].label),
            "form": str(form.label),
            "title": _short(one.contribution.title, _SHORT),
        }
        for form, lane in column.lanes.items()
        for one in lane
    ]
    silent = [str(form.label).lower() for form, lane in column.lanes.items() if not lane]
    rest = len(pieces) - _PIECES
    return {
        "name": column.consideration.name,
        "bearer": column.consideration.get_bearer_display(),
        "at_stake": _short(column.consideration.at_stake, _SHORT * 2),
        "pieces": pieces[:_PIECES],
        "rest": _("Og %(n)s mere.") % {"n": rest} if rest > 0 else "",
        "silent": _("Tavse: %(forms)s.") % {"forms": ", ".join(silent)} if silent else "",
    }


def _option(option: Any) -> dict[str, Any]:
    told = [
        {"bearer": one.get_bearer_display(), "text": _short(one.text, _SHORT)}
        for one in option.consequences.all()
    ]
    return {"text": _short(option.text, _SHORT * 2), "told": told}


def _choice(board: Board) -> list[dict[str, str]]:
    """What was chosen, as pairs of a word and a text; empty where nothing was."""
    if board.choice is None:
        return []
    made, owed = board.choice, board.choice.owed_to
    return [
        {"label": _("Valg"), "text": _short(made.option.text, _SHORT * 2)},
        {"label": _("Fordi"), "text": _short(made.reasons, _TEXT)},
        {"label": _("Vi skylder stadig"), "text": _short(made.residue, _TEXT)},
        {"label": _("Over for"), "text": owed.name if owed else ""},
    ]


def _short(text: str, most: int) -> str:
    return Truncator(" ".join(text.split())).chars(most, truncate="…")
