"""From the elements of one Paragraf in LexDania to a section. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from handlerum.legislation.readers.streaming import Node, text
from handlerum.legislation.rules.splitting import spaced
from handlerum.legislation.texts import PointText, SectionText, SubsectionText

_POINTS = ("Indentatio", "Nr", "Litra")
_POINT_MARK = re.compile(r"(?:nr\.|litra)?\s*(\d+(?:\s?[a-zæøå])?|[a-zæøå]{1,4})\s?[).]?", re.I)
_SUBSECTION_MARK = re.compile(r"stk\.\s*(\d{1,3})(\s*(?:-|og)\s*\d+)?", re.I)
_ONE = r"\d{1,4}(?:\s?[a-zæøå]{1,2}\b)?"
_NUMBER = re.compile(rf"{_ONE}(?:\s?-\s?{_ONE})?|\b[IVXLC]+\b")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a section stands."""

    chapter: str = ""
    chapter_title: str = ""
    heading: str = ""


def number(mark: str) -> str:
    """The number in a sign: "§ 13a." is "13 a", "Kapitel 3" is "3"; empty where there is none."""
    found = _NUMBER.search(mark)
    if not found:
        return ""
    return spaced(found[0]) if found[0][0].isdigit() else found[0]


def section(node: Node, place: Place) -> SectionText | None:
    """A section with its subsections; None where it has no number."""
    name = number(node.words("Explicatus")) or number(node.attributes.get("localId", ""))
    if not name:
        return None
    return SectionText(
        name,
        tuple(_subsections(node)),
        place.chapter,
        place.chapter_title,
        node.words("Rubrica") or place.heading,
    )


def _subsections(node: Node) -> Iterator[SubsectionText]:
    last = 0
    for stk in _stks(node):
        sign = stk.words("Explicatus")
        found = _SUBSECTION_MARK.match(sign)
        last = max(last + 1, int(found[1]) if found else 0)
        piece = _Piece()
        # What is said of several at once says so.
        if found and found[2]:
            piece.lead.append(sign)
        piece.walk(stk, "")
        lead = " ".join(" ".join(piece.lead).split())
        yield SubsectionText(last, lead, tuple(piece.points))


def _stks(node: Node) -> list[Node]:
    """The elements of the subsections; the first one may stand without an element of its own."""
    signs = ("Stk", "Explicatus", "Rubrica")
    loose = [part for part in node.parts if isinstance(part, str) or part.name not in signs]
    first, stks = Node("Stk", {}, loose), node.children("Stk")
    return [first, *stks] if text(first) or not stks else stks


@dataclass(slots=True)
class _Piece:
    """Texts and points of one subsection in their order."""

    lead: list[str] = field(default_factory=list)
    points: list[PointText] = field(default_factory=list)

    def walk(self, node: Node, within: str) -> list[str]:
        """Take what stands in an element; gives back the texts that belong to `within`."""
        texts: list[str] = [] if within else self.lead
        for part in node.parts:
            if isinstance(part, str) or not _holds_points(part):
                if isinstance(part, str) or part.name not in ("Explicatus", "Rubrica"):
                    texts.append(text(part))
            elif mark := _point_mark(part):
                self._point(part, f"{within} {mark}".strip())
            else:
                if part.name in _POINTS:  # a dash or a dot
                    texts.append(part.words("Explicatus"))
                inner = self.walk(part, within)
                if within:
                    texts.extend(inner)
        return texts

    def _point(self, node: Node, name: str) -> None:
        place = len(self.points)
        texts = self.walk(node, name)
        self.points.insert(place, PointText(name, " ".join(" ".join(texts).split())))


def _point_mark(node: Node) -> str:
    """The number or letter of a point; empty where it is none."""
    found = _POINT_MARK.fullmatch(node.words("Explicatus")) if node.name in _POINTS else None
    return spaced(found[1]) if found else ""


def _holds_points(node: Node) -> bool:
    return node.name in _POINTS or any(
        _holds_points(part) for part in node.parts if isinstance(part, Node)
    )
