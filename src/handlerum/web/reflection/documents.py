"""What came of a session as a document for those present: PDF by typst, and DOCX."""

from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse

from handlerum.reflection import queries
from handlerum.reflection.access import Who
from handlerum.web import documents
from handlerum.web.documents import PDF, WORD, handed_out
from handlerum.web.reflection.scope import for_anybody_in
from handlerum.web.reflection.summary_told import told
from handlerum.web.reflection.summary_word import written

_SOURCE = Path(__file__).with_name("summary.typ")


@for_anybody_in
def pdf(request: HttpRequest, who: Who, session_id: int) -> HttpResponse:
    """A summary as a PDF that can be read aloud."""
    made = typeset(told(who, queries.summary(who, session_id)))
    return handed_out(made, PDF, f"moede-{session_id}.pdf", inline=True)


@for_anybody_in
def docx(request: HttpRequest, who: Who, session_id: int) -> HttpResponse:
    """A summary as a document that can be written on in Word."""
    made = written(told(who, queries.summary(who, session_id)))
    return handed_out(made, WORD, f"moede-{session_id}.docx")


def typeset(values: dict[str, Any]) -> bytes:
    """A summary as the bytes of a PDF. Texts go in as data, so none of them is ever markup."""
    return documents.typeset(_SOURCE, summary=values)
