"""A practice as a PDF that can be read aloud, and as a file for a word processor."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from handlerum.core.clock import now
from handlerum.organisations.access import Reader
from handlerum.practice.models import Practice
from handlerum.practice.queries.practices import opened
from handlerum.web.documents import PDF, WORD, handed_out, in_word, typeset
from handlerum.web.practice.practice_blocks import Block, Part, parts, text_blocks
from handlerum.web.scope import for_reader

_SOURCE = Path(__file__).with_name("practice.typ")


@for_reader
def pdf(request: HttpRequest, reader: Reader, practice_id: int) -> HttpResponse:
    """One practice as a PDF, with its basis and its doubts."""
    found = opened(reader, practice_id)
    row, beside = found.practice, parts(reader, found)
    told = {
        "language": get_language() or "da",
        "title": row.title,
        "kind": row.get_kind_display(),
        "facts": _facts(row),
        "blocks": [_block(one) for one in text_blocks(row.text)],
        "parts": [{"title": one.title, "lines": one.lines or [one.empty]} for one in beside],
    }
    made = typeset(_SOURCE, practice=told)
    return handed_out(made, PDF, f"praksis-{row.id}.pdf", inline=True)


@for_reader
def docx(request: HttpRequest, reader: Reader, practice_id: int) -> HttpResponse:
    """One practice as DOCX, with its basis and its doubts."""
    found = opened(reader, practice_id)
    row = found.practice
    made = written(row, list(text_blocks(row.text)), parts(reader, found))
    return handed_out(made, WORD, f"praksis-{row.id}.docx")


def written(row: Practice, blocks: list[Block], beside: list[Part]) -> bytes:
    """The document as the bytes of a DOCX."""
    from docx import Document as Word  # slow to load, and few ask for it

    word = Word()
    word.core_properties.title = row.title
    word.core_properties.language = get_language() or "da"
    word.core_properties.author = ""
    word.add_heading(row.title, 0)
    word.add_paragraph(_facts(row))
    for block in blocks:
        if block.level:
            word.add_heading(block.text, block.level)
        else:
            word.add_paragraph(block.text, style="List Bullet" if block.is_point else None)
    for part in beside:
        word.add_heading(part.title, 1)
        for line in part.lines or [part.empty]:
            word.add_paragraph(line, style="List Bullet" if part.lines else None)
    return in_word(word)


def _block(block: Block) -> dict[str, object]:
    return {"text": block.text, "level": block.level, "point": block.is_point}


def _facts(row: Practice) -> str:
    version = _("Version %(n)s") % {"n": row.version}
    day = _("hentet %(day)s") % {"day": date_format(localtime(now()), "DATE_FORMAT")}
    return " · ".join(filter(None, [row.get_kind_display(), row.applies_to, version, day]))
