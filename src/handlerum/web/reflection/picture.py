"""Room for action before and after, as numbers for a picture. Pure."""

from dataclasses import dataclass

from handlerum.reflection.queries import Common

_APART, _LEFT, _RIGHT, _TOP = 26, 90, 310, 40


@dataclass(frozen=True, slots=True)
class Spot:
    """One option: where it is drawn, its number in the table, and whether something opened it."""

    x: int
    y: int
    number: int
    is_opened: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """Two columns of options. More is not called better by itself."""

    before: tuple[Spot, ...]
    after: tuple[Spot, ...]
    height: int


def picture(common: Common) -> Picture:
    """The options of a session, each once, in the order they were told."""
    before = [one for one in common.options if one.phase == "before"]
    after = [one for one in common.options if one.phase == "after"]
    rows = max(len(before), len(after), 1)
    return Picture(
        tuple(_spot(_LEFT, at, opened=False) for at, _ in enumerate(before)),
        tuple(_spot(_RIGHT, at, opened=_is_opened(one)) for at, one in enumerate(after)),
        _TOP + rows * _APART,
    )


def _is_opened(one: object) -> bool:
    return any(getattr(one, name) is not None for name in ("contribution_id", "entry_id"))


def _spot(x: int, at: int, *, opened: bool) -> Spot:
    return Spot(x, _TOP + at * _APART, at + 1, opened)
