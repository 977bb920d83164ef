"""From the lines on PDF pages to running text: no page headers, no words cut in two."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

_EDGE = 3  # lines at the top and at the bottom where headers and footers stand
_FEWEST_PAGES = 3  # with two pages nothing can be told
_MOST_NUMBERS = 4  # a line with more numbers is a row of a table
_FULL = 0.75  # of the document's usual line width: a shorter line ends its paragraph
_NARROWEST = 50  # characters; no column of running text is much narrower
_SOFT_HYPHENS = "\ufffe\x02\xad"  # how PDFium marks a word that it saw cut
_ITEM = re.compile(
    r"[•·▪◦*o\u2013\u2014-]\s|#|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s|\d+(\.\d+)+\s|(Figur|Tabel) \d"
)
_CUT_WORD = re.compile(r"(?P<stem>[^\W\d_]{2,})-$")
_SUSPENDED = re.compile(r"(og|eller|samt|til)\b")  # "ind- og udland" keeps its hyphen


def without_running_lines(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Drop the edge lines that stand on more than half of the pages, page numbers included."""
    if len(pages) < _FEWEST_PAGES:
        return [list(page) for page in pages]
    seen = Counter(chain.from_iterable(_edge_shapes(page, at) for at, page in enumerate(pages)))
    running = {shape for shape, times in seen.items() if times > len(pages) / 2}
    return [list(_kept(page, at, running)) for at, page in enumerate(pages)]


def _edge_shapes(page: Sequence[str], at: int) -> set[str]:
    return set().union(*(_shapes(line, at) for line in (*page[:_EDGE], *page[-_EDGE:])))


def _kept(page: Sequence[str], at: int, running: set[str]) -> Iterator[str]:
    for place, line in enumerate(page):
        inside = _EDGE <= place < len(page) - _EDGE
        if inside or running.isdisjoint(_shapes(line, at)):
            yield line


def _shapes(line: str, at: int) -> set[str]:
    """Return the line, and the line with one number told from the page's place.

    A page number follows the place, so that shape repeats; a figure in a table does not.
    """
    numbers = list(re.finditer(r"\d{1,4}", line))
    if len(numbers) > _MOST_NUMBERS:
        return {line}
    told = (f"{line[: n.start()]}\0{int(n[0]) - at}{line[n.end() :]}" for n in numbers)
    return {line, *told}


def joined(pages: Iterable[Sequence[str]]) -> str:
    """Join the lines of each paragraph, also over a page break; mend words cut at a line end."""
    pages = [page for page in pages if page]
    width = _usual_width(list(chain.from_iterable(pages)))
    parts: list[str] = []
    previous = ""
    for page in pages:
        for place, line in enumerate(page):
            if parts:
                parts[-1], seam = _seam(parts[-1], previous, line, width)
                parts.append("\n\n" if seam == "\n" and place == 0 else seam)
            parts.append(line)
            previous = line
    return "".join(parts)


def _usual_width(lines: Sequence[str]) -> int:
    # Nine in ten lines are no longer; a single long line of a table should not set the measure.
    lengths = sorted(map(len, lines))
    return max(_NARROWEST, lengths[len(lengths) * 9 // 10] if lengths else 0)


def _seam(end: str, previous: str, line: str, width: int) -> tuple[str, str]:
    """Return how the text so far ends, and what stands between it and the next line."""
    if end[-1] in _SOFT_HYPHENS:
        return end.rstrip(_SOFT_HYPHENS), ""
    cut = _CUT_WORD.search(end)
    if cut and line[0].islower():
        return _mended(end, cut["stem"], line)
    return end, " " if _goes_on(previous, line, width) else "\n"


def _goes_on(previous: str, line: str, width: int) -> bool:
    if len(previous) < _FULL * width or _ITEM.match(line):
        return False
    # A sentence that has ended does not go on in lower case: that is code, or a table.
    return not (previous[-1] == ":" or (previous[-1] in ".!?" and line[0].islower()))


def _mended(end: str, stem: str, line: str) -> tuple[str, str]:
    if _SUSPENDED.match(line):
        return end, " "
    # "EU-lande" keeps its hyphen, "beskæf-tigelse" does not.
    return (end, "") if stem.isupper() else (end[:-1], "")
