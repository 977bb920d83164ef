"""The place of a text that answers best, with the matched words marked. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlerum.search.analysis import Term, places

#: Characters of a text that are looked through for an excerpt; a bound on its cost.
_LOOKED_AT = 20_000


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text, marked when it matched."""

    text: str
    marked: bool = False


def excerpt(text: str, wanted: frozenset[str], length: int = 260) -> list[Segment]:
    """The stretch of at most about `length` characters that holds most different wanted words.

    Args:
        text: the whole text.
        wanted: stems to mark.

    Returns:
        Segments that together read as the stretch, with … where text was left out.
    """
    text = " ".join(text[:_LOOKED_AT].split())
    hits = list(places(text, wanted))
    start = _start(text, _best(hits, length), length)
    end = _end(text, start, length)
    segments = marked(text[start:end], [Term(h.stem, h.start - start, h.end - start) for h in hits])
    before = [Segment("… ")] if start else []
    return [*before, *segments, *([Segment(" …")] if end < len(text) else [])]


def mark(text: str, wanted: frozenset[str]) -> list[Segment]:
    """The whole text with the wanted words marked."""
    return marked(text, list(places(text, wanted)))


def marked(text: str, hits: Sequence[Term]) -> list[Segment]:
    """Cut a text at the hits that lie within it."""
    segments, at = [], 0
    for hit in hits:
        if at <= hit.start and hit.end <= len(text):
            segments += [Segment(text[at : hit.start]), Segment(text[hit.start : hit.end], True)]
            at = hit.end
    return [segment for segment in [*segments, Segment(text[at:])] if segment.text]


def _best(hits: Sequence[Term], length: int) -> int:
    """Where the richest window begins: the first hit of the window with most different stems."""
    richest, at = 0, 0
    for first, hit in enumerate(hits):
        inside = {h.stem for h in hits[first : first + 30] if h.end <= hit.start + length}
        if len(inside) > richest:
            richest, at = len(inside), hit.start
    return at


def _start(text: str, at: int, length: int) -> int:
    """Step back to the beginning of the sentence, where it is near, else to a word."""
    if at <= length // 3:
        return 0
    sentence = max(text.rfind(sign, 0, at) for sign in (". ", "? ", "! ", ": "))
    if sentence > at - length // 2:
        return sentence + 2
    return text.rfind(" ", 0, at - length // 4) + 1


def _end(text: str, start: int, length: int) -> int:
    if len(text) - start <= length:
        return len(text)
    space = text.rfind(" ", start, start + length)
    return space if space > start else start + length
