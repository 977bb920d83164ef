"""Which practices ask to be looked at again, computed each time and stored nowhere.

For who has already found which practices the reader may see: what a flag is about is looked up
through the reader, once more, before it is shown.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Max, Q, QuerySet

from handlerum.knowledge.models import Link
from handlerum.knowledge.terms import Audience, Stance, State
from handlerum.legislation.citing import citations_of
from handlerum.practice.models import Basis, Look, Note, Practice
from handlerum.practice.rules.flags import Flag, Ground, Known, Law, flags
from handlerum.practice.terms import NoteKind, PracticeState
from handlerum.trail.terms import Thing

#: Numbers of practices, or a question to the database that gives them.
_Ids = list[int] | QuerySet[Practice, Any]


def flags_of(practices: Iterable[Practice], today: date) -> dict[int, list[Flag]]:
    """The flags of each practice; none for those that are not in use. Queries do not grow."""
    rows = list(practices)
    found: dict[int, list[Flag]] = {row.id: [] for row in rows}
    used = {row.id: row.next_look for row in rows if row.state == PracticeState.IN_USE}
    return found | _flags(used, list(used), today)


def flags_among(practices: QuerySet[Practice], today: date) -> dict[int, list[Flag]]:
    """The flags of those in use, in their order, without reading the practices themselves."""
    used = practices.filter(state=PracticeState.IN_USE)
    next_looks = dict(used.values_list("id", "next_look"))
    # Handing thousands of numbers to the database takes longer than to let it find them again.
    return _flags(next_looks, used.order_by().values("id"), today)


def _flags(next_looks: dict[int, date | None], used: _Ids, today: date) -> dict[int, list[Flag]]:
    looks, grounds = _looks(used), _grounds(used)
    exceptions, laws = _exceptions(used), _laws(used, today)
    return {
        number: flags(
            Known(
                next_look=next_looks[number],
                looked_at=looks.get(number),
                grounds=grounds.get(number, []),
                laws=laws.get(number, []),
                exceptions=exceptions.get(number, []),
            ),
            today,
        )
        for number in next_looks
    }


def _looks(ids: _Ids) -> dict[int, datetime]:
    rows = Look.objects.filter(practice__in=ids).order_by().values("practice_id")
    return dict(rows.annotate(last=Max("at")).values_list("practice_id", "last"))


def _grounds(ids: _Ids) -> dict[int, list[Ground]]:
    rows = Basis.objects.filter(practice__in=ids).order_by("id")
    fields = ("contribution__state", "contribution__audience", "contribution__voice")
    against = _contradictions(ids)
    # Days take longer to read than all the rest, and few are asked for.
    spoken_against = Q(stance=Stance.CHALLENGES) | Q(contribution__in=list(against))
    days = dict(rows.filter(spoken_against).values_list("id", "at"))
    shared, alone, challenges = State.SHARED.value, Audience.ME.value, Stance.CHALLENGES.value
    found: dict[int, list[Ground]] = defaultdict(list)
    for id_, practice_id, number, form, stance, state, audience, voice in rows.values_list(
        "id", "practice_id", "contribution_id", "form", "stance", *fields
    ):
        stands = state == shared and audience != alone
        found[practice_id].append(
            Ground(
                number if stands else None,
                form,
                voice or "",
                days.get(id_),
                challenges=stance == challenges,
                contradictions=tuple(against.get(number, ())),
            )
        )
    return found


def _contradictions(ids: _Ids) -> dict[int, list[tuple[datetime, int]]]:
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


def _exceptions(ids: _Ids) -> dict[int, list[datetime]]:
    rows = Note.objects.filter(practice__in=ids, kind=NoteKind.EXCEPTION, settled_at=None)
    found: dict[int, list[datetime]] = defaultdict(list)
    for practice_id, at in rows.values_list("practice_id", "at"):
        found[practice_id].append(at)
    return found


def _laws(ids: _Ids, today: date) -> dict[int, list[Law]]:
    found: dict[int, list[Law]] = defaultdict(list)
    for one in citations_of(Thing.PRACTICE, ids, today):
        if one.changed or one.repealed:
            law = Law(one.label, one.cited.act_key, one.slug, one.repealed)
            found[one.cited.thing_id].append(law)
    return found
