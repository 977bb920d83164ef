"""What was agreed: its text in versions, where it applies, and when it is looked at again."""

from django.conf import settings
from django.db import models

from handlerum.knowledge.terms import Audience
from handlerum.organisations.models import Organisation, Team
from handlerum.practice.terms import PracticeKind, PracticeState
from handlerum.trail.terms import Thing

PERSON = settings.AUTH_USER_MODEL


class Practice(models.Model):
    """A decision, a procedure or a description of an intervention, as it stands now."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="practices")
    owner = models.ForeignKey(PERSON, models.PROTECT, related_name="practices")
    kind = models.CharField(max_length=20, choices=PracticeKind)
    title = models.CharField(max_length=200)
    #: Markdown: its headings are the sections.
    text = models.TextField()
    applies_to = models.CharField(max_length=300, blank=True)
    #: The provisions it stands on, as they are cited: "LAB § 36, stk. 2".
    law = models.CharField(max_length=500, blank=True)
    #: The day whose law is meant: the last time somebody held it against the law.
    law_as_of = models.DateField()
    next_look = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=20, choices=PracticeState, default=PracticeState.IN_USE)
    audience = models.CharField(max_length=20, choices=Audience, default=Audience.ORGANISATION)
    team = models.ForeignKey(Team, models.SET_NULL, null=True, blank=True, related_name="+")
    kept = models.JSONField(default=dict, blank=True)
    is_example = models.BooleanField(default=False)
    #: Number of the newest version. Guards against two edits at once.
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "state", "-changed_at"], name="practice_newest"),
            models.Index(fields=["organisation", "next_look"], name="practice_next_look"),
        ]

    def __str__(self) -> str:
        return self.title


class PracticeVersion(models.Model):
    """What a practice said from one day on, and why it was changed."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField()
    applies_to = models.CharField(max_length=300, blank=True)
    law = models.CharField(max_length=500, blank=True)
    why = models.TextField(blank=True)
    #: What led to it: a session, a trial, a dilemma or a contribution, as a plain id.
    origin_thing = models.CharField(max_length=20, choices=Thing, blank=True)
    origin_id = models.BigIntegerField(null=True, blank=True)
    #: Who could read it then: somebody let in later does not read what was said before.
    audience = models.CharField(max_length=20, choices=Audience)
    team = models.ForeignKey(Team, models.SET_NULL, null=True, blank=True, related_name="+")
    #: Nobody: who wrote it was forgotten.
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["practice", "number"], name="practice_version_once")
        ]
        indexes = [
            models.Index(fields=["origin_thing", "origin_id"], name="practice_by_origin"),
        ]

    def __str__(self) -> str:
        return f"{self.practice_id} v{self.number}"
