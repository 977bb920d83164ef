"""What makes a practice fit to store, and two texts of it fit to be one. Pure."""

from datetime import date
from difflib import SequenceMatcher

from handlerum.dilemmas.rules.problem import Code as Common
from handlerum.dilemmas.rules.problem import Problem, in_texts
from handlerum.knowledge.terms import Audience, Stance
from handlerum.practice.rules.problem import audience_problems, day_problems
from handlerum.practice.telling import Kept, PracticeTelling
from handlerum.practice.terms import NoteKind, PracticeKind

MAX_TITLE = 200
MAX_TEXT = 60_000
MAX_APPLIES = 300
MAX_LAW = 500
MAX_WHY = 2_000
MAX_NOTE = 2_000
MAX_CONCLUSION = 5_000
MAX_RESIDUE = 5_000

#: The texts that have versions, in the order in which they are shown.
TEXTS = ("title", "applies_to", "law", "text")
_LIMITS = {
    "title": MAX_TITLE,
    "applies_to": MAX_APPLIES,
    "law": MAX_LAW,
    "text": MAX_TEXT,
    "why": MAX_WHY,
}


def problems(telling: PracticeTelling, team_ids: frozenset[int], *, why: str = "") -> list[Problem]:
    """Everything that stands in the way of storing a practice as it is told, but its next day."""
    found = in_texts(
        free_texts(telling) | {"why": why},
        _LIMITS,
        needed=["title", "text"],
        kept=telling.kept,
        alone=telling.audience == Audience.ME,
    )
    if telling.kind not in PracticeKind.values:
        found.append(Problem("kind", Common.MISSING))
    return found + audience_problems(telling.audience, telling.team_id, team_ids)


def free_texts(telling: PracticeTelling) -> dict[str, str]:
    """What is told in somebody's own words, as it is looked at."""
    return {name: getattr(telling, name) for name in TEXTS}


def next_look_problems(day: date | None, before: date | None, today: date) -> list[Problem]:
    """Whether a new day for the next look lies ahead; one that stood there already may be past."""
    return [] if day == before else day_problems("next_look", day, today, needed=False)


def note_problems(kind: str, text: str, kept: Kept = ()) -> list[Problem]:
    """Whether an assumption, an exception or a doubt may be stored; others will read it."""
    found = in_texts({"text": text}, {"text": MAX_NOTE}, needed=["text"], kept=kept)
    return found if kind in NoteKind.values else [*found, Problem("note_kind", Common.MISSING)]


def look_problems(conclusion: str, kept: Kept = ()) -> list[Problem]:
    """Whether what came of a critical look may be stored."""
    limits = {"conclusion": MAX_CONCLUSION}
    return in_texts({"conclusion": conclusion}, limits, needed=["conclusion"], kept=kept)


def residue_problems(residue: str, kept: Kept = ()) -> list[Problem]:
    """Whether what is still owed to a consideration may be stored."""
    return in_texts({"residue": residue}, {"residue": MAX_RESIDUE}, kept=kept)


def stance_problems(stance: str) -> list[Problem]:
    """Whether it is one of the stances."""
    return [] if stance in Stance.values else [Problem("stance", Common.MISSING)]


def both(theirs: str, mine: str) -> str:
    """Two texts as one, so that nothing of either is lost: what they share stands once."""
    one, other = theirs.splitlines(), mine.splitlines()
    lines: list[str] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        lines += one[i1:i2] if tag == "equal" else [*one[i1:i2], *other[j1:j2]]
    return "\n".join(lines)


def repeats(text: str, versions: list[str]) -> bool:
    """Whether a text is one of those, apart from spaces and capitals."""
    said = _folded(text)
    return bool(said) and any(said == _folded(version) for version in versions)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
