"""Tables of equal standing: what each form is owed, and which answers were given. No situations."""

from django.db import models

from handlerum.organisations.models import Organisation


class Standing(models.Model):
    """What the forms of one organisation are owed after all its answers: form -> attention."""

    organisation = models.OneToOneField(Organisation, models.CASCADE, related_name="+")
    owed = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.owed}"


class GivenAnswer(models.Model):
    """One answer as it was given, so that its order can be made again and looked into.

    It holds numbers of contributions, chances and the state of balance: neither what was asked nor
    who asked.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    #: See `rules.replay.Given`.
    given = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["organisation", "-id"], name="answers_newest")]

    def __str__(self) -> str:
        return f"#{self.pk}"
