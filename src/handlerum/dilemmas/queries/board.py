"""The weighing board: one dilemma with everything on it that the reader may see."""

from dataclasses import dataclass

from handlerum.dilemmas.access import owner_stopped, readable
from handlerum.dilemmas.models import (
    Choice,
    Consideration,
    Dilemma,
    FalseTest,
    Follow,
    Option,
    Side,
    Weighing,
)
from handlerum.dilemmas.rules.owning import may_take_over
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.queries import by_ids
from handlerum.knowledge.terms import Audience, Form, Stance, State
from handlerum.organisations.access import Reader


@dataclass(frozen=True, slots=True)
class Weighed:
    """A contribution under a side. `may_take` says whether the reader may take it away again."""

    id: int
    contribution: Contribution
    stance: Stance
    by_id: int
    may_take: bool


@dataclass(frozen=True, slots=True)
class Column:
    """One side: its consideration, and all five forms, the silent ones empty.

    `hidden` counts the pieces that others laid there and this reader may not see.
    """

    side: Side
    lanes: dict[Form, list[Weighed]]
    hidden: int

    @property
    def consideration(self) -> Consideration:
        """The consideration that stands there."""
        return self.side.consideration

    @property
    def count(self) -> int:
        """How many pieces the reader sees."""
        return sum(len(lane) for lane in self.lanes.values())


@dataclass(frozen=True, slots=True)
class Board:
    """Everything on the board. Choices come newest first: the first one counts.

    `options` have their `consequences` at hand, `choices` their option, consideration and person.
    """

    dilemma: Dilemma
    columns: tuple[Column, ...]
    options: tuple[Option, ...]
    choices: tuple[Choice, ...]
    false_test: FalseTest | None
    is_own: bool
    #: Its owner works here no more; and whether the reader may become it.
    owner_stopped: bool
    may_take_over: bool
    follows: bool

    @property
    def choice(self) -> Choice | None:
        """The choice that counts."""
        return self.choices[0] if self.choices else None


def board(reader: Reader, dilemma_id: int) -> Board:
    """One dilemma with its board.

    Raises:
        Denied: it is not the reader's to see.
    """
    dilemma = readable(reader, dilemma_id)
    options = dilemma.options.select_related("by").prefetch_related("consequences")
    choices = dilemma.choices.select_related("option", "owed_to", "by")
    stopped = owner_stopped(dilemma)
    return Board(
        dilemma=dilemma,
        columns=_columns(reader, dilemma),
        options=tuple(options),
        choices=tuple(choices),
        false_test=FalseTest.objects.filter(dilemma=dilemma).select_related("by").first(),
        is_own=dilemma.owner_id == reader.user_id,
        owner_stopped=stopped,
        may_take_over=may_take_over(reader.role, owner_stopped=stopped),
        follows=Follow.objects.filter(dilemma=dilemma, user_id=reader.user_id).exists(),
    )


def _columns(reader: Reader, dilemma: Dilemma) -> tuple[Column, ...]:
    weighings = list(dilemma.weighings.all())
    known = by_ids(reader, {row.contribution_id for row in weighings})
    hidden = _hidden({row.contribution_id for row in weighings} - known.keys())
    columns = {
        side.id: Column(
            side,
            {form: [] for form in Form},
            sum(row.side_id == side.id and row.contribution_id in hidden for row in weighings),
        )
        for side in dilemma.sides.select_related("consideration")
    }
    for row in weighings:
        if row.contribution_id in known:
            one = _weighed(reader, dilemma, row, known[row.contribution_id])
            columns[row.side_id].lanes[Form(one.contribution.form)].append(one)
    return tuple(columns.values())


def _weighed(
    reader: Reader, dilemma: Dilemma, row: Weighing, contribution: Contribution
) -> Weighed:
    may_take = reader.user_id in (row.by_id, dilemma.owner_id)
    return Weighed(row.id, contribution, Stance(row.stance), row.by_id, may_take)


def _hidden(ids: set[int]) -> set[int]:
    """Those that are shared with somebody; what an author keeps to themselves is not counted."""
    if not ids:
        return set()
    rows = Contribution.objects.filter(id__in=ids, state=State.SHARED)
    return set(rows.exclude(audience=Audience.ME).values_list("id", flat=True))
