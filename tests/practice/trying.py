"""Trials and frame requests for the tests of the room, and what a test looks at afterwards."""

from datetime import date, timedelta
from typing import Any

from cast import Cast, person
from handlerum.core.clock import today
from handlerum.dilemmas.models import Option
from handlerum.organisations.access import Reader, reader_of
from handlerum.organisations.models import Membership
from handlerum.organisations.services import add_member
from handlerum.organisations.terms import Role
from handlerum.practice.models import FrameJoin, FrameRequest, Trial
from handlerum.practice.rules.trials import Told
from handlerum.practice.services.frames import answer, ask, join
from handlerum.practice.services.trials import begin, drop, tell
from handlerum.practice.telling import FrameTelling, Origin, TrialTelling
from handlerum.trail.models import Entry
from handlerum.trail.terms import Thing

TABLES = (Trial, FrameRequest, FrameJoin, Entry)


def rows() -> list[list[dict[str, Any]]]:
    """Every row of trials and frames, and the trail."""
    return [list(table.objects.order_by("id").values()) for table in TABLES]


def in_days(days: int) -> date:
    """A day so many days from now."""
    return today() + timedelta(days=days)


def trying(**changed: Any) -> TrialTelling:
    """A complete trial for the whole organisation; name what should differ."""
    told = {
        "what": "Vi mødes ude og går en tur i stedet for at sidde på kontoret.",
        "until": in_days(14),
        "expected": "Flere kommer.",
        "surprise": "At ingen taler undervejs.",
        "sign": "Om de selv foreslår næste gang.",
        "audience": "organisation",
    }
    return TrialTelling(**{**told, **changed})


def tried(cast: Cast, by: str = "anna", *, origin: Origin | None = None, **changed: Any) -> Trial:
    """A trial under way by one of the cast."""
    if changed.get("audience") == "team":
        changed.setdefault("team_id", min(cast.reader(by).team_ids))
    return begin(cast.reader(by), trying(**changed), origin)


def overdue(trial: Trial, days: int = 1) -> Trial:
    """The same trial, whose day came so many days ago."""
    trial.until = in_days(-days)
    trial.save()
    return trial


def became(**changed: Any) -> Told:
    """A complete telling of what became of a trial."""
    told = {
        "outcome": "failed",
        "title": "Gåturen i regnvejr",
        "happened": "Det regnede, og kun én kom.",
        "learned": "Spørg, hvor de helst vil være.",
        "audience": "organisation",
    }
    return Told(**{**told, **changed})


def lead(cast: Cast, name: str = "lone") -> Membership:
    """A leader in Anna's organisation."""
    return add_member(cast.home, person(name), Role.LEADER)


def asking(leader: Membership, **changed: Any) -> FrameTelling:
    """A complete frame request to a leader; name what should differ."""
    told = {
        "kind": "sparring_time",
        "condition": "Vi har ingen fast tid til sparring.",
        "hinders": "De svære samtaler bliver taget alene.",
        "asks": "En time hver anden uge, som ikke kan aflyses.",
        "leader_id": leader.user_id,
        "answer_by": in_days(14),
    }
    return FrameTelling(**{**told, "audience": "organisation", **changed})


def asked(cast: Cast, leader: Membership, by: str = "anna", **changed: Any) -> FrameRequest:
    """A frame request by one of the cast."""
    if changed.get("audience") == "team":
        changed.setdefault("team_id", min(cast.reader(by).team_ids))
    return ask(cast.reader(by), asking(leader, **changed))


def late(row: FrameRequest, days: int = 1) -> FrameRequest:
    """The same request, whose answer should have come so many days ago."""
    row.answer_by = in_days(-days)
    row.save()
    return row


def crowd(cast: Cast, many: int) -> list[Reader]:
    """So many more practitioners of Anna's organisation."""
    return [
        reader_of(add_member(cast.home, person(f"kollega{n}"), Role.PRACTITIONER))
        for n in range(many)
    ]


def trying_things(cast: Cast) -> dict[str, int]:
    """The ids of a trial and of a frame request of Anna's."""
    return {"trial": tried(cast).id, "frame": asked(cast, cast.gitte).id}


def trials_of_all(cast: Cast, option: Option, long_word: str) -> None:
    """A trial in each state, and a frame request in each, with long words in them."""
    anna, origin = cast.reader("anna"), Origin(Thing.DILEMMA, option.dilemma_id, option.id)
    overdue(tried(cast, origin=origin, what=f"Den forfaldne {long_word}", by_team_id=cast.youth.id))
    tried(cast, "bo", what=f"Bos {long_word}", expected="", surprise="", sign="")
    for outcome in ("failed", "succeeded"):
        row = tried(cast, what=f"Fortalt {long_word}: {outcome}", origin=origin)
        tell(anna, row.id, became(outcome=outcome, happened=f"Det endte med {long_word}."))
    drop(anna, tried(cast, what="Opgivet").id, f"Fordi {long_word}.")
    lone, gone = lead(cast), lead(cast, "lars")
    full = asked(cast, lone, condition=f"Den fulde {long_word}", shows_name=True)
    for one in crowd(cast, 4):
        join(one, full.id, shows_name=True)
    late(asked(cast, lone, condition="Den sene"))
    done = asked(cast, lone, condition="Den besvarede")
    answer(reader_of(lone), done.id, "partly", f"Fordi {long_word}.")
    asked(cast, gone, condition="Den efterladte")
    stop(gone)


def stop(member: Membership) -> None:
    """That person works there no more."""
    Membership.objects.filter(id=member.id).update(is_active=False)
