"""What holds for a year status: its period, its texts, and how few people are too few. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from handlerum.dilemmas.rules.problem import Code as Common
from handlerum.dilemmas.rules.problem import Problem, in_texts
from handlerum.insight.year_telling import ChosenTelling, Kept, Period, PrincipleTelling

#: Fewer people than this behind a figure, and it is not shown.
LEAST_PEOPLE = 5
#: Longer than two years is a slip of the finger.
MOST_DAYS = 731
MOST_PRINCIPLES = 12

_PART = {"text": 8000}
_PRINCIPLE = {"name": 150, "meaningful": 2000, "followed": 2000, "results": 2000}
_REASON = {"reason": 2000}
_CHOSEN = {"group": 200, "why": 2000}


class Code(StrEnum):
    """What is wrong with a field; `insight.problems` says it in words."""

    BACKWARDS = "backwards"
    NOT_BEGUN = "not_begun"
    TOO_LONG_SPAN = "too_long_span"
    NOT_FOR_ALL = "not_for_all"
    NAMED_ALREADY = "named_already"
    PUBLISHED = "published"
    CHOSEN = "chosen"


def year_of(today: date) -> Period:
    """The calendar year that is proposed: this one from October on, before that the last one."""
    year = today.year if today.month >= 10 else today.year - 1
    return Period(date(year, 1, 1), date(year, 12, 31))


def period_problems(period: Period, today: date) -> list[Problem]:
    """Whether a status can be made of that period."""
    starts, ends = period.starts, period.ends
    missing = [("starts", starts), ("ends", ends)]
    found = [Problem(name, Common.MISSING) for name, day in missing if day is None]
    if starts is None or ends is None:
        return found
    if ends < starts:
        return [Problem("ends", Code.BACKWARDS)]
    if starts > today:
        return [Problem("starts", Code.NOT_BEGUN)]
    if (ends - starts).days >= MOST_DAYS:
        return [Problem("ends", Code.TOO_LONG_SPAN)]
    return []


def part_problems(text: str, kept: Kept) -> list[Problem]:
    """What stands in the way of a part's text. It may be empty: nobody has to say anything."""
    return in_texts({"text": text}, _PART, kept=kept)


def principle_problems(telling: PrincipleTelling) -> list[Problem]:
    """What stands in the way of a principle."""
    texts = {name: getattr(telling, name) for name in _PRINCIPLE}
    return in_texts(texts, _PRINCIPLE, needed=("name",), kept=telling.kept)


def reason_problems(reason: str, kept: Kept) -> list[Problem]:
    """What stands in the way of a nomination: it has a reason."""
    return in_texts({"reason": reason}, _REASON, needed=("reason",), kept=kept)


def chosen_problems(telling: ChosenTelling) -> list[Problem]:
    """What stands in the way of choosing a nomination: a group did, and said why."""
    texts = {"group": telling.group, "why": telling.why}
    return in_texts(texts, _CHOSEN, needed=("group", "why"), kept=telling.kept)


def enough(people: int) -> bool:
    """Whether so many people stand behind a figure that it may be shown."""
    return people >= LEAST_PEOPLE


def silent(counts: Mapping[str, int], words: Iterable[str]) -> list[str]:
    """The words of which nothing was counted, in their order."""
    return [word for word in words if not counts.get(word)]


def summed(cells: Iterable[tuple[str, str, str, int]], place: int) -> dict[str, int]:
    """Cells of form, way, voice and count, summed by one of the three."""
    found: dict[str, int] = {}
    for cell in cells:
        word = str(cell[place])
        found[word] = found.get(word, 0) + cell[3]
    return found


def crossed(
    cells: Iterable[tuple[str, str, str, int]], one: int, other: int
) -> dict[tuple[str, str], int]:
    """The same, summed by two of the three."""
    found: dict[tuple[str, str], int] = {}
    for cell in cells:
        pair = (str(cell[one]), str(cell[other]))
        found[pair] = found.get(pair, 0) + cell[3]
    return found


def compared(pairs: Iterable[tuple[int, int]]) -> dict[str, int]:
    """How many sessions had more options after than before, as many, or fewer."""
    found = {"more": 0, "same": 0, "fewer": 0}
    for before, after in pairs:
        found["more" if after > before else "fewer" if after < before else "same"] += 1
    return found
