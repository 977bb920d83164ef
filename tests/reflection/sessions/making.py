"""Sessions for the tests of the engine, and what a test looks at afterwards."""

from typing import Any

from cast import Cast
from handlerum.organisations.access import Reader
from handlerum.organisations.secrets import new_token
from handlerum.reflection import models, services
from handlerum.reflection.access import Guest, Who
from handlerum.reflection.models import Entry, Session
from handlerum.reflection.services import Joined
from handlerum.reflection.telling import EntryTelling, SessionTelling
from handlerum.trail.models import Entry as TrailEntry

TABLES = (
    *(models.Session, models.Facilitation, models.Link, models.Participant, models.Event),
    *(models.Undo, models.Entry, models.CardGroup, models.ActionOption, models.Assumption),
    *(models.NextStep, models.CarriedOver, models.Share, TrailEntry),
)


def rows() -> list[list[dict[str, Any]]]:
    """Every row of the room and the trail."""
    return [list(table._default_manager.order_by("id").values()) for table in TABLES]


def step(key: str, **changed: Any) -> dict[str, Any]:
    """A step of silent writing whose answers are shown on reveal; name what should differ."""
    told = {
        "key": key,
        "name": {"da": key.title(), "en": key.title()},
        "instruction": {"da": "Skriv for dig selv.", "en": "Write on your own."},
        "sees": "everyone",
        "input": "silent_writing",
        "minutes": 5,
        "reveal": "on_reveal",
    }
    return {**told, **changed}


STEPS = (
    step("before", asks=["options_before"]),
    step("cards", input="cards", reveal="shared_at_once"),
    step("silent"),
    step("alone", reveal="private"),
    step("told", reveal="facilitator_only", sees="facilitator"),
    step("after", asks=["options_after", "next_steps"]),
)


def telling(**changed: Any) -> SessionTelling:
    """A session for Dorte's team; name what should differ."""
    told = {
        "method": "dilemma_work",
        "steps": STEPS,
        "question": "Hvornår er det for tidligt at ringe?",
        "audience": "team",
    }
    return SessionTelling(**{**told, **changed})


def prepared(cast: Cast, by: str = "dorte", **changed: Any) -> Session:
    """A session that one of the cast has made ready."""
    reader = cast.reader(by)
    if changed.get("audience", "team") == "team":
        changed.setdefault("team_id", min(reader.team_ids))
    return services.prepare(reader, telling(**changed))


def running(cast: Cast, by: str = "dorte", **changed: Any) -> Session:
    """A session that has begun, in its first step."""
    return services.start(cast.reader(by), prepared(cast, by, **changed).id)


def joined(cast: Cast, session: Session, name: str = "bo") -> Reader:
    """One of the cast, who takes part."""
    reader = cast.reader(name)
    services.join_as_member(reader, session.id)
    return reader


def came(cast: Cast, session: Session, name: str = "Mentor") -> Joined:
    """A guest who came in by a link."""
    link = services.invite(leader(cast, session), session.id)
    return services.join_as_guest(link, name, new_token())


def guest(cast: Cast, session: Session, name: str = "Mentor") -> Guest:
    """A guest who takes part."""
    return came(cast, session, name).guest


def leader(cast: Cast, session: Session) -> Reader:
    """The scope of whoever leads."""
    names = ("anna", "bo", "dorte", "erik", "gitte", "carla")
    by_user = {getattr(cast, name).user_id: name for name in names}
    return cast.reader(by_user[session.facilitator_id])


def entry(key: str = "k1", text: str = "Vi kunne vente en uge.", **changed: Any) -> EntryTelling:
    """Something written in the step of cards; name what should differ."""
    return EntryTelling(**{"step": "cards", "key": key, "text": text, **changed})


def wrote(who: Who, session: Session, key: str = "k1", **changed: Any) -> Entry:
    """An entry that is stored."""
    return services.write(who, session.id, entry(key, **changed))


def at_step(cast: Cast, session: Session, number: int) -> Session:
    """The session, moved on to that step."""
    by = leader(cast, session)
    session.refresh_from_db()
    for _ in range(session.step, number):
        session = services.go(by, session.id, "next", turn=session.turn)
    return session
