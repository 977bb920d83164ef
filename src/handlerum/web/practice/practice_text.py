"""The text of a practice as a page shows it: Markdown in, safe HTML out."""

from collections.abc import Sequence

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

#: No HTML of its own, and nothing that is fetched from elsewhere.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
_LOWEST = 6
_SCROLLED = {"table_open": '<div class="scroll" tabindex="0">', "table_close": "</div>"}


def rendered(text: str, under: int = 2) -> SafeString:
    """A text as HTML, with its headings right below level `under` and no level left out."""
    tokens = _MARKDOWN.parse(text)
    _fit(tokens, under)
    html = _MARKDOWN.renderer.render(_scrolling(tokens), _MARKDOWN.options, {})
    # markdown-it escapes all that is not Markdown, and lets no address through that is a script.
    safe: SafeString = mark_safe(html)  # noqa: S308
    return safe


def _fit(tokens: Sequence[Token], under: int) -> None:
    """Let the headings begin below `under`, and go down one level at a time."""
    open_levels: list[int] = []
    shown = ""
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1])
            while open_levels and open_levels[-1] >= level:
                open_levels.pop()
            open_levels.append(level)
            shown = f"h{min(under + len(open_levels), _LOWEST)}"
        if token.type in ("heading_open", "heading_close"):
            token.tag = shown


def _scrolling(tokens: Sequence[Token]) -> list[Token]:
    """A wide table is scrolled on its own, with the keyboard too."""
    found: list[Token] = []
    for token in tokens:
        box = Token("html_block", "", 0, content=_SCROLLED.get(token.type, ""), block=True)
        if token.type == "table_open":
            found.append(box)
        found.append(token)
        if token.type == "table_close":
            found.append(box)
    return found
