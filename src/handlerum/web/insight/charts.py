"""Plots, drawn by Altair and set to SVG on the server: for the page, for paper, as a picture.

Colours stand for roles while a plot is drawn; the page gives them the look of the day or the night.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from lxml import etree

#: What a colour is for. Written as colours that nothing else has, and replaced at the end.
INK, FULL, EDGE = "#000001", "#000002", "#000003"
_SCREEN = {INK: "var(--ink)", FULL: "var(--deep)", EDGE: "var(--edge)"}
_PAPER = {INK: "#1e2a2f", FULL: "#1f4a57", EDGE: "#6b6455"}
_FONT, _PRINTED_FONT = "DejaVu Sans, sans-serif", "Libertinus Serif"
_GROUND = "#ffffff"
_SVG = "{http://www.w3.org/2000/svg}"
_TAGS = frozenset({"svg", "g", "path", "rect", "line", "text", "circle"})
_KEPT = frozenset(
    "viewBox width height d x y x1 y1 x2 y2 r cx cy transform fill stroke stroke-width "
    "stroke-dasharray stroke-miterlimit opacity text-anchor font-family font-size".split()
)


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot as a specification of Vega-Lite, with what it shows in one sentence."""

    says: str
    spec: str


def bars(says: str, counts: Mapping[str, int]) -> Plot:
    """One bar for each word, all in one colour: none is better than another."""
    return _bars(says, tuple(counts.items()))


def seats(
    says: str, columns: Sequence[str], rows: Sequence[str], counts: Mapping[tuple[str, str], int]
) -> Plot:
    """A circle for each row and column, larger for more; where there is none, an empty seat."""
    return _seats(says, tuple(columns), tuple(rows), tuple(sorted(counts.items())))


@lru_cache(maxsize=64)
def _bars(says: str, told: tuple[tuple[str, int], ...]) -> Plot:
    import altair as alt  # a second to load, and most requests draw nothing

    counts = dict(told)
    rows = [{"word": word, "n": n} for word, n in told]
    most = max([*counts.values(), 1])
    place = alt.Y("word:N", sort=list(counts), title=None, axis=_axis(alt))
    reach = alt.X("n:Q", title=None, axis=None, scale=alt.Scale(domain=[0, most * 1.1]))
    base = alt.Chart(alt.InlineData(values=rows)).encode(x=reach, y=place)
    plot = base.mark_bar(color=FULL, height=18) + base.mark_text(
        align="left", dx=6, color=INK, fontSize=14
    ).encode(text="n:Q")
    return _plot(says, plot.properties(width=300, height=34 * len(rows)))


@lru_cache(maxsize=64)
def _seats(
    says: str,
    columns: tuple[str, ...],
    rows: tuple[str, ...],
    told: tuple[tuple[tuple[str, str], int], ...],
) -> Plot:
    import altair as alt

    counts = dict(told)
    values = [
        {"column": column, "row": row, "n": counts.get((column, row), 0)}
        for row in rows
        for column in columns
    ]
    across = alt.X("column:N", sort=list(columns), title=None, axis=_axis(alt, orient="top"))
    down = alt.Y("row:N", sort=list(rows), title=None, axis=_axis(alt))
    base = alt.Chart(alt.InlineData(values=values)).encode(x=across, y=down)
    most = max([*counts.values(), 1])
    size = alt.Size("n:Q", legend=None, scale=alt.Scale(domain=[0, most], range=[40, 520]))
    full = base.transform_filter("datum.n > 0")
    empty = base.transform_filter("datum.n == 0").mark_point(
        color=EDGE, size=90, filled=False, strokeDash=[3, 3], strokeWidth=1.4
    )
    dots = full.mark_circle(color=FULL, opacity=1).encode(size=size)
    told = full.mark_text(color=INK, align="left", dx=15, fontSize=13).encode(text="n:Q")
    width, height = 74 * len(columns), 34 * len(rows)
    return _plot(says, (empty + dots + told).properties(width=width, height=height))


@lru_cache(maxsize=64)
def on_screen(plot: Plot) -> SafeString:
    """The plot as a part of the page, said in one sentence to those who do not see it."""
    drawn = _drawn(plot.spec)
    safe: SafeString = mark_safe(_cleaned(drawn, plot.says, _SCREEN))  # noqa: S308  only what is known is kept
    return safe


def on_paper(plot: Plot) -> str:
    """The plot as SVG for typst, which has fonts of its own."""
    return _cleaned(_drawn(plot.spec), "", _PAPER).replace(_FONT, _PRINTED_FONT)


def as_picture(plot: Plot) -> bytes:
    """The plot as PNG, for a word processor."""
    return _pictured(plot.spec)


def _axis(alt: Any, **more: Any) -> Any:
    quiet = {"domain": False, "ticks": False, "grid": False, "labelPadding": 8, "labelAngle": 0}
    return alt.Axis(labelColor=INK, labelFontSize=14, labelLimit=260, **quiet, **more)


def _plot(says: str, drawn: Any) -> Plot:
    made = drawn.configure(font=_FONT, background=_GROUND).configure_view(stroke=None)
    return Plot(says, json.dumps(made.to_dict()))


@lru_cache(maxsize=64)
def _drawn(spec: str) -> str:
    import vl_convert

    found: str = vl_convert.vegalite_to_svg(json.loads(spec), allowed_base_urls=[])
    return found


@lru_cache(maxsize=16)
def _pictured(spec: str) -> bytes:
    import vl_convert

    for role, colour in _PAPER.items():
        spec = spec.replace(role, colour)
    found: bytes = vl_convert.vegalite_to_png(json.loads(spec), scale=2, allowed_base_urls=[])
    return found


def _cleaned(svg: str, says: str, colours: Mapping[str, str]) -> str:
    """The drawing with nothing but shapes and letters: no script, no style, no address."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(svg.encode(), parser)
    for node in list(root.iter()):
        if not isinstance(node.tag, str) or node.tag.removeprefix(_SVG) not in _TAGS:
            parent = node.getparent()
            if parent is not None:
                parent.remove(node)
            continue
        if node.get("fill") == _GROUND and node.getparent() is root:
            root.remove(node)  # the page has a ground of its own
            continue
        for name in set(node.attrib) - _KEPT:
            del node.attrib[name]
        for name in ("fill", "stroke"):
            if node.get(name) in colours:
                node.set(name, colours[str(node.get(name))])
    if says:
        root.set("role", "img")
        root.set("class", "plot")
        root.set("aria-label", says)
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, encoding="unicode"))
