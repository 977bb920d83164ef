"""What a practice stands on, what is doubted, and when it was looked at critically."""

from django.conf import settings
from django.db import models

from handlerum.dilemmas.models import Consideration, Dilemma
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.terms import Form, Stance
from handlerum.practice.models.practice import Practice
from handlerum.practice.terms import Narrower, NoteKind

PERSON = settings.AUTH_USER_MODEL


class Basis(models.Model):
    """A contribution that a practice stands on, or that challenges it."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="basis")
    #: None: it was erased, and a marked gap stays.
    contribution = models.ForeignKey(
        Contribution, models.SET_NULL, null=True, related_name="stood_on"
    )
    form = models.CharField(max_length=20, choices=Form)
    stance = models.CharField(max_length=20, choices=Stance)
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["practice", "contribution"], name="basis_once")
        ]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.stance} {self.contribution_id}"


class Weighed(models.Model):
    """A consideration that was weighed, and what is still owed to it."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="weighed")
    dilemma = models.ForeignKey(Dilemma, models.SET_NULL, null=True, blank=True, related_name="+")
    consideration = models.ForeignKey(
        Consideration, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    residue = models.TextField(blank=True)
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.consideration_id}"


class Note(models.Model):
    """An assumption, an exception or a doubt."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="notes")
    kind = models.CharField(max_length=20, choices=NoteKind)
    text = models.TextField()
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    #: When a critical look dealt with it; None: it still stands.
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["practice", "kind"], name="note_by_kind")]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.kind}"


class Look(models.Model):
    """Somebody looked at a practice critically: by themselves, or many in a session."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="looks")
    #: The room of sessions lies above: a plain id.
    session_id = models.BigIntegerField(null=True, blank=True)
    conclusion = models.TextField(blank=True)
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.at}"


class PlaceReading(models.Model):
    """What a named reader says of one place where the text may be narrower than the law."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="place_readings")
    #: Digest of the sentence and the provision: another wording is another place.
    fingerprint = models.CharField(max_length=64)
    narrower = models.CharField(max_length=20, choices=Narrower)
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["practice", "fingerprint"], name="place_read_once")
        ]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.narrower}"
