"""How a session moved: the log that phones follow, and what a facilitator can take back."""

from typing import Any

from django.db import models

from handlerum.reflection.models.session import Session
from handlerum.reflection.words import Happened


class Event(models.Model):
    """One change that others must see. Ids and fixed words only, never text or who wrote."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="events")
    version = models.PositiveBigIntegerField()
    happened = models.CharField(max_length=20, choices=Happened)
    #: Who did it, where a facilitator did; of participants it is not kept.
    user_id = models.BigIntegerField(null=True, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["version"]
        constraints = [models.UniqueConstraint(fields=["session", "version"], name="event_once")]

    def __str__(self) -> str:
        return f"{self.session_id}.{self.version} {self.happened}"


class Undo(models.Model):
    """How to take back one of the facilitators' changes; the newest is taken back first."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="undos")
    happened = models.CharField(max_length=20, choices=Happened)
    #: What it was before, by the name of what is put back; goes with the session's text.
    before: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.session_id} {self.happened}"
