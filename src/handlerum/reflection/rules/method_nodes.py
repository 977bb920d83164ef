"""A method's file as fields that know their lines. Pure.

Values are built from YAML's nodes, so that each fault can be told with its line, nothing is
repeated by reference, and `en: No` stays a word.
"""

import re
from collections.abc import Collection, Iterator
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from handlerum.reflection.rules.method_problem import Fault, Problem

MAX_CHARACTERS = 100_000
MAX_DEPTH = 8
MAX_KEY = 60
_KEY = re.compile(rf"[a-z][a-z0-9_-]{{0,{MAX_KEY - 1}}}")
_NUMBER = re.compile(r"[0-9]{1,4}")
_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s]+")
_NULL = "tag:yaml.org,2002:null"


class Faulty(Exception):
    """The text is no tree of fields at all; nothing more can be said about it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.fault)
        self.problem = problem


def tree(text: str) -> Node:
    """The text as nodes.

    Raises:
        Faulty: it is not YAML, too long or too deep, or it refers (anchors, aliases, tags).
    """
    if len(text) > MAX_CHARACTERS:
        raise Faulty(Problem(1, Fault.TOO_LARGE, str(MAX_CHARACTERS)))
    try:
        _refuse_unsafe(text)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, int(error.position)) + 1
        raise Faulty(Problem(line, Fault.NOT_YAML)) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Faulty(Problem(_line(mark), Fault.NOT_YAML)) from error
    if node is None:
        raise Faulty(Problem(1, Fault.EMPTY))
    return node


def _refuse_unsafe(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = _line(event.start_mark)
        if getattr(event, "anchor", None):
            raise Faulty(Problem(line, Fault.REFERENCE))
        if getattr(event, "tag", None):
            raise Faulty(Problem(line, Fault.TYPED))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise Faulty(Problem(line, Fault.TOO_DEEP))


def line_of(node: Node) -> int:
    """The line where it begins, from 1."""
    return _line(node.start_mark)


def _line(mark: Any) -> int:
    return int(mark.line) + 1 if mark else 1


def has_field(node: Node, name: str) -> bool:
    """Whether it has fields, and one of that name."""
    return isinstance(node, MappingNode) and any(key.value == name for key, _ in node.value)


class Fields:
    """Named fields of a file. Reading one that is wrong notes why and gives an empty value."""

    def __init__(
        self, node: Node, found: list[Problem], needed: Collection[str], more: Collection[str] = ()
    ) -> None:
        self.line = line_of(node)
        self._found = found
        self._nodes: dict[str, Node] = {}
        if not isinstance(node, MappingNode):
            self.note(node, Fault.NOT_A_MAPPING)
            return
        for key, value in node.value:
            self._take(key, value, {*needed, *more})
        for name in needed:
            if name not in self._nodes:
                found.append(Problem(self.line, Fault.MISSING, name))

    def __contains__(self, name: str) -> bool:
        return name in self._nodes

    def _take(self, key: Node, value: Node, known: Collection[str]) -> None:
        name = key.value if isinstance(key, ScalarNode) else ""
        if name not in known:
            self.note(key, Fault.UNKNOWN_KEY, name[:60])
        elif name in self._nodes:
            self.note(key, Fault.DUPLICATE_KEY, name)
        else:
            self._nodes[name] = value

    def note(self, at: Node | str, fault: Fault, detail: str = "") -> None:
        """Say what is wrong, at a node or at the field of that name."""
        node = self._nodes.get(at) if isinstance(at, str) else at
        line = line_of(node) if node is not None else self.line
        self._found.append(Problem(line, fault, detail))

    def fields(self, name: str, needed: Collection[str], more: Collection[str] = ()) -> "Fields":
        """The fields within a field; without any where it is missing."""
        node = self._nodes.get(name)
        if node is None:
            return Fields(_nothing(self.line), [], ())
        return Fields(node, self._found, needed, more)

    def items(self, name: str, most: int) -> list[Node]:
        """The entries of a list."""
        node = self._nodes.get(name)
        if node is None:
            return []
        if not isinstance(node, SequenceNode):
            self.note(node, Fault.NOT_A_LIST, name)
            return []
        if len(node.value) > most:
            self.note(node, Fault.TOO_MANY, f"{name}: {len(node.value)} > {most}")
        return list(node.value[:most])

    def all_fields(self, name: str, most: int, needed: Collection[str]) -> "Iterator[Fields]":
        """The entries of a list, each with fields of its own."""
        return (Fields(node, self._found, needed) for node in self.items(name, most))

    def text(self, name: str, limit: int) -> str:
        """A text that is not empty."""
        node = self._nodes.get(name)
        return "" if node is None else self._text(node, name, limit)

    def _text(self, node: Node, name: str, limit: int) -> str:
        if not isinstance(node, ScalarNode):
            self.note(node, Fault.NOT_A_TEXT, name)
            return ""
        text = "" if node.tag == _NULL else str(node.value).strip()
        if not text:
            self.note(node, Fault.EMPTY, name)
        if len(text) > limit:
            self.note(node, Fault.TOO_LONG, f"{name}: {len(text)} > {limit}")
        return text

    def key(self, name: str) -> str:
        """A name for the program: small letters, digits and lines."""
        return self._like(name, _KEY, Fault.NOT_A_KEY)

    def address(self, name: str) -> str:
        """An address on the web."""
        return self._like(name, _ADDRESS, Fault.NOT_AN_ADDRESS)

    def _like(self, name: str, pattern: re.Pattern[str], fault: Fault) -> str:
        text = self.text(name, 500)
        if text and not pattern.fullmatch(text):
            self.note(name, fault, text[:60])
        return text

    def number(self, name: str, most: int) -> int:
        """A whole number from 0."""
        text = self.text(name, 500)
        if text and not _NUMBER.fullmatch(text):
            self.note(name, Fault.NOT_A_NUMBER, f"{name}: {text[:60]}")
            return 0
        number = int(text or 0)
        if number > most:
            self.note(name, Fault.OUTSIDE, f"{name}: {number} > {most}")
        return number

    def yes(self, name: str) -> bool:
        """True or false; false where it is missing."""
        text = self.text(name, 500)
        if text and text not in ("true", "false"):
            self.note(name, Fault.NOT_YES_OR_NO, f"{name}: {text[:60]}")
        return text == "true"

    def word(self, name: str, known: Collection[str], default: str = "") -> str:
        """One of the fixed words; `default` where it is missing or none of them."""
        node = self._nodes.get(name)
        text = "" if node is None else self._word(node, name, known)
        return text if text in known else default

    def words(self, name: str, known: Collection[str]) -> tuple[str, ...]:
        """A list of fixed words."""
        return tuple(self._word(node, name, known) for node in self.items(name, len(known)))

    def _word(self, node: Node, name: str, known: Collection[str]) -> str:
        text = self._text(node, name, 500)
        if text and text not in known:
            self.note(node, Fault.NOT_A_WORD, f"{name}: {text[:60]} ({', '.join(known)})")
        return text


def _nothing(line: int) -> Node:
    mark = yaml.Mark("", 0, line - 1, 0, "", 0)
    return MappingNode("tag:yaml.org,2002:map", [], mark, mark)
