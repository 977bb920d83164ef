"""The year as a PDF that can be read aloud, and as a file for a word processor."""

from io import BytesIO
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from handlerum.insight.queries.year import Document, document
from handlerum.insight.terms import YearState
from handlerum.organisations.access import Reader
from handlerum.web import documents
from handlerum.web.documents import PDF, WORD, handed_out, in_word
from handlerum.web.insight.charts import as_picture, on_paper
from handlerum.web.insight.figures import Figure
from handlerum.web.insight.laid_out import Item, Section, sections, title_of_period
from handlerum.web.scope import for_reader

_SOURCE = Path(__file__).with_name("year.typ")


@for_reader
def pdf(request: HttpRequest, reader: Reader, status_id: int) -> HttpResponse:
    """One year status as a PDF."""
    made = typeset(document(reader, status_id))
    return handed_out(made, PDF, f"aaret-{status_id}.pdf")


@for_reader
def docx(request: HttpRequest, reader: Reader, status_id: int) -> HttpResponse:
    """One year status as DOCX."""
    made = written(document(reader, status_id))
    return handed_out(made, WORD, f"aaret-{status_id}.docx")


def typeset(found: Document) -> bytes:
    """The document as the bytes of a PDF. Texts go in as data, so none of them is ever markup."""
    return documents.typeset(_SOURCE, year=_told(found))


def written(found: Document) -> bytes:
    """The document as the bytes of a DOCX, with headings, tables and pictures that have texts."""
    from docx import Document as Word  # slow to load, and few ask for it

    word = Word()
    word.core_properties.title = title_of_period(found)
    word.core_properties.language = get_language() or "da"
    word.core_properties.author = found.status.organisation.name
    word.add_heading(title_of_period(found), 0)
    word.add_paragraph(_foot(found))
    for section in sections(found):
        word.add_heading(section.title, 1)
        for paragraph in section.paragraphs:
            word.add_paragraph(paragraph)
        for figure in section.figures:
            _draw(word, figure)
        for item in section.items:
            word.add_heading(item.title, 2)
            for label, text in item.said:
                line = word.add_paragraph()
                line.add_run(f"{label}: ").bold = True
                line.add_run(text)
    return in_word(word)


def _draw(word: Any, figure: Figure) -> None:
    from docx.shared import Cm

    picture = word.add_picture(BytesIO(as_picture(figure.plot)), width=Cm(14))
    picture._inline.docPr.set("descr", figure.plot.says)
    word.add_paragraph(figure.table.caption, style="Caption")
    head, rows = figure.table.head, figure.table.rows
    table = word.add_table(rows=1, cols=len(head), style="Light Grid Accent 1")
    for cell, text in zip(table.rows[0].cells, head, strict=True):
        cell.text = text
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _told(found: Document) -> dict[str, Any]:
    return {
        "language": get_language() or "da",
        "title": title_of_period(found),
        "organisation": found.status.organisation.name,
        "foot": _foot(found),
        "sections": [_section(one) for one in sections(found)],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "title": section.title,
        "paragraphs": list(section.paragraphs),
        "figures": [
            {
                "svg": on_paper(figure.plot),
                "says": figure.plot.says,
                "caption": figure.table.caption,
                "head": list(figure.table.head),
                "rows": [list(row) for row in figure.table.rows],
            }
            for figure in section.figures
        ],
        "items": [_item(item) for item in section.items],
    }


def _item(item: Item) -> dict[str, Any]:
    said = [{"label": label, "text": text} for label, text in item.said]
    return {"title": item.title, "said": said}


def _foot(found: Document) -> str:
    status = found.status
    counted = date_format(localtime(status.counted_at), "DATE_FORMAT")
    said = _("%(organisation)s. Tallene er fra %(day)s.") % {
        "organisation": status.organisation.name,
        "day": counted,
    }
    return said if status.state == YearState.PUBLISHED else f"{said} {_('Kladde.')}"
