"""Which edition is in force when."""

from datetime import date

from django.db.models import Max, Q

from handlerum.legislation.models import Edition


def in_force(day: date, prefix: str = "") -> Q:
    """The condition under which an edition is in force on a day; `prefix` leads to the edition."""
    begun = Q(**{f"{prefix}in_force_from__lte": day})
    lasts = Q(**{f"{prefix}in_force_to__gt": day}) | Q(**{f"{prefix}in_force_to": None})
    return begun & lasts


def turning_point(day: date) -> date | None:
    """The last day until then on which some edition began or ended."""
    days = [
        Edition.objects.filter(**{f"{name}__lte": day}).aggregate(last=Max(name))["last"]
        for name in ("in_force_from", "in_force_to")
    ]
    return max((one for one in days if one), default=None)
