"""Tables of sparring: who offers what, questions, who was asked, replies and times."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from handlerum.dilemmas.models import Dilemma
from handlerum.knowledge.models import Contribution
from handlerum.organisations.models import Organisation
from handlerum.sparring.terms import QuestionState, Turn

PERSON = settings.AUTH_USER_MODEL


class Offer(models.Model):
    """A topic that somebody says they like to spar on. Never guessed from what they wrote."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="offers")
    user = models.ForeignKey(PERSON, models.CASCADE, related_name="+")
    topic = models.CharField(max_length=60)
    #: The topic folded: what two spellings have in common.
    key = models.CharField(max_length=60)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "user", "key"], name="offer_once")
        ]
        indexes = [models.Index(fields=["organisation", "key"], name="offers_by_topic")]

    def __str__(self) -> str:
        return self.topic


class Question(models.Model):
    """What somebody asks a colleague, for the two of them alone."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="questions")
    asker = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    question = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    #: Empty where a colleague was asked by name.
    topic = models.CharField(max_length=60, blank=True)
    topic_key = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=20, choices=QuestionState, default=QuestionState.OPEN)
    turn = models.CharField(max_length=20, choices=Turn, default=Turn.ASKED)
    #: The one who said yes.
    holder = models.ForeignKey(PERSON, models.SET_NULL, null=True, blank=True, related_name="+")
    dilemma = models.ForeignKey(Dilemma, models.SET_NULL, null=True, blank=True, related_name="+")
    about = models.ForeignKey(
        Contribution, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    #: What one of the two made of it.
    contribution = models.ForeignKey(
        Contribution, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    #: From the form that asked, so that it asks once.
    key = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    taken_at = models.DateTimeField(null=True, blank=True)
    #: When it last began to wait for somebody.
    moved_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["asker", "key"], condition=~Q(key=""), name="question_once"
            )
        ]
        indexes = [
            models.Index(fields=["organisation", "state", "topic_key"], name="questions_open"),
            models.Index(fields=["asker", "-created_at"], name="questions_of_asker"),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"


class Asked(models.Model):
    """Somebody a question was put to."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="asked")
    user = models.ForeignKey(PERSON, models.CASCADE, related_name="+")
    #: Asked by name, not because they offered the topic.
    by_name = models.BooleanField(default=False)
    declined_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["question", "user"], name="asked_once")]

    def __str__(self) -> str:
        return f"{self.question_id} -> {self.user_id}"


class Reply(models.Model):
    """What one of the two wrote to the other."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="replies")
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    text = models.TextField()
    key = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "by", "key"], condition=~Q(key=""), name="reply_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.question_id}/{self.pk}"


class Time(models.Model):
    """A time that was proposed for talking together."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="times")
    at = models.DateTimeField()
    how = models.CharField(max_length=100, blank=True)
    agreed = models.BooleanField(default=False)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.question_id} {self.at:%Y-%m-%d %H:%M}"


class Mailed(models.Model):
    """When somebody was last told by e-mail that a question waits for them."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="+")
    user = models.ForeignKey(PERSON, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "user"], name="mailed_once")]

    def __str__(self) -> str:
        return f"{self.question_id} {self.user_id}"
