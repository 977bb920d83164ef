"""Tables of dilemmas: what is set against each other, weighed, proposed and chosen."""

from django.conf import settings
from django.db import models

from handlerum.dilemmas.terms import Bearer, DilemmaState, Verdict
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.terms import Audience, Stance
from handlerum.organisations.models import Organisation, Team

PERSON = settings.AUTH_USER_MODEL


class Consideration(models.Model):
    """Something that has to be thought of, whichever dilemma it meets others in."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="considerations")
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    name = models.CharField(max_length=100)
    bearer = models.CharField(max_length=20, choices=Bearer)
    at_stake = models.TextField(blank=True)
    kept = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Dilemma(models.Model):
    """A question with considerations on several sides, in its owner's words."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="dilemmas")
    owner = models.ForeignKey(PERSON, models.PROTECT, related_name="dilemmas")
    question = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    state = models.CharField(max_length=20, choices=DilemmaState, default=DilemmaState.OPEN)
    audience = models.CharField(max_length=20, choices=Audience, default=Audience.TEAM)
    team = models.ForeignKey(Team, models.SET_NULL, null=True, blank=True, related_name="+")
    #: Who made it, where somebody else owns it now.
    begun_by = models.ForeignKey(PERSON, models.SET_NULL, null=True, blank=True, related_name="+")
    #: What its owner kept knowing that it points to somebody: key -> choice.
    kept = models.JSONField(default=dict, blank=True)
    is_example = models.BooleanField(default=False)
    #: How often the owner's words were written. Guards against two edits at once.
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    #: Moves with everything that happens on its board.
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "state", "-changed_at"], name="dilemma_newest")
        ]

    def __str__(self) -> str:
        return self.question


class Side(models.Model):
    """A consideration's place in a dilemma."""

    dilemma = models.ForeignKey(Dilemma, models.CASCADE, related_name="sides")
    consideration = models.ForeignKey(Consideration, models.CASCADE, related_name="sides")
    place = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["place", "id"]
        constraints = [
            models.UniqueConstraint(fields=["dilemma", "consideration"], name="side_once")
        ]

    def __str__(self) -> str:
        return f"{self.dilemma_id}: {self.consideration_id}"


class Weighing(models.Model):
    """A contribution laid under one side, and what it says about the consideration there."""

    dilemma = models.ForeignKey(Dilemma, models.CASCADE, related_name="weighings")
    side = models.ForeignKey(Side, models.CASCADE, related_name="weighings")
    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="weighings")
    stance = models.CharField(max_length=20, choices=Stance)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["side", "contribution"], name="weighing_once")
        ]

    def __str__(self) -> str:
        return f"{self.contribution_id} {self.stance} {self.side_id}"


class Option(models.Model):
    """One thing that could be done."""

    dilemma = models.ForeignKey(Dilemma, models.CASCADE, related_name="options")
    text = models.TextField()
    place = models.PositiveSmallIntegerField()
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["place", "id"]

    def __str__(self) -> str:
        return f"{self.dilemma_id}/{self.place}"


class Consequence(models.Model):
    """What an option would mean for one party."""

    option = models.ForeignKey(Option, models.CASCADE, related_name="consequences")
    bearer = models.CharField(max_length=20, choices=Bearer)
    text = models.TextField()
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["option", "bearer"], name="consequence_once")
        ]

    def __str__(self) -> str:
        return f"{self.option_id} {self.bearer}"


class Choice(models.Model):
    """What was chosen, why, and what is still owed. The newest counts; earlier ones stay."""

    dilemma = models.ForeignKey(Dilemma, models.CASCADE, related_name="choices")
    option = models.ForeignKey(Option, models.RESTRICT, related_name="choices")
    reasons = models.TextField()
    residue = models.TextField()
    #: The consideration that was not followed, and to which the residue is owed.
    owed_to = models.ForeignKey(Consideration, models.SET_NULL, null=True, related_name="owed")
    #: Why fewer than three options were enough.
    why_fewer = models.TextField(blank=True)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.dilemma_id} -> {self.option_id}"


class FalseTest(models.Model):
    """Whether the dilemma is a real one: the last answers to the questions of the test."""

    dilemma = models.OneToOneField(Dilemma, models.CASCADE, related_name="false_test")
    #: Question -> reply.
    answers = models.JSONField(default=dict)
    text = models.TextField(blank=True)
    verdict = models.CharField(max_length=20, choices=Verdict)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.dilemma_id} {self.verdict}"


class Follow(models.Model):
    """Somebody wants to hear what moves in a dilemma."""

    dilemma = models.ForeignKey(Dilemma, models.CASCADE, related_name="follows")
    user = models.ForeignKey(PERSON, models.CASCADE, related_name="+")
    #: The newest entry of the trail when the person last looked.
    seen = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dilemma", "user"], name="follow_once")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.dilemma_id}"


class Digest(models.Model):
    """What a person was last told by e-mail: up to which entry of the trail, and when."""

    user = models.OneToOneField(PERSON, models.CASCADE, related_name="+")
    cursor = models.BigIntegerField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.user_id} {self.cursor}"


class Dismissed(models.Model):
    """A suggestion that a person does not want to see again."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    user = models.ForeignKey(PERSON, models.CASCADE, related_name="+")
    fingerprint = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user", "fingerprint"], name="dismissed_once"
            )
        ]

    def __str__(self) -> str:
        return self.fingerprint
