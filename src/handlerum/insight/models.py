"""Tables of insight: the year's status, and what colleagues nominate for it."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from handlerum.insight.terms import Part, YearState
from handlerum.knowledge.models import Contribution
from handlerum.organisations.models import Organisation
from handlerum.practice.models import Trial

PERSON = settings.AUTH_USER_MODEL


class YearStatus(models.Model):
    """A document about a period, made from the data and then written by people."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="year_statuses")
    starts = models.DateField()
    ends = models.DateField()
    state = models.CharField(max_length=20, choices=YearState, default=YearState.DRAFT)
    #: Nobody: who made or published it was forgotten.
    begun_by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    published_by = models.ForeignKey(
        PERSON, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    #: When its figures were taken.
    counted_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    is_example = models.BooleanField(default=False)

    class Meta:
        ordering = ["-ends", "-starts", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "starts", "ends"], name="year_status_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.starts}–{self.ends}"


class YearPart(models.Model):
    """One part of a year status: its figures as they were taken, and the text that people wrote."""

    status = models.ForeignKey(YearStatus, models.CASCADE, related_name="parts")
    part = models.CharField(max_length=20, choices=Part)
    text = models.TextField(blank=True)
    #: Numbers, fixed words and ids; never anybody's words. What an id names is read anew each time.
    facts: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    kept = models.JSONField(default=dict, blank=True)
    #: How often the text was written; 0: it stands as it was proposed. Guards against two at once.
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["status", "part"], name="year_part_once")]

    def __str__(self) -> str:
        return f"{self.status_id} {self.part}"


class EarlierText(models.Model):
    """What a part said before somebody wrote it anew, so that nobody's text is lost."""

    part = models.ForeignKey(YearPart, models.CASCADE, related_name="earlier")
    number = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    #: Who wrote it; nobody: it was proposed from the data, or its writer was forgotten.
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["part", "number"], name="earlier_text_once")]

    def __str__(self) -> str:
        return f"{self.part_id} v{self.number}"


class Principle(models.Model):
    """A principle that the organisation names, and three questions about it."""

    status = models.ForeignKey(YearStatus, models.CASCADE, related_name="principles")
    name = models.CharField(max_length=150)
    meaningful = models.TextField(blank=True)
    followed = models.TextField(blank=True)
    results = models.TextField(blank=True)
    kept = models.JSONField(default=dict, blank=True)
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Nomination(models.Model):
    """A colleague says: this is among the most significant changes of the year, and why."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    contribution = models.ForeignKey(
        Contribution, models.CASCADE, null=True, blank=True, related_name="nominations"
    )
    trial = models.ForeignKey(
        Trial, models.CASCADE, null=True, blank=True, related_name="nominations"
    )
    reason = models.TextField()
    kept = models.JSONField(default=dict, blank=True)
    #: Nobody: who nominated was forgotten, and the group had chosen already.
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    #: The group that chose it, in words, and its reasons.
    group = models.CharField(max_length=200, blank=True)
    why = models.TextField(blank=True)
    chosen_by = models.ForeignKey(PERSON, models.SET_NULL, null=True, blank=True, related_name="+")
    chosen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["contribution", "by"], name="contribution_named_once"),
            models.UniqueConstraint(fields=["trial", "by"], name="trial_named_once"),
            models.CheckConstraint(
                condition=Q(contribution=None) ^ Q(trial=None), name="nominates_one"
            ),
        ]
        indexes = [models.Index(fields=["organisation", "at"], name="nomination_by_time")]

    def __str__(self) -> str:
        return f"{self.pk}"
