"""Read XML from anywhere piece by piece: no entities, no document type, bounded memory. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.parsers import expat

from handlerum.legislation.problems import Problem, Unreadable

#: Some consolidated acts are larger than 300 MB, mostly pictures.
MAX_BYTES = 400_000_000
#: Characters that are kept; the longest act has two million.
MAX_TEXT = 30_000_000
#: Elements inside each other; an act needs twenty.
MAX_DEPTH = 100
_CHUNK = 65_536
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@dataclass(slots=True)
class Node:
    """An element kept whole, by its local name, with what stands in it in order."""

    name: str
    attributes: dict[str, str]
    parts: list["Node | str"] = field(default_factory=list)

    def children(self, *names: str) -> list["Node"]:
        return [part for part in self.parts if isinstance(part, Node) and part.name in names]

    def words(self, *names: str) -> str:
        """The text of the first child with one of the names; empty without."""
        return next((text(child) for child in self.children(*names)), "")


@dataclass(frozen=True, slots=True)
class Open:
    """An element began that is not kept whole."""

    name: str


@dataclass(frozen=True, slots=True)
class Close:
    """An element ended that was not kept whole."""

    name: str


def text(part: Node | str) -> str:
    """Everything written in an element. Runs of characters meet; all else stands apart."""
    return " ".join(_written(part).split())


def _written(part: Node | str) -> str:
    if isinstance(part, str):
        return part
    inside = "".join(_written(one) for one in part.parts)
    return inside if part.name == "Char" else f" {inside} "


def events(stream: BinaryIO, whole: frozenset[str]) -> Iterator[Open | Close | Node]:
    """What happens in the file. Elements named in `whole` come as nodes when they end.

    Raises:
        Unreadable: NOT_XML, BROKEN, UNSAFE or TOO_LARGE.
    """
    watch = _Watch(whole)
    size, chunk = 0, stream.read(_CHUNK)
    _begins_as_xml(chunk)
    while chunk:
        size += len(chunk)
        if size > MAX_BYTES:
            raise Unreadable(Problem.TOO_LARGE)
        watch.feed(chunk)
        yield from watch.taken()
        chunk = stream.read(_CHUNK)
    watch.feed(b"", last=True)
    yield from watch.taken()


def _begins_as_xml(head: bytes) -> None:
    """Refuse what was never XML, before a parser calls it broken."""
    for mark in _BYTE_ORDER_MARKS:
        head = head.removeprefix(mark)
    start = head.replace(b"\0", b"").lstrip()[:20].lower()
    if not start.startswith(b"<") or start.startswith((b"<html", b"<!doctype html")):
        raise Unreadable(Problem.NOT_XML)


class _Watch:
    """The parser's ears: queues what happened until somebody takes it."""

    def __init__(self, whole: frozenset[str]) -> None:
        self.whole, self.depth, self.kept = whole, 0, 0
        self.queue: list[Open | Close | Node] = []
        self.nodes: list[Node] = []  # open elements from the one kept whole and inwards
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._unsafe
        self.parser.ExternalEntityRefHandler = self._unsafe

    def feed(self, chunk: bytes, last: bool = False) -> None:
        try:
            self.parser.Parse(chunk, last)
        except expat.ExpatError as error:
            raise Unreadable(Problem.BROKEN, f"linje {error.lineno}") from error
        except (LookupError, ValueError) as error:  # an encoding that nobody knows
            raise Unreadable(Problem.BROKEN) from error

    def taken(self) -> list[Open | Close | Node]:
        queue, self.queue = self.queue, []
        return queue

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Unreadable(Problem.UNSAFE)
        name = name.rpartition("}")[2]
        if self.nodes or name in self.whole:
            node = Node(name, {key.rpartition("}")[2]: attributes[key] for key in attributes})
            if self.nodes:
                self.nodes[-1].parts.append(node)
            self.nodes.append(node)
        else:
            self.queue.append(Open(name))

    def _end(self, name: str) -> None:
        self.depth -= 1
        if not self.nodes:
            self.queue.append(Close(name.rpartition("}")[2]))
            return
        node = self.nodes.pop()
        if not self.nodes:
            self.queue.append(node)

    def _text(self, characters: str) -> None:
        if self.nodes:
            self.kept += len(characters)
            if self.kept > MAX_TEXT:
                raise Unreadable(Problem.TOO_LARGE)
            self.nodes[-1].parts.append(characters)

    def _doctype(self, name: str, *_more: object) -> None:
        raise Unreadable(Problem.NOT_XML if name.lower() == "html" else Problem.UNSAFE)

    def _unsafe(self, *_more: object) -> int:
        raise Unreadable(Problem.UNSAFE)
