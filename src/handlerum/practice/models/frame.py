"""A condition that hinders, and what leadership answers."""

from django.conf import settings
from django.db import models

from handlerum.knowledge.terms import Audience
from handlerum.organisations.models import Organisation, Team
from handlerum.practice.terms import FrameAnswer, FrameKind

PERSON = settings.AUTH_USER_MODEL


class FrameRequest(models.Model):
    """Names a condition, what it hinders, and what is asked for; a leader answers by a day."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="frame_requests")
    owner = models.ForeignKey(PERSON, models.PROTECT, related_name="frame_requests")
    shows_name = models.BooleanField(default=False)
    kind = models.CharField(max_length=20, choices=FrameKind)
    condition = models.CharField(max_length=200)
    hinders = models.TextField()
    asks = models.TextField()
    #: The leader who must answer; None: that leader has left and nobody has taken it over.
    leader = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    answer_by = models.DateField()
    answer = models.CharField(max_length=20, choices=FrameAnswer, blank=True)
    reason = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        PERSON, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    audience = models.CharField(max_length=20, choices=Audience, default=Audience.ORGANISATION)
    team = models.ForeignKey(Team, models.SET_NULL, null=True, blank=True, related_name="+")
    kept = models.JSONField(default=dict, blank=True)
    is_example = models.BooleanField(default=False)
    #: The last day on which its leader heard of it by e-mail.
    told_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "answer", "answer_by"], name="frame_waiting")
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.kind}"


class FrameJoin(models.Model):
    """A colleague who asks for the same."""

    request = models.ForeignKey(FrameRequest, models.CASCADE, related_name="joins")
    user = models.ForeignKey(PERSON, models.CASCADE, related_name="+")
    shows_name = models.BooleanField(default=False)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["request", "user"], name="frame_join_once")]

    def __str__(self) -> str:
        return f"{self.request_id} {self.user_id}"
