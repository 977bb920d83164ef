"""All that a person told in sessions, to hand it out to them."""

from typing import Any

from handlerum.organisations.access import Reader
from handlerum.reflection.models import (
    ActionOption,
    Assumption,
    CarriedOver,
    Entry,
    NextStep,
    Participant,
    Session,
    Variant,
)


def everything_of(reader: Reader) -> dict[str, Any]:
    """All that a person told of and in sessions in one organisation, as plain values."""
    mine: dict[str, Any] = {
        "participant__user_id": reader.user_id,
        "session__organisation_id": reader.organisation_id,
    }
    led = Session.objects.filter(
        organisation_id=reader.organisation_id, facilitator_id=reader.user_id
    )
    made = Variant.objects.filter(organisation_id=reader.organisation_id, by_id=reader.user_id)
    took_part = Participant.objects.filter(
        user_id=reader.user_id, session__organisation_id=reader.organisation_id
    )
    return {
        "sessions": _values(led, "method", "question", "state"),
        "variants": _values(made, "name", "method", "steps"),
        "participations": _values(took_part, "session_id", "name", "perspective"),
        "entries": _values(Entry.objects.filter(**mine), "session_id", "step", "text", "value"),
        "options": _values(ActionOption.objects.filter(**mine), "session_id", "phase", "text"),
        "assumptions": _values(Assumption.objects.filter(**mine), "session_id", "phase", "text"),
        "next_steps": _values(NextStep.objects.filter(**mine), "session_id", "text"),
        "carried_over": _values(CarriedOver.objects.filter(**mine), "session_id", "text"),
    }


def _values(rows: Any, *names: str) -> list[dict[str, Any]]:
    return list(rows.order_by("id").values("id", *names))
