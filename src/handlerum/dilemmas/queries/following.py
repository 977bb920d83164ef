"""What moved in the dilemmas that somebody follows."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from handlerum.dilemmas.access import visible
from handlerum.dilemmas.models import Dilemma, Follow
from handlerum.organisations.access import Reader
from handlerum.organisations.models import User
from handlerum.trail.models import Entry
from handlerum.trail.terms import Thing, Verb

#: So many moves of all dilemmas together are told one by one, the newest.
_MOST = 500


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that happened; `id` is its place in the trail."""

    id: int
    verb: Verb
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Followed:
    """A dilemma the reader follows, and what others did there since, the newest first."""

    dilemma: Dilemma
    moves: tuple[Move, ...]

    @property
    def cursor(self) -> int | None:
        """What to give `services.seen` when these were shown; None if nothing moved."""
        return self.moves[0].id if self.moves else None


def followed(reader: Reader) -> list[Followed]:
    """The dilemmas the reader follows and may see; those that moved come first."""
    rows = Follow.objects.filter(user_id=reader.user_id, dilemma__in=visible(reader))
    rows = rows.select_related("dilemma__owner", "dilemma__team").order_by("-dilemma__changed_at")
    moves = _moves(reader, {row.dilemma_id: row.seen for row in rows})
    found = [Followed(row.dilemma, tuple(moves[row.dilemma_id])) for row in rows]
    return sorted(found, key=lambda one: not one.moves)


def moved(reader: Reader) -> list[Followed]:
    """Only those of them where something moved: what a digest tells."""
    return [one for one in followed(reader) if one.moves]


def follows(reader: Reader, dilemma_id: int) -> bool:
    """Whether the reader follows a dilemma."""
    mine = Follow.objects.filter(user_id=reader.user_id, dilemma_id=dilemma_id)
    return mine.filter(dilemma__in=visible(reader)).exists()


def _moves(reader: Reader, seen: dict[int, int]) -> dict[int, list[Move]]:
    """What others did, by dilemma. One's own doings are no news."""
    found: dict[int, list[Move]] = defaultdict(list)
    if not seen:
        return found
    entries = Entry.objects.filter(
        thing=Thing.DILEMMA,
        thing_id__in=list(seen),
        organisation_id=reader.organisation_id,
        id__gt=min(seen.values()),
    ).exclude(actor_id=reader.user_id)
    rows = [row for row in entries.order_by("-id")[:_MOST] if row.id > seen[row.thing_id]]
    people = User.objects.filter(id__in={row.actor_id for row in rows if row.actor_id})
    names = dict(people.values_list("id", "name"))
    for row in rows:
        by = names.get(row.actor_id or 0, "")
        found[row.thing_id].append(Move(row.id, Verb(row.verb), by, row.at))
    return found
