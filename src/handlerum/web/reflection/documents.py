"""What came of a session as a document for those present: PDF by typst, and DOCX."""

import json
from pathlib import Path
from typing import Any

import typst
from django.http import HttpRequest, HttpResponse

from handlerum.reflection import queries
from handlerum.reflection.access import Who
from handlerum.web.reflection.scope import for_anybody_in
from handlerum.web.reflection.summary_told import told
from handlerum.web.reflection.summary_word import written

_SOURCE = Path(__file__).with_name("summary.typ")
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@for_anybody_in
def pdf(request: HttpRequest, who: Who, session_id: int) -> HttpResponse:
    """A summary as a PDF that can be read aloud."""
    made = typeset(told(who, queries.summary(who, session_id)))
    return _sent(made, "application/pdf", f'inline; filename="moede-{session_id}.pdf"')


@for_anybody_in
def docx(request: HttpRequest, who: Who, session_id: int) -> HttpResponse:
    """A summary as a document that can be written on in Word."""
    made = written(told(who, queries.summary(who, session_id)))
    return _sent(made, _WORD, f'attachment; filename="moede-{session_id}.docx"')


def typeset(values: dict[str, Any]) -> bytes:
    """A summary as the bytes of a PDF. Texts go in as data, so none of them is ever markup."""
    made = typst.compile(
        _SOURCE.read_bytes(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"summary": json.dumps(values, ensure_ascii=False)},
        pdf_standards=["ua-1"],
    )
    assert isinstance(made, bytes)
    return made


def _sent(made: bytes, kind: str, how: str) -> HttpResponse:
    answer = HttpResponse(made, content_type=kind)
    answer["Content-Disposition"] = how
    answer["Cache-Control"] = "no-store"
    return answer
