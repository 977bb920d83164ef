"""Markdown (.md): readable plain text without marks, tags and link addresses."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .clean import clean, one_line, title_for
from .pieces import Piece
from .plain import decode, not_html

_FRONT_MATTER = re.compile(r"\A---\n(.{0,20000}?)\n---(?:\n|\Z)", re.DOTALL)
_SPACED_ITEM = re.compile(r"^((?:- |\d{1,9}\. ).*)\n\n(?=- |\d{1,9}\. )", re.MULTILINE)
_FRONT_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)


def read(name: str, data: bytes) -> list[Piece]:
    """Read a Markdown file as one piece; the title is its first heading.

    Raises `Unreadable`: mistyped, binary or empty.
    """
    source = not_html(decode(data)).replace("\r\n", "\n")
    front = _FRONT_MATTER.match(source)
    tokens = _parse(source[front.end() :] if front else source)
    text = _SPACED_ITEM.sub(r"\1\n", clean("\n\n".join(_blocks(tokens))))
    own = _FRONT_TITLE.search(front[1]) if front else None
    title = title_for(own[1] if own else _heading(tokens), text, name)
    return [Piece(title, text, headings=tuple(_headings(tokens)))]


def _parse(source: str) -> list[Token]:
    return MarkdownIt("commonmark", {"html": True}).enable("table").parse(source)


def _headings(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    for outer, inner in pairwise(tokens):
        if outer.type == "heading_open" and (line := one_line(_inline(inner))):
            yield int(outer.tag[1]), line


def _heading(tokens: Sequence[Token]) -> str:
    headings = (_inline(inner) for outer, inner in pairwise(tokens) if outer.type == "heading_open")
    return next((heading for heading in headings if one_line(heading)), "")


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield one text per paragraph, heading, list and table, in the order of the page."""
    lists = _Lists()
    rows: list[list[str]] = []
    for token in tokens:
        lists.see(token)
        match token.type:
            case "tr_open":
                rows.append([])
            case "inline" if rows:
                rows[-1].append(one_line(_inline(token)))
            case "table_close":
                yield "\n".join(filter(None, map(_row, rows)))
                rows = []
            case "inline":
                yield lists.mark() + _inline(token)
            case "fence" | "code_block":
                yield token.content
            case "html_block":
                yield from _html_block(token.content)


class _Lists:
    """The lists we are inside, so that each item begins with its dash or number."""

    def __init__(self) -> None:
        self._numbers: list[int | None] = []
        self._mark = ""

    def see(self, token: Token) -> None:
        if token.type == "bullet_list_open":
            self._numbers.append(None)
        elif token.type == "ordered_list_open":
            self._numbers.append(int(token.attrGet("start") or 1))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._numbers.pop()
        elif token.type == "list_item_open":
            self._begin_item()

    def _begin_item(self) -> None:
        number = self._numbers[-1]
        self._mark = "- " if number is None else f"{number}. "
        self._numbers[-1] = None if number is None else number + 1

    def mark(self) -> str:
        mark, self._mark = self._mark, ""
        return mark


def _row(cells: list[str]) -> str:
    """Two cells are mostly a word and its meaning; more are a list."""
    filled = [cell for cell in cells if cell]
    return ": ".join(filled) if len(cells) == 2 else ", ".join(filled)


def _inline(token: Token) -> str:
    return "".join(map(_inline_text, token.children or ()))


def _inline_text(token: Token) -> str:
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak":
        return "\n"
    return "" if token.type == "html_inline" else token.content


def _html_block(markup: str) -> Iterator[str]:
    # A table that follows <summary> without a blank line belongs to the HTML block: strip the
    # tags, then read what is left as Markdown. It can hold no block again, so this ends.
    from .html import plain_text

    yield from _blocks(
        MarkdownIt("commonmark", {"html": False}).enable("table").parse(plain_text(markup))
    )
