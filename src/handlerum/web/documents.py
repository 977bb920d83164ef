"""Documents that are handed out: set by typst as PDF/UA, or made for a word processor."""

import json
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import typst
from django.http import HttpResponse

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def typeset(source: Path, **told: Mapping[str, Any]) -> bytes:
    """A PDF that can be read aloud. Nothing is written to disk.

    Args:
        source: a file of typst's.
        told: what it is told, by the name of the input. It goes in as data, and is never markup.
    """
    made = typst.compile(
        source.read_bytes(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={name: json.dumps(one, ensure_ascii=False) for name, one in told.items()},
        pdf_standards=["ua-1"],
    )
    assert isinstance(made, bytes)
    return made


def in_word(document: Any) -> bytes:
    """The bytes of a document that python-docx made. It is written to memory alone."""
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def handed_out(content: bytes, kind: str, name: str, *, inline: bool = False) -> HttpResponse:
    """A document as an answer, kept by nobody on the way."""
    made = HttpResponse(content, content_type=kind)
    how = "inline" if inline else "attachment"
    made["Content-Disposition"] = f'{how}; filename="{name}"'
    made["Cache-Control"] = "no-store"
    return made
