"""Which practices ask to be looked at again, computed each time and stored nowhere.

For who has already found which practices the reader may see: what a flag is about is looked up
through the reader, once more, before it is shown.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Max

from handlerum.knowledge.models import Link
from handlerum.knowledge.terms import Audience, Stance, State
from handlerum.legislation.citing import citations_of
from handlerum.practice.models import Basis, Look, Note, Practice
from handlerum.practice.rules.flags import Flag, Ground, Known, Law, flags
from handlerum.practice.terms import NoteKind, PracticeState
from handlerum.trail.terms import Thing


def flags_of(practices: Iterable[Practice], today: date) -> dict[int, list[Flag]]:
    """The flags of each practice; none for those that are not in use. Queries do not grow."""
    rows = list(practices)
    used = [row.id for row in rows if row.state == PracticeState.IN_USE]
    looks, grounds = _looks(used), _grounds(used)
    exceptions, laws = _exceptions(used), _laws(used, today)
    found: dict[int, list[Flag]] = {row.id: [] for row in rows}
    for row in rows:
        if row.state == PracticeState.IN_USE:
            known = Known(
                next_look=row.next_look,
                looked_at=looks.get(row.id),
                grounds=grounds.get(row.id, []),
                laws=laws.get(row.id, []),
                exceptions=exceptions.get(row.id, []),
            )
            found[row.id] = flags(known, today)
    return found


def _looks(ids: list[int]) -> dict[int, datetime]:
    rows = Look.objects.filter(practice__in=ids).order_by().values("practice_id")
    return dict(rows.annotate(last=Max("at")).values_list("practice_id", "last"))


def _grounds(ids: list[int]) -> dict[int, list[Ground]]:
    rows = Basis.objects.filter(practice__in=ids)
    fields = ("contribution__state", "contribution__audience", "contribution__voice")
    against = _contradictions(ids)
    found: dict[int, list[Ground]] = defaultdict(list)
    for practice_id, number, form, stance, at, state, audience, voice in rows.values_list(
        "practice_id", "contribution_id", "form", "stance", "at", *fields
    ):
        stands = state == State.SHARED and audience != Audience.ME
        found[practice_id].append(
            Ground(
                id=number if stands else None,
                form=form,
                voice=voice or "",
                at=at,
                challenges=stance == Stance.CHALLENGES,
                contradictions=tuple(against.get(number, ())),
            )
        )
    return found


def _contradictions(ids: list[int]) -> dict[int, list[tuple[datetime, int]]]:
    """What contradicts each contribution under those practices; not what nobody else reads."""
    stood_on = Basis.objects.filter(practice__in=ids, contribution__isnull=False).values(
        "contribution_id"
    )
    links = Link.objects.filter(
        target__in=stood_on, stance=Stance.CHALLENGES, origin__state=State.SHARED
    ).exclude(origin__audience=Audience.ME)
    found: dict[int, list[tuple[datetime, int]]] = defaultdict(list)
    for target, origin, at in links.order_by("id").values_list("target_id", "origin_id", "at"):
        found[target].append((at, origin))
    return found


def _exceptions(ids: list[int]) -> dict[int, list[datetime]]:
    rows = Note.objects.filter(practice__in=ids, kind=NoteKind.EXCEPTION, settled_at=None)
    found: dict[int, list[datetime]] = defaultdict(list)
    for practice_id, at in rows.values_list("practice_id", "at"):
        found[practice_id].append(at)
    return found


def _laws(ids: list[int], today: date) -> dict[int, list[Law]]:
    found: dict[int, list[Law]] = defaultdict(list)
    for one in citations_of(Thing.PRACTICE, ids, today):
        if one.changed or one.repealed:
            law = Law(one.label, one.cited.act_key, one.slug, one.repealed)
            found[one.cited.thing_id].append(law)
    return found
