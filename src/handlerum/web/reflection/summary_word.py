"""A summary as a document for Word: headings, tables with a head row, and plain lists."""

import re
from typing import Any

from docx import Document
from docx.document import Document as Made
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from handlerum.web.documents import in_word

#: What XML cannot hold.
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def written(values: dict[str, Any]) -> bytes:
    """The summary as the bytes of a DOCX; texts are written as they are."""
    word = Document()
    word.core_properties.title = _clean(values["title"])[:255]
    word.core_properties.author = "Handlerum"
    word.core_properties.language = values["language"]
    _speak(word, values["language"])
    word.add_heading(_clean(values["title"]), level=0)
    for label, words in values["facts"]:
        line = word.add_paragraph()
        line.add_run(f"{_clean(label)}: ").bold = True
        line.add_run(_clean(words))
    if values["empty"]:
        word.add_paragraph(_clean(values["empty"]))
    if values["options"]:
        _table(word, values["options_title"], values["options_head"], values["options"])
        word.add_paragraph(_clean(values["options_note"]))
    if values["steps"]:
        _table(word, values["steps_title"], values["steps_head"], values["steps"])
    for part in values["lists"]:
        word.add_heading(_clean(part["title"]), level=1)
        for row in part["rows"]:
            word.add_paragraph(_clean(row), style="List Bullet")
    word.sections[0].footer.paragraphs[0].text = _clean(values["foot"])
    word.sections[0].orientation = WD_ORIENT.PORTRAIT
    return in_word(word)


def _table(made: Made, title: str, head: list[str], rows: list[list[str]]) -> None:
    made.add_heading(_clean(title), level=1)
    table = made.add_table(rows=1, cols=len(head), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, head, strict=True):
        cell.paragraphs[0].add_run(_clean(words)).bold = True
    # A head row that is marked is read aloud as one, and repeated on the next page.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = _clean(words)


def _speak(made: Made, language: str) -> None:
    """Say which language the document is in."""
    told = OxmlElement("w:lang")
    told.set(qn("w:val"), "en-GB" if language.startswith("en") else "da-DK")
    made.styles["Normal"].element.get_or_add_rPr().append(told)


def _clean(text: object) -> str:
    return _UNREADABLE.sub("", str(text))
