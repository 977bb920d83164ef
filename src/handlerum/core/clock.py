"""The one place that asks what time it is, so that tests can answer."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """The present moment, aware of its time zone."""
    return timezone.now()


def today() -> date:
    """Today's date in Denmark."""
    return timezone.localdate()
