"""Split the text of one § that was run together into its subsections and points. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from handlerum.legislation.texts import PointText, SubsectionText

_SECTION = re.compile(r"§§?\s*\d+(?:\s?[a-zæøå])?(?:\s?(?:-|og)\s?\d+(?:\s?[a-zæøå])?)*\s?\.\s*")
_MARK = re.compile(
    r"(?:^|(?<=\s))(?:Stk\.\s?(?P<stk>\d{1,3})(?:(?:-|\sog\s)(?P<last>\d{1,3}))?\."
    r"|(?P<nr>\d{1,3})\)|(?P<litra>[a-zæøå])\))(?=\s|$)"
)
_SENTENCE_END = re.compile(r"[.:;!?)»”\"]$")
#: What comes before a reference to a subsection, never before the subsection itself.
_REFERRING = re.compile(
    r"(?<!\w)(?:jf\.?|dog|efter|og|eller|samt|i|af|til|under|med|§§?\s*\d+(?:\s?[a-zæøå])?,?)$",
    re.IGNORECASE,
)
_POINTING = re.compile(r"\b(?:nr|litra|punkt|pkt|stk|art|artikel|bilag)\.?$", re.IGNORECASE)
_OPEN_BRACKET = re.compile(r"\([^()]{0,80}$")
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


def spaced(number: str) -> str:
    """A number of a section or chapter with one blank before its letter: "13a" is "13 a"."""
    number = re.sub(r"\s*-\s*", "-", " ".join(number.split()).lower())
    return re.sub(r"(?<=\d) ?(?=[a-zæøå])", " ", number)


def split(text: str) -> tuple[SubsectionText, ...]:
    """The subsections of a section; always at least one.

    A mark such as "Stk. 2.", "1)" or "a)" counts only when it is the next in its row; every other
    word stays where it was. The sign of the section itself ("§ 16.") is left out.
    """
    text = " ".join(text.split())
    start = _SECTION.match(text)
    text = text[start.end() :] if start else text
    row = _Row()
    for mark in _marks(text):
        row.take(text, mark)
    row.close(text[row.at :])
    return tuple(row.done)


def _marks(text: str) -> Iterator[re.Match[str]]:
    for mark in _MARK.finditer(text):
        before = text[max(0, mark.start() - 100) : mark.start()].rstrip()
        following = text[mark.end() : mark.end() + 2].lstrip()[:1]
        begins = _begins_subsection if mark["stk"] else _begins_point
        if begins(before, following):
            yield mark


def _begins_point(before: str, following: str) -> bool:
    """Not within a bracket; after "nr." only where a new sentence begins."""
    if _OPEN_BRACKET.search(before):
        return False
    return following.isupper() or not _POINTING.search(before)


def _begins_subsection(before: str, following: str) -> bool:
    """Where a sentence ended; a full stop that was forgotten is forgiven before a capital."""
    if not before:
        return True
    if _REFERRING.search(before):
        return False
    return bool(_SENTENCE_END.search(before)) or following.isupper()


@dataclass(slots=True)
class _Row:
    """What has been split so far."""

    done: list[SubsectionText] = field(default_factory=list)
    at: int = 0  # where the text that is not yet placed begins
    subsection: int = 1
    last: int = 1  # the same, or the end of "Stk. 2-4."
    lead: str | None = None  # the text before the first point, once there is one
    points: list[PointText] = field(default_factory=list)
    nr: int = 0
    litra: str = ""

    def take(self, text: str, mark: re.Match[str]) -> None:
        if mark["stk"]:
            self._subsection(text, mark)
        elif mark["nr"] and int(mark["nr"]) == self.nr + 1 and not (self.litra and not self.nr):
            self._end_piece(text[self.at : mark.start()])
            self.nr, self.litra, self.at = self.nr + 1, "", mark.end()
        elif mark["litra"] and mark["litra"] == self._next_letter():
            self._end_piece(text[self.at : mark.start()])
            self.litra, self.at = mark["litra"], mark.end()

    def close(self, piece: str) -> None:
        """End the subsection with its last piece of text."""
        self._end_piece(piece)
        self.done.append(SubsectionText(self.subsection, self.lead or "", tuple(self.points)))

    def _subsection(self, text: str, mark: re.Match[str]) -> None:
        first = not self.done and not text[: mark.start()].strip() and int(mark["stk"]) == 1
        if not first:
            if int(mark["stk"]) != self.last + 1:
                return
            self.close(text[self.at : mark.start()])
        self.subsection = int(mark["stk"])
        self.last = max(self.subsection, int(mark["last"] or 0))
        # What is said of several at once says so.
        self.at = mark.start() if mark["last"] else mark.end()
        self.lead, self.points, self.nr, self.litra = None, [], 0, ""

    def _end_piece(self, piece: str) -> None:
        if self.lead is None:
            self.lead = piece.strip()
        else:
            number = " ".join(part for part in (str(self.nr or ""), self.litra) if part)
            self.points.append(PointText(number, piece.strip()))

    def _next_letter(self) -> str:
        place = _LETTERS.index(self.litra) + 1 if self.litra else 0
        return _LETTERS[place : place + 1]
