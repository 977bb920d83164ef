"""What changed from one text to the next. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

#: So many pieces are compared with each other; comparing more would take seconds.
_MOST = 2000


class Change(StrEnum):
    """What happened to a piece of text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """A piece of text and what happened to it."""

    change: Change
    text: str


def differences(before: str, after: str) -> list[Difference]:
    """Pieces that read as the new text without the removed ones, as the old without the added."""
    old, new = (re.findall(r"\S+\s*|\s+", text) for text in (before, after))
    start = _in_common(old, new)
    end = _in_common(old[start:][::-1], new[start:][::-1])
    found = [
        Difference(Change.SAME, "".join(new[:start])),
        *_compared(old[start : len(old) - end], new[start : len(new) - end]),
        Difference(Change.SAME, "".join(new[len(new) - end :])),
    ]
    return [difference for difference in found if difference.text]


def _in_common(old: list[str], new: list[str]) -> int:
    """How many pieces are the same from the beginning."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))


def _compared(old: list[str], new: list[str]) -> Iterator[Difference]:
    old, new = _coarser(old, new)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield Difference(Change.SAME, "".join(new[j1:j2]))
        else:
            yield Difference(Change.REMOVED, "".join(old[i1:i2]))
            yield Difference(Change.ADDED, "".join(new[j1:j2]))


def _coarser(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """The words as they are, or as whole paragraphs, or as one piece: whatever is few enough."""
    if max(len(old), len(new)) <= _MOST:
        return old, new
    one, other = ("".join(words).splitlines(keepends=True) for words in (old, new))
    if max(len(one), len(other)) <= _MOST:
        return one, other
    return ["".join(old)], ["".join(new)]
