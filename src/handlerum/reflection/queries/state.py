"""A session as one person sees it: what is common, what is theirs, and what leading needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.db.models import QuerySet

from handlerum.reflection.access import Seat, Who, seat
from handlerum.reflection.models import (
    ActionOption,
    Assumption,
    CarriedOver,
    Entry,
    Facilitation,
    NextStep,
    Session,
    Share,
    Undo,
)
from handlerum.reflection.queries.answers import counted
from handlerum.reflection.queries.common import (
    Agreed,
    Common,
    Noted,
    Person,
    Said,
    agreed,
    common,
    noted,
    person,
    said,
)

#: The projector shows what is common and nothing of whoever opened it.
View = Literal["own", "projector"]


@dataclass(frozen=True, slots=True)
class Mine:
    """What a participant wrote, shown or not, with the keys that their phone gave it."""

    entries: tuple[Said, ...] = ()
    options: tuple[Noted, ...] = ()
    assumptions: tuple[Noted, ...] = ()
    next_steps: tuple[Agreed, ...] = ()
    carried: tuple[Noted, ...] = ()
    #: The entries that they agreed to share.
    shared: frozenset[int] = frozenset()
    #: The letter of their group of opinion in the step that goes on, where the map is shown.
    group: str = ""


@dataclass(frozen=True, slots=True)
class Leading:
    """What only those who lead see. Private words of others are not among it."""

    steps: tuple[Mapping[str, Any], ...]
    facilitator_id: int
    rota: tuple[tuple[int, str], ...]
    #: What can be taken back, one of `words.Happened`; "" for nothing.
    undo: str
    #: Entries of steps whose answers go to those who lead alone, without who wrote them.
    told_them: tuple[Said, ...]
    #: Entries whose writers agreed to share them, and the contribution where one was made.
    shared: tuple[tuple[int, int | None], ...]


@dataclass(frozen=True, slots=True)
class State:
    """A session for one viewer at one version."""

    common: Common
    me: Person | None
    joined_step: int
    facilitates: bool
    mine: Mine
    leading: Leading | None

    @property
    def version(self) -> int:
        """What `changes_since` is asked from."""
        return self.common.version


def state(who: Who, session_id: int, *, view: View = "own", seen: Common | None = None) -> State:
    """A session as somebody who leads or takes part sees it now.

    Args:
        seen: what is common, where the caller has it for the present version already.

    Raises:
        Denied: there is no such session, or it is not theirs.
    """
    here = seat(who, session_id)
    fresh = seen and (seen.session_id, seen.version) == (session_id, here.session.version)
    all_see = seen if seen and fresh else common(here.session)
    if view == "projector":
        return State(all_see, None, 0, here.facilitates, Mine(), None)
    me = here.participant
    return State(
        common=all_see,
        me=person(me) if me else None,
        joined_step=me.joined_step if me else 0,
        facilitates=here.facilitates,
        mine=_mine(here),
        leading=_leading(here.session) if here.facilitates else None,
    )


def _mine(here: Seat) -> Mine:
    if here.participant is None:
        return Mine()
    shares = Share.objects.filter(entry__participant=here.participant)
    return Mine(
        said(_own(Entry, here), mine=True),
        noted(_own(ActionOption, here), mine=True),
        noted(_own(Assumption, here), mine=True),
        agreed(_own(NextStep, here), mine=True),
        noted(_own(CarriedOver, here), mine=True),
        frozenset(shares.values_list("entry_id", flat=True)),
        _group(here),
    )


def _group(here: Seat) -> str:
    session, me = here.session, here.participant
    now = [one for one in counted(session) if one.answers.step == session.current["key"]]
    return now[0].groups.get(me.id, "") if now and me else ""


def _own(table: Any, here: Seat) -> QuerySet[Any]:
    rows: QuerySet[Any] = table.objects.filter(participant=here.participant, withdrawn_at=None)
    return rows.filter(session=here.session).order_by("id")


def _leading(session: Session) -> Leading:
    rota = Facilitation.objects.filter(session=session).values_list("user_id", "user__name")
    last = Undo.objects.filter(session=session).order_by("-id").first()
    shares = Share.objects.filter(entry__session=session).order_by("entry_id")
    return Leading(
        steps=tuple(session.steps),
        facilitator_id=session.facilitator_id,
        rota=tuple(rota),
        undo=last.happened if last else "",
        told_them=said(_told_them(session)),
        shared=tuple(shares.values_list("entry_id", "contribution_id")),
    )


def _told_them(session: Session) -> QuerySet[Entry]:
    keys = [step["key"] for step in session.steps if step.get("reveal") == "facilitator_only"]
    rows = Entry.objects.filter(session=session, step__in=keys, withdrawn_at=None)
    return rows.order_by("id")
