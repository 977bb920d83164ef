"""Web pages (.html, .htm): the readable text, never scripts or styles."""

import re

from lxml import etree
from lxml import html as lxml_html
from lxml.html import defs

from .clean import clean, title_for
from .pieces import Piece, Reason, Unreadable
from .plain import decode

_TAG = re.compile(r"<[a-zA-Z!]")
_UNSEEN = ("script", "style", "template", "noscript", "iframe", "object", "svg", "textarea")
_BLOCKS = defs.block_tags | {
    *("article", "aside", "br", "figcaption", "footer"),
    *("header", "main", "nav", "section", "summary"),
}
# Where the article finder keeps less than this share of the page, it missed the article.
_LEAST_SHARE = 0.25


def read(name: str, data: bytes) -> list[Piece]:
    """Read a web page as one piece. Raises `Unreadable`: mistyped, binary, empty or corrupt."""
    markup = decode(data)
    if not _TAG.search(markup):
        raise Unreadable(Reason.mistyped)
    tree = _tree(markup)
    title = " ".join(tree.xpath("(//title)[1]//text()"))
    everything = clean(_body_text(tree))
    article = clean(_article(tree))
    text = article if len(article) >= _LEAST_SHARE * len(everything) else everything
    return [Piece(title_for(title, text, name), text)]


def plain_text(fragment: str) -> str:
    """Return the text of an HTML fragment without its tags, scripts and styles."""
    return _body_text(_tree(f"<body>{fragment}</body>")).strip()


def _tree(markup: str) -> etree._Element:
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    tree = lxml_html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    # Before anything else looks: the article finder reads text out of JSON in <script>.
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    return tree


def _article(tree: etree._Element) -> str:
    # Half a second to import, so only when there is a web page.
    from trafilatura import extract

    return extract(tree, favor_recall=True, include_comments=False) or ""


def _body_text(tree: etree._Element) -> str:
    body = tree.find("body")
    parts: list[str] = []
    for event, element in etree.iterwalk(tree if body is None else body, ("start", "end")):
        if element.tag in _BLOCKS:
            parts.append("\n")
        if event == "start" and element.tag not in ("head", "title"):
            parts.append(element.text or "")
        elif event == "end" and element is not body:
            parts.append(element.tail or "")
    return "".join(parts)
