"""Places where a local text may be narrower than the law, by rules over marked words. Pure.

Nothing is understood: sentences are laid beside the provision's sentence that they share most words
with, and what the words of each give is compared. What comes out are suggestions, which a named
reader confirms or refuses.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from handlerum.core.text import fold
from handlerum.legislation.rules.gives import Marked, read_gives
from handlerum.legislation.terms import Gives

#: Words that leave no room, which provisions seldom use and local texts often do.
_FIXED = re.compile(
    r"\b(?:altid|aldrig|kun|uden undtagelse|under ingen omstændigheder|i alle sager|alle skal"
    r"|(?:højst|mindst|senest|maksimalt|tidligst)(?: \w+){0,2} "
    r"(?:\d+|en|et|to|tre|fire|fem|seks))\b",
    re.IGNORECASE,
)
_NEVER = re.compile(r"\b(?:ikke|aldrig|ingen)\b", re.IGNORECASE)
#: A sentence ends at a mark before a capital, but not after what is merely cut short.
_END = re.compile(
    r"(?<=[.!?])(?<!stk\.)(?<!nr\.)(?<!jf\.)(?<!kap\.)(?<!ca\.)(?<!evt\.)\s+(?=[A-ZÆØÅ§])"
)
_WORD = re.compile(r"[a-zæøå]{5,}")
#: Words of that length say more about law in general than about one provision.
_EVERYWHERE = frozenset(
    map(
        fold,
        ["kommunen", "jobcenteret", "borgeren", "person", "personen", "efter", "eller", "skal"],
    )
)
#: So many first letters make two words the same: "samtale", "samtaler", "samtalen".
_STEM = 6
#: A sentence that does not cite the provision must share so many words with it; a long one counts
#: for two, since "virksomhedspraktik" says more than "samtale".
_SHARED_WORDS = 2
_LONG = 12


class Why(StrEnum):
    """Which rule saw it; the screen has the words."""

    MAY_MUST = "may_must"
    MAY_NOT = "may_not"
    JUDGED_FIXED = "judged_fixed"
    RIGHT_MAY = "right_may"


@dataclass(frozen=True, slots=True)
class LawText:
    """A provision: how it is cited, its words, and whether the local text cites it by name."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A local sentence beside the provision's, with the words that spoke in each.

    Spans are counted from the beginning of the sentence they are of.
    """

    label: str
    sentence: str
    spoke: tuple[tuple[int, int], ...]
    law_sentence: str
    law_spoke: tuple[tuple[int, int], ...]
    why: Why
    fingerprint: str


def places(text: str, laws: Sequence[LawText]) -> list[Place]:
    """The places of a local text that may be narrower, in the text's order.

    Args:
        text: Markdown.
        laws: the provisions it stands on.
    """
    found: list[Place] = []
    for sentence in sentences(text):
        for law in laws:
            near = _nearest(sentence, law)
            place = _compared(sentence, near, law.label) if near else None
            if place and all(place.fingerprint != one.fingerprint for one in found):
                found.append(place)
    return found


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, without its headings and the marks of lists."""
    for line in text.splitlines():
        if line.lstrip().startswith("#"):
            continue
        plain = re.sub(r"^\s*(?:[-*+]|\d+[.)])\s+", "", line).strip()
        yield from (one.strip() for one in _END.split(plain) if one.strip())


def _nearest(sentence: str, law: LawText) -> str:
    """The provision's sentence about the same, or nothing."""
    mine, best, most = _stems(sentence), "", 0
    for one in sentences(law.text):
        shared = _shared(mine, _stems(one))
        if shared > most:
            best, most = one, shared
    needed = 1 if law.label in sentence else _SHARED_WORDS
    return best if most >= needed else ""


def _shared(mine: dict[str, int], theirs: dict[str, int]) -> int:
    both = [min(mine[stem], theirs[stem]) for stem in mine.keys() & theirs.keys()]
    return sum(2 if length >= _LONG else 1 for length in both)


def _stems(sentence: str) -> dict[str, int]:
    """How long the words are, by their first letters."""
    words = (fold(word) for word in _WORD.findall(sentence.lower()))
    return {word[:_STEM]: len(word) for word in words if word not in _EVERYWHERE}


def _compared(sentence: str, law: str, label: str) -> Place | None:
    mine, theirs = read_gives(sentence), read_gives(law)
    fixed = [(one.start(), one.end()) for one in _FIXED.finditer(sentence)]
    seen = _seen(sentence, mine, theirs, fixed)
    if seen is None:
        return None
    why, spoke, law_spoke = seen
    sum_ = hashlib.sha256(f"{label}\n{sentence}\n{law}".encode()).hexdigest()
    return Place(label, sentence, spoke, law, law_spoke, why, sum_)


_Spans = tuple[tuple[int, int], ...]


def _seen(
    sentence: str, mine: list[Marked], theirs: list[Marked], fixed: list[tuple[int, int]]
) -> tuple[Why, _Spans, _Spans] | None:
    """The first rule that speaks, with the words on both sides."""
    may, judged = _spans(theirs, Gives.MAY), _spans(theirs, Gives.DISCRETION)
    right, duty = _spans(theirs, Gives.RIGHT), _spans(theirs, Gives.MUST)
    must, can = _spans(mine, Gives.MUST), _spans(mine, Gives.MAY)
    # A provision that says both "kan" and "skal" in one sentence is no plain possibility.
    open_ = may if not duty else ()
    never = tuple(span for span in must if _NEVER.search(sentence[span[0] : span[1]]))
    if open_ and never:
        return Why.MAY_NOT, never, open_
    if open_ and must and not can:
        return Why.MAY_MUST, must, open_
    if judged and fixed and not _spans(mine, Gives.DISCRETION):
        return Why.JUDGED_FIXED, tuple(fixed), judged
    if right and can and not _spans(mine, Gives.RIGHT):
        return Why.RIGHT_MAY, can, right
    return None


def _spans(marked: list[Marked], gives: Gives) -> _Spans:
    return tuple((one.start, one.end) for one in marked if one.gives == gives)
