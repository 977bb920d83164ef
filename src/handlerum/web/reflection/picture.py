"""Room for action before and after, and what opened it, as numbers for a picture. Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from handlerum.reflection.queries import Common
from handlerum.reflection.queries.common import Noted

_APART, _LEFT, _BETWEEN, _RIGHT, _TOP = 38, 70, 300, 530, 54


@dataclass(frozen=True, slots=True)
class Spot:
    """Something that is drawn, and its label in the table."""

    x: int
    y: int
    label: str
    is_tried: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """From what opened an option to the option."""

    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True, slots=True)
class Opener:
    """What opened an option; `text` is empty where whoever looks may not see it.

    `piece` is the number of a contribution that they may read.
    """

    label: str
    is_piece: bool
    text: str = ""
    piece: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One option as it stands in the table."""

    id: int
    number: int
    phase: str
    text: str
    opener: Opener | None
    #: Whether somebody has tried it since, as far as whoever looks may see.
    is_tried: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """Options before and after, and between them what opened new ones.

    More is not called better by itself.
    """

    before: tuple[Spot, ...]
    openers: tuple[Spot, ...]
    after: tuple[Spot, ...]
    links: tuple[Stroke, ...]
    rows: tuple[Row, ...]
    height: int


def picture(
    common: Common,
    titles: Mapping[int, str],
    said: Mapping[int, str],
    tried: Collection[int] = (),
) -> Picture:
    """The options of a session, each once, in the order they were told.

    Args:
        titles: of the contributions that whoever looks may read.
        said: what the entries say that everybody can see.
        tried: the options that somebody has tried since.
    """
    before = [one for one in common.options if one.phase == "before"]
    after = [one for one in common.options if one.phase == "after"]
    openers = _openers(after, titles, said)
    numbered = [*enumerate([*before, *after], 1)]
    rows = tuple(
        Row(one.id, number, one.phase, one.text, openers.get(_opened_by(one)), one.id in tried)
        for number, one in numbered
    )
    between = {opener.label: at for at, opener in enumerate(openers.values())}
    later = rows[len(before) :]
    return Picture(
        _column(_LEFT, ((str(row.number), row.is_tried) for row in rows[: len(before)])),
        _column(_BETWEEN, ((label, False) for label in between)),
        _column(_RIGHT, ((str(row.number), row.is_tried) for row in later)),
        tuple(
            Stroke(_BETWEEN + 15, _y(between[row.opener.label]), _RIGHT - 14, _y(at))
            for at, row in enumerate(later)
            if row.opener
        ),
        rows,
        _y(max(len(before), len(later), len(openers), 1)),
    )


def _openers(
    after: Iterable[Noted], titles: Mapping[int, str], said: Mapping[int, str]
) -> dict[tuple[str, int], Opener]:
    """What opened options, each once and named V1, V2 ... in the order it came."""
    found: dict[tuple[str, int], Opener] = {}
    for kind, number in filter(_is_told, map(_opened_by, after)):
        label = found[kind, number].label if (kind, number) in found else f"V{len(found) + 1}"
        if kind == "piece":
            known = number if number in titles else 0
            found[kind, number] = Opener(
                label, is_piece=True, text=titles.get(number, ""), piece=known
            )
        else:
            found[kind, number] = Opener(label, is_piece=False, text=said.get(number, ""))
    return found


def _opened_by(one: Noted) -> tuple[str, int]:
    if one.contribution_id:
        return "piece", one.contribution_id
    return "entry", one.entry_id or 0


def _is_told(opened: tuple[str, int]) -> bool:
    return opened[1] > 0


def _column(x: int, told: Iterable[tuple[str, bool]]) -> tuple[Spot, ...]:
    return tuple(Spot(x, _y(at), label, tried) for at, (label, tried) in enumerate(told))


def _y(at: int) -> int:
    return _TOP + at * _APART
