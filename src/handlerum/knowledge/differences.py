"""What changed from one text to the next. Pure."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

#: Above so many words, changed paragraphs are shown whole: comparing words would take seconds.
_MOST_WORDS = 2000


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
    if before == after:
        return [Difference(Change.SAME, after)] if after else []
    pieces = _pieces(before, after)
    matcher = SequenceMatcher(None, *pieces, autojunk=False)
    found: list[Difference] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            found.append(Difference(Change.SAME, "".join(pieces[1][j1:j2])))
            continue
        if removed := "".join(pieces[0][i1:i2]):
            found.append(Difference(Change.REMOVED, removed))
        if added := "".join(pieces[1][j1:j2]):
            found.append(Difference(Change.ADDED, added))
    return found


def _pieces(before: str, after: str) -> tuple[list[str], list[str]]:
    """Both texts cut at words, or at paragraphs where there are too many words."""
    words = tuple(re.findall(r"\S+\s*|\s+", text) for text in (before, after))
    if max(map(len, words)) <= _MOST_WORDS:
        return words[0], words[1]
    return before.splitlines(keepends=True), after.splitlines(keepends=True)
