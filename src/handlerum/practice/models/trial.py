"""Something that is tried, and what became of it."""

from django.conf import settings
from django.db import models

from handlerum.knowledge.models import Contribution
from handlerum.knowledge.terms import Audience, Outcome
from handlerum.organisations.models import Organisation, Team
from handlerum.practice.terms import TrialState
from handlerum.trail.terms import Thing

PERSON = settings.AUTH_USER_MODEL


class Trial(models.Model):
    """An action that somebody tries until a day, with what they expect before they begin."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="trials")
    owner = models.ForeignKey(PERSON, models.PROTECT, related_name="trials")
    what = models.CharField(max_length=300)
    #: The team that tries it together; None: its owner does. Never a citizen.
    by_team = models.ForeignKey(Team, models.SET_NULL, null=True, blank=True, related_name="+")
    expected = models.TextField(blank=True)
    surprise = models.TextField(blank=True)
    #: The third question before: what they look for, to know how it went.
    sign = models.TextField(blank=True)
    until = models.DateField()
    state = models.CharField(max_length=20, choices=TrialState, default=TrialState.UNDER_WAY)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    #: What became of it, told as knowledge; None before, and after it was erased.
    contribution = models.ForeignKey(
        Contribution, models.SET_NULL, null=True, blank=True, related_name="trials"
    )
    #: Where it came from. Rooms above and below are named by plain ids, as in the trail.
    origin_thing = models.CharField(max_length=20, choices=Thing, blank=True)
    origin_id = models.BigIntegerField(null=True, blank=True)
    #: The option of a dilemma, or the next step of a session, that it tries.
    origin_part = models.BigIntegerField(null=True, blank=True)
    #: The option of a session that it tries: numbers of options and of next steps may be the same.
    origin_option = models.BigIntegerField(null=True, blank=True)
    audience = models.CharField(max_length=20, choices=Audience, default=Audience.TEAM)
    team = models.ForeignKey(Team, models.SET_NULL, null=True, blank=True, related_name="+")
    kept = models.JSONField(default=dict, blank=True)
    is_example = models.BooleanField(default=False)
    #: The last day on which its owner was reminded by e-mail.
    reminded_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    told_at = models.DateTimeField(null=True, blank=True)
    #: Why it was given up, where that was said.
    why_dropped = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "state", "until"], name="trial_due"),
            models.Index(fields=["origin_thing", "origin_id"], name="trial_by_origin"),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"
