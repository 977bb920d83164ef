"""The session itself: which method, about what, and where it is."""

from typing import Any

from django.conf import settings
from django.db import models

from handlerum.knowledge.terms import Audience
from handlerum.organisations.models import Organisation, Team
from handlerum.reflection.words import SessionState, SubjectKind

PERSON = settings.AUTH_USER_MODEL


class Session(models.Model):
    """People who go through the steps of a method together."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    #: Who leads now; all who may lead are in `facilitations`.
    facilitator = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    method = models.CharField(max_length=60)
    #: The method's steps as they were when the session was prepared, with what was changed since.
    steps: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    subject_kind = models.CharField(max_length=20, choices=SubjectKind)
    subject_id = models.BigIntegerField(null=True, blank=True)
    question = models.CharField(max_length=300)
    audience = models.CharField(max_length=20, choices=Audience, default=Audience.ME)
    team = models.ForeignKey(Team, models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=20, choices=SessionState, default=SessionState.PREPARING)
    step = models.PositiveSmallIntegerField(default=0)
    #: Grows with every move between steps, and tells two facilitators' presses apart.
    turn = models.PositiveIntegerField(default=0)
    step_started_at = models.DateTimeField(null=True, blank=True)
    prolonged = models.PositiveSmallIntegerField(default=0)
    #: Keys of the steps whose answers everybody sees.
    revealed: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    #: Grows by one with every change that others must see.
    version = models.PositiveBigIntegerField(default=0)
    #: Ids of the pieces of the pack that were put aside, and of those that everybody present sees.
    aside: "models.JSONField[Any, Any]" = models.JSONField(default=list, blank=True)
    laid_out: "models.JSONField[Any, Any]" = models.JSONField(default=list, blank=True)
    is_rehearsal = models.BooleanField(default=False)
    keep_days = models.PositiveSmallIntegerField(default=14)
    keep_until = models.DateTimeField(null=True, blank=True)
    is_kept = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "state", "-created_at"], name="session_newest"),
            models.Index(fields=["keep_until"], name="session_due"),
        ]

    def __str__(self) -> str:
        return f"{self.id} {self.method} {self.state}"

    @property
    def current(self) -> dict[str, Any]:
        """The step that is going on."""
        found: dict[str, Any] = self.steps[self.step]
        return found
