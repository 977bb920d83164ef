"""Who leads a session, who takes part, and the links that let people in."""

from django.conf import settings
from django.db import models

from handlerum.reflection.models.session import Session

PERSON = settings.AUTH_USER_MODEL


class Facilitation(models.Model):
    """A person's place among those who may lead."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="facilitations")
    user = models.ForeignKey(PERSON, models.CASCADE, related_name="+")
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["session", "user"], name="facilitation_once")
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.user_id}"


class Link(models.Model):
    """A link that lets people in. Only a digest of its secret is kept."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="links")
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    #: How many more may come by it; None: as many as like.
    uses_left = models.PositiveIntegerField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.session_id} {self.expires_at}"


class Participant(models.Model):
    """Somebody who takes part: a member, or a guest with a first name or a role and no account."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="participants")
    user = models.ForeignKey(PERSON, models.CASCADE, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=40)
    #: Digest of the secret that a guest's phone holds.
    digest = models.CharField(max_length=64, null=True, blank=True, unique=True)
    #: Digest of the code by which a guest withdraws what they said.
    code = models.CharField(max_length=64, blank=True)
    perspective = models.CharField(max_length=60, blank=True)
    joined_step = models.PositiveSmallIntegerField(default=0)
    joined_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["session", "code"], name="participant_by_code")]
        constraints = [models.UniqueConstraint(fields=["session", "user"], name="participant_once")]

    def __str__(self) -> str:
        return f"{self.session_id}/{self.id}"
