"""A year with something in every part, and its status."""

from datetime import date
from typing import Any

from cast import Cast, report, shared
from dilemmas.making import choice, made, with_options
from handlerum.core.clock import now, today
from handlerum.dilemmas import services as dilemmas
from handlerum.insight.models import EarlierText, Nomination, Principle, YearPart, YearStatus
from handlerum.insight.services import year as years
from handlerum.insight.services.nominating import choose, nominate_contribution, nominate_trial
from handlerum.insight.terms import Part
from handlerum.insight.year_telling import ChosenTelling, Period, PrincipleTelling
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.services import contribute
from handlerum.practice.models import (
    Basis,
    FrameRequest,
    Look,
    Practice,
    PracticeVersion,
    Trial,
)
from handlerum.trail.terms import Thing

TABLES = (YearStatus, YearPart, EarlierText, Principle, Nomination)
LONG = f"Sagsbehandlingstidsfristoverskridelseskonsekvensvurdering {'er noget, vi skal nå ' * 6}"
REASON = "Vi mødes nu der, hvor den unge selv vil være."


def period() -> Period:
    """The calendar year of today."""
    year = today().year
    return Period(date(year, 1, 1), date(year, 12, 31))


def drafted_year(cast: Cast, by: str = "dorte") -> YearStatus:
    """A draft of this year by one of the cast."""
    return years.make(cast.reader(by), period())


def part_of(status: YearStatus, part: Part) -> YearPart:
    """One part of a status, as it is stored now."""
    return YearPart.objects.get(status=status, part=part)


def tried(cast: Cast, by: str = "anna", **changed: Any) -> Trial:
    """A trial for the whole organisation, told of unless named otherwise."""
    told = {
        "what": "Vi ringer dagen før",
        "until": today(),
        "state": "told",
        "outcome": "failed",
        "audience": "organisation",
        "told_at": now(),
    }
    who = getattr(cast, by)
    return Trial.objects.create(
        organisation_id=who.organisation_id, owner_id=who.user_id, **{**told, **changed}
    )


def agreed(cast: Cast, by: str = "dorte", **changed: Any) -> Practice:
    """An agreed practice with its first version, for the whole organisation."""
    told = {
        "kind": "procedure",
        "title": "Sådan mødes vi",
        "text": "Spørg, hvor mødet skal være.",
        "audience": "organisation",
        "law_as_of": today(),
    }
    who = getattr(cast, by)
    row = Practice.objects.create(
        organisation_id=who.organisation_id, owner_id=who.user_id, **{**told, **changed}
    )
    versioned(row)
    return row


def versioned(row: Practice, number: int = 1, **changed: Any) -> PracticeVersion:
    """A version of a practice."""
    told = {"title": row.title, "text": row.text, "audience": row.audience, "by": row.owner}
    return PracticeVersion.objects.create(practice=row, number=number, **{**told, **changed})


def asked(cast: Cast, by: str = "anna", **changed: Any) -> FrameRequest:
    """A frame request that nobody has answered, unless named otherwise."""
    told = {
        "kind": "caseload",
        "condition": "Vi har for mange sager til at mødes ude",
        "hinders": "Vi når ikke ud.",
        "asks": "Færre sager i et halvt år.",
        "leader": cast.gitte.user,
        "answer_by": today(),
    }
    who = getattr(cast, by)
    return FrameRequest.objects.create(
        organisation_id=who.organisation_id, owner_id=who.user_id, **{**told, **changed}
    )


def lived(cast: Cast) -> dict[str, Any]:
    """A year with something in every part; the rows by name."""
    row = shared(cast, "anna", title="Mødet på bænken")
    for by in ("bo", "dorte", "erik", "gitte"):
        shared(cast, by, title=f"Endnu et møde, fortalt af {by}", outcome="succeeded")
    contribute(cast.reader("bo"), report())
    shared(cast, "anna", title="Kun til teamet", audience="team")
    dilemma = made(cast)
    options = with_options(cast, dilemma)
    chosen = dilemmas.choose(cast.reader("anna"), dilemma.id, choice(dilemma, options[0]))
    trials = [tried(cast, outcome=outcome) for outcome in ("failed", "mixed", "succeeded")]
    tried(cast, what="Kun for teamet", audience="team", team=cast.youth)
    practice = agreed(cast)
    Basis.objects.create(practice=practice, contribution=row, form=row.form, stance="supports")
    changed = versioned(
        practice, 2, why="Forsøget gik galt.", origin_thing=Thing.TRIAL, origin_id=trials[0].id
    )
    Look.objects.create(practice=practice, by=cast.dorte.user, conclusion="Den holder.")
    asked(cast)
    asked(
        cast, condition="Vi mangler tid", answer="declined", reason="Ikke i år.", answered_at=now()
    )
    named = nominate_contribution(cast.reader("bo"), row.id, REASON)
    choose(cast.reader("dorte"), named.id, ChosenTelling("Ungeteamet", "Det ændrede mest."))
    return {
        "contribution": row,
        "dilemma": dilemma,
        "choice": chosen,
        "trial": trials[0],
        "practice": practice,
        "version": changed,
        "nomination": named,
    }


def principle(**changed: str) -> PrincipleTelling:
    """A principle with an answer to one of the three questions."""
    told = {"name": "Borgeren er med", "meaningful": "Ja, det gav mening."}
    return PrincipleTelling(**{**told, **changed})  # type: ignore[arg-type]


def year_things(cast: Cast, row: Contribution) -> dict[str, int]:
    """Ids of a draft and what is in it, of a trial and of a practice."""
    status = drafted_year(cast)
    dorte = cast.reader("dorte")
    return {
        "year_status": status.id,
        "year_part": part_of(status, Part.AHEAD).id,
        "principle": years.name_principle(dorte, status.id, principle()).id,
        "nomination": nominate_contribution(cast.reader("bo"), row.id, REASON).id,
        "trial": tried(cast).id,
        "practice": agreed(cast).id,
    }


def year_of_all(cast: Cast, row: Contribution) -> None:
    """A draft and a published year with something long in every part, for the browser's tests."""
    dorte, bo = cast.reader("dorte"), cast.reader("bo")
    trials = [tried(cast, outcome=outcome) for outcome in ("failed", "mixed", "succeeded")]
    practice = agreed(cast)
    versioned(practice, 2, why=LONG, origin_thing=Thing.TRIAL, origin_id=trials[0].id)
    Basis.objects.create(practice=practice, contribution=row, form=row.form, stance="supports")
    asked(cast, condition=LONG)
    asked(cast, condition="Vi mangler tid", answer="later", reason=LONG, answered_at=now())
    for by in ("dorte", "erik", "gitte"):
        shared(cast, by, title=f"Årets møde, fortalt af {by}")
    named = nominate_contribution(bo, row.id, LONG)
    choose(dorte, named.id, ChosenTelling(LONG, LONG))
    nominate_trial(bo, trials[1].id, REASON)
    before = Period(date(today().year - 1, 1, 1), date(today().year - 1, 12, 31))
    years.publish(dorte, years.make(dorte, before).id)
    status = drafted_year(cast)
    years.name_principle(dorte, status.id, principle(name=LONG[:140], followed=LONG))
    part = part_of(status, Part.AHEAD)
    years.write_part(dorte, part.id, LONG, version=0)
