"""What participants write. Every row can be erased alone; the log keeps no word of it."""

from typing import Any

from django.conf import settings
from django.db import models

from handlerum.knowledge.models import Contribution
from handlerum.reflection.models.people import Participant
from handlerum.reflection.models.session import Session
from handlerum.reflection.words import EntryKind, Phase

PERSON = settings.AUTH_USER_MODEL


class TypedRow(models.Model):
    """Somebody's own words. The writer's phone names the row, so that it is stored once."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="+")
    #: Nobody: who said it was forgotten, and what was agreed stays.
    participant = models.ForeignKey(Participant, models.SET_NULL, null=True, related_name="+")
    key = models.CharField(max_length=100)
    edition = models.PositiveIntegerField(default=0)
    text = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    #: When others could see it; None: only its writer can.
    revealed_at = models.DateTimeField(null=True, blank=True)
    #: Withdrawn rows have no text, and stay so that a phone cannot send them again.
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["participant", "key"], name="%(class)s_once")
        ]

    def __str__(self) -> str:
        return f"{self.session_id}/{self.pk}"


class CardGroup(models.Model):
    """Cards that belong together in the eyes of those present."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="groups")
    step = models.CharField(max_length=60)
    name = models.CharField(max_length=100, blank=True)
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["place", "id"]

    def __str__(self) -> str:
        return f"{self.session_id} {self.step} {self.place}"


class Entry(TypedRow):
    """An answer in a step: words, or what was chosen."""

    step = models.CharField(max_length=60)
    kind = models.CharField(max_length=20, choices=EntryKind)
    #: Dots by entry, a place on a line, a vote, or the line that a note is about.
    value: "models.JSONField[Any, Any]" = models.JSONField(default=dict, blank=True)
    group = models.ForeignKey(
        CardGroup, models.SET_NULL, null=True, blank=True, related_name="cards"
    )
    place = models.PositiveIntegerField(default=0)

    class Meta(TypedRow.Meta):
        indexes = [models.Index(fields=["session", "step", "kind"], name="entry_by_step")]


class ActionOption(TypedRow):
    """Something that could be done, thought of before or after."""

    phase = models.CharField(max_length=20, choices=Phase)
    contribution = models.ForeignKey(
        Contribution, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    entry = models.ForeignKey(Entry, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta(TypedRow.Meta):
        indexes = [models.Index(fields=["session", "phase"], name="option_by_phase")]


class Assumption(TypedRow):
    """Something that was taken for granted, before or after."""

    phase = models.CharField(max_length=20, choices=Phase)

    class Meta(TypedRow.Meta):
        indexes = [models.Index(fields=["session", "phase"], name="assumption_by_phase")]


class NextStep(TypedRow):
    """What will be done, by whom, before when."""

    owner = models.ForeignKey(PERSON, models.SET_NULL, null=True, blank=True, related_name="+")
    owner_role = models.CharField(max_length=60, blank=True)
    due = models.DateField(null=True, blank=True)

    class Meta(TypedRow.Meta):
        indexes = [models.Index(fields=["session"], name="next_step_by_session")]


class CarriedOver(TypedRow):
    """What is taken along to next time."""

    class Meta(TypedRow.Meta):
        indexes = [models.Index(fields=["session"], name="carried_by_session")]


class Share(models.Model):
    """Its writer agrees that an entry becomes a contribution."""

    entry = models.OneToOneField(Entry, models.CASCADE, related_name="share")
    agreed_at = models.DateTimeField(auto_now_add=True)
    contribution = models.ForeignKey(
        Contribution, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    def __str__(self) -> str:
        return f"{self.entry_id}"
