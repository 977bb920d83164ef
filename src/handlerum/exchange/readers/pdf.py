"""PDF: the text layer, page by page; a scanned page has none."""

import re
import unicodedata
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from .clean import clean, one_line, title_for
from .pdf_lines import joined, without_running_lines
from .pieces import Piece, Reason, Unreadable

#: Levels of bookmarks that are read.
_DEEPEST = 6
_HEAD = 1024  # bytes; the format lets the mark stand anywhere in these
_LOCKED = (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY)
# LaTeX with old fonts writes å as a ring and an a.
_LOOSE_ACCENT = re.compile("([˚¨]) ?([aouAOU])")
_COMBINING = {"˚": "\u030a", "¨": "\u0308"}
# What programs fill in by themselves when the author gave no title.
_NO_TITLE = re.compile(
    r"(?i)^(microsoft (word|powerpoint|excel)\b|untitled|uden titel|powerpoint[- ]pr|document ?\d*$"
    r"|dokument ?\d*$)|\.(docx?|pptx?|xlsx?|pdf|indd|dotx?|rtf|tex)$"
)


def read(name: str, data: bytes) -> list[Piece]:
    """Read a PDF as one piece.

    Raises `Unreadable`: mistyped, encrypted, no_text, or corrupt, also where a single page
    cannot be loaded: half a report must not look like a whole one.
    """
    if b"%PDF-" not in data[:_HEAD]:
        raise Unreadable(Reason.mistyped)
    with _opened(data) as document:
        title = document.get_metadata_value("Title")
        pages = [_lines(page) for page in _pages(document)]
        headings = _headings(document)
    text = clean(joined(without_running_lines(pages)))
    if not text:
        raise Unreadable(Reason.no_text)
    own = "" if _NO_TITLE.search(title.strip()) else title
    return [Piece(title_for(own, text, name), text, headings=headings)]


def _headings(document: pdfium.PdfDocument) -> tuple[tuple[int, str], ...]:
    """The bookmarks that a word processor makes of headings; a PDF has no other."""
    told = ((one.level + 1, one_line(one.get_title())) for one in document.get_toc(_DEEPEST))
    return tuple((level, line) for level, line in told if line)


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = error.err_code in _LOCKED
        raise Unreadable(Reason.encrypted if locked else Reason.corrupt) from None


def _pages(document: pdfium.PdfDocument) -> Iterator[str]:
    for page in document:
        text_page = page.get_textpage()
        yield text_page.get_text_bounded()
        # Closed at once: a thousand open pages are a gigabyte.
        text_page.close()
        page.close()


def _lines(text: str) -> list[str]:
    text = _LOOSE_ACCENT.sub(_accented, text)
    return [line.strip(" \t\r") for line in re.split(r"\r\n|\r|\n", text) if line.strip()]


def _accented(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", found[2] + _COMBINING[found[1]])
