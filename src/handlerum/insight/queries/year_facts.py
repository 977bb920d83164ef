"""The figures of a period, for each part of a year status. Counted by the database.

Only what the whole organisation may read is counted. Nothing is counted by person, and nothing
about people is told where fewer than five stand behind it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from handlerum.dilemmas.models import Choice, Dilemma
from handlerum.dilemmas.terms import DilemmaState
from handlerum.insight.access import for_all, nominations, shared_with_all
from handlerum.insight.rules.year import compared, enough, silent, summed
from handlerum.insight.terms import Part
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.terms import Form, Outcome, Voice, Way
from handlerum.organisations.access import Reader
from handlerum.practice.models import FrameRequest, Look, Note, Practice, PracticeVersion, Trial
from handlerum.practice.terms import PracticeState, TrialState
from handlerum.reflection.models import ActionOption, Session
from handlerum.reflection.models.moving import Event
from handlerum.reflection.words import Happened, Phase, SessionState

#: So many of each kind are named in the document; the rest are counted.
MOST_NAMED = 12
#: Of trials so many for each way in which they ended, so that none is put before the others.
MOST_FOR_EACH = 6

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Span:
    """A period of one organisation, as the tables know it."""

    reader: Reader
    starts: date
    ends: date

    @property
    def organisation_id(self) -> int:
        """Whose period it is."""
        return self.reader.organisation_id

    def at(self, field: str) -> Q:
        """The condition under which a moment lies in the period."""
        first, last = _moment(self.starts), _moment(self.ends + timedelta(days=1))
        return Q(**{f"{field}__gte": first, f"{field}__lt": last})

    @property
    def ours(self) -> Q:
        """The condition under which a row is for the whole organisation."""
        return for_all(self.organisation_id)

    def of(self, name: str) -> Q:
        """The same, for rows of something that is."""
        ours = {"organisation_id": self.organisation_id, "audience": "organisation"}
        return Q(**{f"{name}__{field}": value for field, value in ours.items()})


def gather(reader: Reader, starts: date, ends: date) -> dict[Part, Facts]:
    """The figures of each part; a part about which nothing is counted has none."""
    span = Span(reader, starts, ends)
    voices = _voices(span)
    found = {
        Part.LEARNED: _learned(span),
        Part.WEIGHED: _weighed(span),
        Part.TRIED: _tried(span),
        Part.CHANGED: _changed(span),
        Part.VOICES: voices,
        Part.LEADERSHIP: _leadership(span),
        Part.ROOM: _room(span),
        Part.PRINCIPLES: {},
    }
    return {**found, Part.AHEAD: _ahead(span, voices)}


def _learned(span: Span) -> Facts:
    named = nominations(span.reader).filter(span.at("at"))
    rows = list(named.order_by("id").values_list("contribution_id", "trial_id", "chosen_at"))
    chosen = named.exclude(chosen_at=None).order_by("-chosen_at", "-id")
    return {
        "told": _shared(span).count(),
        "nominated": len({(one, other) for one, other, _ in rows}),
        "chosen": len({(one, other) for one, other, at in rows if at}),
        "nominations": _ids(chosen),
    }


def _weighed(span: Span) -> Facts:
    made = Dilemma.objects.filter(span.ours)
    moved = made.filter(span.at("created_at") | span.at("changed_at"))
    chosen = Choice.objects.filter(span.of("dilemma"), span.at("at")).order_by("-id")
    return {
        "made": made.filter(span.at("created_at")).count(),
        "states": _counted(moved, "state", DilemmaState.values),
        "chosen": chosen.count(),
        "owed": chosen.exclude(residue="").count(),
        "dilemmas": _ids(moved.order_by("-changed_at", "-id")),
        "choices": _ids(chosen),
    }


def _tried(span: Span) -> Facts:
    trials = Trial.objects.filter(span.ours)
    told = trials.filter(span.at("told_at"), state=TrialState.TOLD).order_by("-told_at", "-id")
    named = [_ids(told.filter(outcome=outcome), MOST_FOR_EACH) for outcome in Outcome.values]
    return {
        "begun": trials.filter(span.at("created_at")).count(),
        "told": _counted(told.order_by(), "outcome", Outcome.values),
        "under_way": trials.filter(state=TrialState.UNDER_WAY).count(),
        "dropped": trials.filter(span.at("created_at"), state=TrialState.DROPPED).count(),
        "trials": [number for ids in named for number in ids],
    }


def _changed(span: Span) -> Facts:
    practices = Practice.objects.filter(span.ours)
    versions = PracticeVersion.objects.filter(
        span.of("practice"), span.at("at"), audience="organisation"
    ).order_by("-at", "-id")
    looks = Look.objects.filter(span.of("practice"), span.at("at"))
    notes = Note.objects.filter(span.of("practice"))
    return {
        "new": practices.filter(span.at("created_at")).count(),
        "changed": versions.filter(number__gt=1).count(),
        "looks": looks.count(),
        "looked_together": looks.exclude(session_id=None).count(),
        "noted": notes.filter(span.at("at")).count(),
        "settled": notes.filter(span.at("settled_at")).count(),
        "versions": _ids(versions),
    }


def _voices(span: Span) -> Facts:
    """Form x way x voice. Nothing but the sum where too few people told it."""
    shared = _shared(span).order_by()
    people = shared.aggregate(people=Count("author_id", distinct=True))["people"]
    if not enough(people):
        return {"told": shared.count(), "few": True, "cells": []}
    rows = shared.values_list("form", "way", "voice").annotate(n=Count("id"))
    cells = sorted((form, way, voice, n) for form, way, voice, n in rows)
    by = [summed(cells, place) for place in range(3)]
    return {
        "told": sum(cell[3] for cell in cells),
        "few": False,
        "cells": [list(cell) for cell in cells],
        "silent_forms": silent(by[0], Form.values),
        "silent_ways": silent(by[1], Way.values),
        "silent_voices": silent(by[2], Voice.values),
    }


def _leadership(span: Span) -> Facts:
    asked = FrameRequest.objects.filter(span.ours)
    here = asked.filter(span.at("created_at") | span.at("answered_at"))
    waiting = asked.filter(answer="", created_at__lt=_moment(span.ends + timedelta(days=1)))
    answers = here.filter(span.at("answered_at")).exclude(answer="")
    return {
        "asked": asked.filter(span.at("created_at")).count(),
        "answers": _counted(answers, "answer"),
        "waiting": waiting.count(),
        "late": waiting.filter(answer_by__lte=span.ends).count(),
        # The unanswered come first: what nobody answered is not left out for want of room.
        "frames": [*_ids(waiting.order_by("answer_by", "id")), *_ids(answers.order_by("-id"))],
    }


def _room(span: Span) -> Facts:
    """Options before and after, in sessions that were open to the whole organisation."""
    closed = Session.objects.filter(
        span.ours, span.at("closed_at"), state=SessionState.CLOSED, is_rehearsal=False
    )
    joined = Event.objects.filter(session__in=closed, happened=Happened.JOINED).count()
    sessions = closed.count()
    if not enough(joined):
        return {"sessions": sessions, "few": True}
    options = ActionOption.objects.filter(session__in=closed, withdrawn_at=None).order_by()
    pairs: dict[int, list[int]] = {}
    for session_id, phase, n in options.values_list("session_id", "phase").annotate(n=Count("id")):
        pairs.setdefault(session_id, [0, 0])[phase == Phase.AFTER] += n
    opened = ~Q(contribution=None) | ~Q(entry=None)
    return {
        "sessions": sessions,
        "few": False,
        "before": sum(before for before, _ in pairs.values()),
        "after": sum(after for _, after in pairs.values()),
        "opened": options.filter(opened, phase=Phase.AFTER).count(),
        **compared((before, after) for before, after in pairs.values()),
    }


def _ahead(span: Span, voices: Facts) -> Facts:
    practices = Practice.objects.filter(span.ours, state=PracticeState.IN_USE)
    next_year = span.ends + timedelta(days=366)
    open_ones = Dilemma.objects.filter(
        span.ours, state__in=(DilemmaState.OPEN, DilemmaState.IN_REFLECTION)
    )
    waiting = FrameRequest.objects.filter(span.ours, answer="")
    return {
        "open_dilemmas": open_ones.count(),
        "dilemmas": _ids(open_ones.order_by("-changed_at", "-id")),
        "under_way": Trial.objects.filter(span.ours, state=TrialState.UNDER_WAY).count(),
        "waiting": waiting.count(),
        "looks_due": practices.filter(next_look__lte=next_year).count(),
        "without_look": practices.filter(next_look=None).count(),
        "silent_forms": voices.get("silent_forms", []),
        "silent_voices": voices.get("silent_voices", []),
    }


def _shared(span: Span) -> QuerySet[Contribution]:
    return Contribution.objects.filter(shared_with_all(span.organisation_id), span.at("shared_at"))


def _counted(rows: QuerySet[Any], field: str, words: Iterable[str] = ()) -> dict[str, int]:
    counts = rows.order_by().values_list(field).annotate(n=Count("id"))
    return dict.fromkeys(words, 0) | dict(counts)


def _ids(rows: QuerySet[Any], most: int = MOST_NAMED) -> list[int]:
    return list(rows.values_list("id", flat=True)[:most])


def _moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
