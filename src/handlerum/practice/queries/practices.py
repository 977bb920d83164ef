"""Practices as they are listed and opened, and what stands on something."""

from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from handlerum.dilemmas.access import visible as visible_dilemmas
from handlerum.knowledge.access import reached
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.queries import by_ids
from handlerum.knowledge.terms import Audience, Form, Stance, State
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.models import Membership
from handlerum.practice.access import may_edit, practices, readable
from handlerum.practice.models import (
    Basis,
    Look,
    Note,
    Practice,
    PracticeVersion,
    Weighed,
)
from handlerum.practice.terms import NoteKind, PracticeKind, PracticeState
from handlerum.trail.terms import Thing

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Stood:
    """A contribution that a practice stands on, as far as the reader sees it."""

    id: int
    contribution: Contribution
    stance: Stance
    may_take: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """Where something stood that was erased, or withdrawn by its author."""

    id: int
    form: Form
    erased: bool
    may_take: bool


@dataclass(frozen=True, slots=True)
class WeighedIn:
    """A consideration that was weighed; its dilemma only where the reader may see that."""

    row: Weighed
    dilemma_id: int | None
    may_take: bool


@dataclass(frozen=True, slots=True)
class Under:
    """All that lies under a practice: five forms, the silent ones empty, gaps, and the hidden."""

    lanes: dict[Form, list[Stood]]
    gaps: list[Gap]
    #: How many pieces of each form the reader may not see.
    hidden: dict[Form, int]

    @property
    def hidden_count(self) -> int:
        """How many pieces the reader may not see."""
        return sum(self.hidden.values())


@dataclass(frozen=True, slots=True)
class Opened:
    """One practice with everything around it that the reader may see."""

    practice: Practice
    under: Under
    notes: dict[NoteKind, list[Note]]
    weighed: list[WeighedIn]
    #: The newest first.
    looks: list[Look]
    may_edit: bool
    is_own: bool
    owner_stopped: bool


def listed(reader: Reader, kind: str = "", state: str = PracticeState.IN_USE) -> list[Practice]:
    """Practices of a kind or of all, in one state, those that moved last first; without texts."""
    found = practices(reader).filter(state=state)
    if kind in PracticeKind.values:
        found = found.filter(kind=kind)
    return list(_with_cards(found).order_by("-changed_at", "-id"))


def opened(reader: Reader, practice_id: int) -> Opened:
    """One practice, with what it stands on.

    Raises:
        Denied: it is not the reader's to see.
    """
    practice = readable(reader, practice_id)
    edits = may_edit(reader, practice)
    notes: dict[NoteKind, list[Note]] = {kind: [] for kind in NoteKind}
    for note in practice.notes.filter(settled_at=None).select_related("by"):
        notes[NoteKind(note.kind)].append(note)
    return Opened(
        practice=practice,
        under=under(reader, practice),
        notes=notes,
        weighed=_weighed(reader, practice, edits=edits),
        looks=list(practice.looks.select_related("by")),
        may_edit=edits,
        is_own=practice.owner_id == reader.user_id,
        owner_stopped=owner_stopped(practice),
    )


def under(reader: Reader, practice: Practice) -> Under:
    """What a practice the reader may see stands on, as far as they may see it."""
    rows = list(practice.basis.select_related("contribution"))
    known = by_ids(reader, [row.contribution_id for row in rows if row.contribution_id])
    edits = may_edit(reader, practice)
    found = Under({form: [] for form in Form}, [], dict.fromkeys(Form, 0))
    for row in rows:
        may_take = edits or row.by_id == reader.user_id
        if not stands(row.contribution):
            found.gaps.append(Gap(row.id, Form(row.form), row.contribution is None, may_take))
        elif row.contribution_id in known:
            one = known[row.contribution_id]
            stood = Stood(row.id, one, Stance(row.stance), may_take)
            found.lanes[Form(one.form)].append(stood)
        else:
            found.hidden[Form(row.form)] += 1
    return found


def stands(contribution: Contribution | None) -> bool:
    """Whether a contribution can still be stood on: it is there, and shared with others."""
    if contribution is None:
        return False
    return contribution.state == State.SHARED and contribution.audience != Audience.ME


def versions(reader: Reader, practice: Practice) -> list[PracticeVersion]:
    """The versions that the reader could have read when they were new, the newest first."""
    found = practice.versions.filter(practice__in=practices(reader)).select_related("by")
    if practice.owner_id != reader.user_id:
        found = found.filter(reached(reader))
    return list(found)


def version_of(reader: Reader, practice: Practice, number: int) -> PracticeVersion | None:
    """The version of that number, where the reader could have read it when it was new."""
    return next((row for row in versions(reader, practice) if row.number == number), None)


def standing_on(reader: Reader, thing: Thing, thing_id: int) -> list[Practice]:
    """The practices the reader may see that stand on a thing, or that came of it."""
    came = Q(versions__origin_thing=thing, versions__origin_id=thing_id)
    if thing == Thing.CONTRIBUTION:
        came |= Q(basis__contribution_id=thing_id)
    elif thing == Thing.DILEMMA:
        came |= Q(weighed__dilemma_id=thing_id)
    elif thing == Thing.SESSION:
        came |= Q(looks__session_id=thing_id)
    ids = Practice.objects.filter(came).values("id")
    return list(_with_cards(practices(reader).filter(id__in=ids)).order_by("-changed_at", "-id"))


def basis_of(reader: Reader, basis_id: int) -> Basis:
    """A row of what a practice that the reader may see stands on.

    Raises:
        Denied: there is none.
    """
    return _one(Basis.objects.filter(practice__in=practices(reader), pk=basis_id))


def note_of(reader: Reader, note_id: int) -> Note:
    """A note on a practice that the reader may see; see `basis_of`."""
    return _one(Note.objects.filter(practice__in=practices(reader), pk=note_id))


def weighed_of(reader: Reader, weighed_id: int) -> Weighed:
    """A consideration under a practice that the reader may see; see `basis_of`."""
    return _one(Weighed.objects.filter(practice__in=practices(reader), pk=weighed_id))


def colleagues(practice: Practice) -> QuerySet[Membership]:
    """Those who work in the organisation and may read the practice, but its owner."""
    places = Membership.objects.filter(
        organisation_id=practice.organisation_id, is_active=True, user__is_active=True
    ).exclude(user_id=practice.owner_id)
    match practice.audience:
        case Audience.ORGANISATION:
            return places
        case Audience.TEAM if practice.team_id:
            return places.filter(teams=practice.team_id)
        case _:
            return places.none()


def owner_stopped(practice: Practice) -> bool:
    """Whether its owner works in the organisation no more."""
    places = Membership.objects.filter(
        organisation_id=practice.organisation_id, user_id=practice.owner_id
    )
    return not places.filter(is_active=True, user__is_active=True).exists()


def _weighed(reader: Reader, practice: Practice, *, edits: bool) -> list[WeighedIn]:
    rows = list(practice.weighed.select_related("consideration"))
    seen = set(
        visible_dilemmas(reader)
        .filter(id__in=[row.dilemma_id for row in rows if row.dilemma_id])
        .values_list("id", flat=True)
    )
    return [
        WeighedIn(
            row,
            row.dilemma_id if row.dilemma_id in seen else None,
            edits or row.by_id == reader.user_id,
        )
        for row in rows
    ]


def _with_cards(rows: QuerySet[Practice]) -> QuerySet[Practice]:
    return rows.select_related("owner", "team").defer("text")


def _one(rows: QuerySet[Row]) -> Row:
    found = rows.first()
    if found is None:
        raise Denied
    return found
