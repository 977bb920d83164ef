"""How steps were answered, as pictures with numbers and the tables beside them. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from handlerum.reflection.opinions.counting import Counts
from handlerum.reflection.opinions.drawing import HEIGHT, WIDTH, Ellipse
from handlerum.reflection.opinions.lines import Spread
from handlerum.reflection.opinions.showing import Map
from handlerum.reflection.queries.answers import Answers

#: Pixels: how wide a full bar or line is, where it begins, and how far rows lie apart.
WIDE, LEFT, APART, TOP = 500, 50, 40, 0
_BIGGEST = 15.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A thing and what it got: where its bar lies, how long it is, and the number in words."""

    number: int
    text: str
    y: int
    width: int
    got: float
    spread: float | None = None


@dataclass(frozen=True, slots=True)
class Blob:
    """Those who placed their mark in one tenth of a line."""

    x: int
    r: float
    many: int


@dataclass(frozen=True, slots=True)
class Strip:
    """A line with its marks; `middle` is None where too few answered."""

    number: int
    text: str
    y: int
    blobs: tuple[Blob, ...] = ()
    middle: float | None = None
    middle_x: float = 0
    thirds: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Answered:
    """A statement and how it was answered, by all and by each group; None where too few did."""

    number: int
    text: str
    counts: Counts | None
    by_group: tuple[Counts | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A statement that most agree with, or disagree with."""

    number: int
    text: str
    agree: bool


@dataclass(frozen=True, slots=True)
class Circle:
    """One group of opinion: its ellipse, and what tells it apart."""

    ellipse: Ellipse
    apart: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Landscape:
    """The map of opinions."""

    groups: tuple[Circle, ...]
    unites: tuple[Told, ...]
    elsewhere: int
    width: int = int(WIDTH)
    height: int = int(HEIGHT)


@dataclass(frozen=True, slots=True)
class Drawn:
    """How one step was answered, ready to be shown. `few` says that there is no picture."""

    step: str
    input: str
    name: str
    people: int
    few: bool = False
    bars: tuple[Bar, ...] = ()
    strips: tuple[Strip, ...] = ()
    statements: tuple[Answered, ...] = ()
    map: Landscape | None = None
    ends: Mapping[str, str] = field(default_factory=dict)
    height: int = 0


def drawn(answers: Answers, texts: Mapping[int, str], name: str, ends: Mapping[str, str]) -> Drawn:
    """The answers of a step as a picture.

    Args:
        texts: what those entries say that everybody can see.
        name: the step's.
    """
    known = (answers.step, answers.input, name, answers.people)
    if answers.opinions is not None:
        return _opinions(answers, texts, known)
    if answers.input == "line":
        strips = tuple(
            _strip(number, texts.get(entry, ""), found)
            for number, (entry, found) in enumerate(answers.lines.items(), 1)
        )
        few = all(one.middle is None for one in strips)
        height = TOP + len(strips) * APART + 10
        return Drawn(*known, few=few, strips=strips, ends=ends, height=height)
    bars = _bars(answers, texts)
    return Drawn(*known, few=not bars, bars=bars, height=len(bars) * APART + 16)


def _bars(answers: Answers, texts: Mapping[int, str]) -> tuple[Bar, ...]:
    if answers.input == "dots":
        got = [(entry, float(many), None) for entry, many in answers.dots.items()]
    else:
        got = [(one.choice, one.mean, one.spread) for one in answers.shares or ()]  # type: ignore[misc]
    most = max((many for _, many, _ in got), default=0) or 1
    return tuple(
        Bar(
            number,
            texts.get(entry, ""),
            (number - 1) * APART + 8,
            round(many / most * WIDE),
            int(many) if many == int(many) else many,
            spread,
        )
        for number, (entry, many, spread) in enumerate(got, 1)
    )


def _strip(number: int, text: str, found: Spread | None) -> Strip:
    y = TOP + (number - 1) * APART + 20
    if found is None:
        return Strip(number, text, y)
    most, wide = max(found.bins), WIDE / len(found.bins)
    blobs = tuple(
        Blob(round(LEFT + (at + 0.5) * wide), round(_BIGGEST * (many / most) ** 0.5, 1), many)
        for at, many in enumerate(found.bins)
        if many
    )
    middle_x = round(LEFT + found.median / 100 * WIDE, 1)
    thirds = (sum(found.bins[:3]), sum(found.bins[3:7]), sum(found.bins[7:]))
    return Strip(number, text, y, blobs, found.median, middle_x, thirds)


def _opinions(
    answers: Answers, texts: Mapping[int, str], known: tuple[str, str, str, int]
) -> Drawn:
    assert answers.opinions is not None
    counts = {one.id: one.counts for one in answers.opinions.statements}
    found = answers.opinions.map
    groups = found.groups if found else ()
    by_id = {
        id_: Answered(number, texts[id_], counts.get(id_), tuple(g.counts.get(id_) for g in groups))
        for number, id_ in enumerate((one for one in answers.entries if one in texts), 1)
    }
    statements = tuple(by_id.values())
    few = all(one.counts is None for one in statements)
    return Drawn(
        *known,
        few=few,
        statements=statements,
        map=_landscape(found, by_id) if found else None,
    )


def _landscape(found: Map, by_id: Mapping[int, Answered]) -> Landscape:
    return Landscape(
        tuple(
            Circle(
                group.ellipse,
                tuple(
                    _told(by_id[one.statement], agree=one.agree)
                    for one in group.apart
                    if one.statement in by_id
                ),
            )
            for group in found.groups
        ),
        tuple(
            _told(by_id[one.statement], agree=one.agree)
            for one in found.unites
            if one.statement in by_id
        ),
        found.elsewhere,
    )


def _told(row: Answered, *, agree: bool) -> Told:
    return Told(row.number, row.text, agree)
