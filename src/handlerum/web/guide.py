"""The user guide: the pages of docs/brug, shown in the product."""

import re
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt

_FOLDER = Path(__file__).resolve().parents[3] / "docs" / "brug"
_LINK = re.compile(r"\]\(([\w-]+)\.md\)")
# What may be wider than a phone is scrolled on its own, with the keyboard too.
_SCROLLED = {
    "<pre>": '<pre tabindex="0">',
    "<table>": '<div class="scroll" tabindex="0"><table>',
    "</table>": "</table></div>",
}


def index(request: HttpRequest) -> HttpResponse:
    """The first page of the guide."""
    return page(request, "index")


def page(request: HttpRequest, name: str) -> HttpResponse:
    """One page of the guide, by its file's name without ending."""
    path = _FOLDER / f"{name}.md"
    if not path.is_file():
        raise Http404
    # Links between pages are written as files, so that they also work where the files are read.
    text = _LINK.sub(lambda found: f"]({_address(found[1])})", path.read_text("utf-8"))
    # The guide is our own text from the repository, never what somebody typed.
    html = MarkdownIt("commonmark").enable("table").render(text)
    for plain, scrolled in _SCROLLED.items():
        html = html.replace(plain, scrolled)
    return render(request, "guide.html", {"text": mark_safe(html), "name": name})  # noqa: S308


def _address(name: str) -> str:
    return reverse("guide") if name == "index" else reverse("guide_page", args=[name])
