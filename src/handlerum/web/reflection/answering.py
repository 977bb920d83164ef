"""What can be chosen in a step, with what one chose: for forms that work without a script. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from handlerum.reflection.queries import State
from handlerum.reflection.queries.common import Said
from handlerum.reflection.rules.choosing import total_of
from handlerum.reflection.rules.session_steps import dots_of

#: Where a mark lies before it is moved.
_MIDDLE = 50


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose about, and what one chose; `entry` is None for the step itself."""

    entry: Said | None
    own: str = ""
    is_wrong: bool = False

    @property
    def id(self) -> int:
        """The number of the entry; 0 for the step itself."""
        return self.entry.id if self.entry else 0

    @property
    def start(self) -> str:
        """Where its mark lies on a line."""
        return self.own or str(_MIDDLE)


@dataclass(frozen=True, slots=True)
class Answering:
    """A step that is answered without words. `limit` is how many dots or points there are."""

    input: str
    limit: int = 0
    left: int = 0
    open: tuple[Choice, ...] = ()
    done: tuple[Choice, ...] = ()
    typed: bool = False
    ends: Mapping[str, str] = field(default_factory=dict)

    @property
    def all(self) -> tuple[Choice, ...]:
        """What is not answered yet, then what is."""
        return self.open + self.done


def answering(
    state: State, among: list[Said], language: str, typed: Mapping[int, str] | None = None
) -> Answering | None:
    """What can be chosen now; None where nothing can, or no more.

    Args:
        among: the entries to choose about.
        typed: what was sent and refused, to be mended.
    """
    step = state.common.step
    if state.me is None or state.common.state != "running" or state.common.is_answered:
        return None
    made = _MAKES.get(str(step.get("input")))
    return made(state, among, ends_of(step, language), typed) if made else None


def ends_of(step: Mapping[str, Any], language: str) -> dict[str, str]:
    """The names of the two ends of a step's line, `left` and `right`; empty where it has none."""
    ends = step.get("ends") or {}
    return {side: str(names.get(language, "")) for side, names in ends.items()}


def _statements(
    state: State, among: list[Said], ends: Mapping[str, str], _typed: Mapping[int, str] | None
) -> Answering:
    own = {one["statement"]: str(one["vote"]) for one in _mine(state, "vote")}
    return _split("statements", among, own, ends)


def _line(
    state: State, among: list[Said], ends: Mapping[str, str], _typed: Mapping[int, str] | None
) -> Answering:
    own = {one.get("entry", 0): str(one["place"]) for one in _mine(state, "line")}
    if not among and not state.common.step.get("about"):
        mark = Choice(None, own.get(0, ""))
        return Answering("line", open=(mark,), ends=ends)
    return _split("line", among, own, ends)


def _dots(
    state: State, among: list[Said], _ends: Mapping[str, str], typed: Mapping[int, str] | None
) -> Answering:
    return _sum("dots", dots_of(state.common.step), among, _mine(state, "dots"), typed)


def _allocation(
    state: State, among: list[Said], _ends: Mapping[str, str], typed: Mapping[int, str] | None
) -> Answering:
    mine = _mine(state, "allocation")
    return _sum("allocation", total_of(state.common.step), among, mine, typed)


def _split(
    input_: str, among: list[Said], own: Mapping[int, str], ends: Mapping[str, str]
) -> Answering:
    done = tuple(Choice(one, own[one.id]) for one in among if one.id in own)
    open_ = tuple(Choice(one) for one in among if one.id not in own)
    return Answering(input_, open=open_, done=done, ends=ends)


def _sum(
    input_: str,
    limit: int,
    among: list[Said],
    mine: list[Mapping[str, Any]],
    typed: Mapping[int, str] | None,
) -> Answering:
    stored = {int(one): str(many) for laid in mine for one, many in laid.items()}
    own = stored if typed is None else typed
    rows = tuple(Choice(one, own.get(one.id, ""), not _is_number(own, one.id)) for one in among)
    spent = sum(int(row.own) for row in rows if row.own and not row.is_wrong)
    return Answering(input_, limit, limit - spent, rows, typed=typed is not None)


def _is_number(own: Mapping[int, str], entry: int) -> bool:
    written = own.get(entry, "") or "0"
    return written.isascii() and written.isdecimal()


def _mine(state: State, kind: str) -> list[Mapping[str, Any]]:
    key = state.common.step["key"]
    return [one.value for one in state.mine.entries if (one.kind, one.step) == (kind, key)]


_MAKES = {"statements": _statements, "line": _line, "dots": _dots, "allocation": _allocation}
